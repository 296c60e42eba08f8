namespace NetGen.Benchmarks.Mnist;

/// <summary>The network of samples/Digits --mnist.</summary>
[Layers(784, 512, 256, 10, Initializer = Initializer.He)]
[Layer(1, Dropout = 0.3)]
[Layer(2, Dropout = 0.3)]
internal sealed partial class MnistNet;
