namespace NetGen.Benchmarks.Networks;

// The networks whose predictions are measured, beside SmallNet and DigitNet.

/// <summary>Four classes, a kilobyte and a half of weights in the widest layer.</summary>
[Layers(16, 32, 32, 4)]
public sealed partial class FourClassNet;

/// <summary>Eight classes, layers of 64 units.</summary>
[Layers(64, 64, 64, 8)]
public sealed partial class EightClassNet;
