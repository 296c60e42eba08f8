namespace NetGen.Benchmarks.Networks;

// The networks whose training steps are measured.

/// <summary>The headline network: cats or not, from pictures of 64 x 64 x 3.</summary>
[Layers(12288, 20, 7, 5, 1)]
public sealed partial class CatNet;

/// <summary>Points of a plane in two classes.</summary>
[Layers(2, 4, 1, Hidden = Activation.Tanh)]
public sealed partial class FlowerNet;

/// <summary>A network of control and audio loops.</summary>
[Layers(4, 8, 8, 1)]
public sealed partial class SmallNet;

/// <summary>Two classes by softmax.</summary>
[Layers(24, 8, 2, Hidden = Activation.Tanh)]
public sealed partial class TwoClassNet;

/// <summary>Digits, one hidden layer.</summary>
[Layers(784, 128, 10)]
public sealed partial class DigitNet;

/// <summary>Digits, two hidden layers whose sizes fill no whole number of vectors.</summary>
[Layers(784, 100, 100, 10)]
public sealed partial class OddDigitNet;

/// <summary>Digits, two hidden layers.</summary>
[Layers(784, 512, 128, 10)]
public sealed partial class WideDigitNet;

/// <summary>Layers that are large on both sides.</summary>
[Layers(1024, 1024, 1024, 10)]
public sealed partial class LargeNet;
