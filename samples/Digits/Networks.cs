using NetGen;

namespace Digits;

/// <summary>For pictures of 8 x 8: ten softmax outputs, the probabilities of the ten digits.</summary>
[Layers(64, 256, 10, Initializer = Initializer.He)]
internal sealed partial class SmallDigitNet;

/// <summary>For MNIST's pictures of 28 x 28.</summary>
[Layers(784, 128, 10, Initializer = Initializer.He)]
internal sealed partial class MnistNet;
