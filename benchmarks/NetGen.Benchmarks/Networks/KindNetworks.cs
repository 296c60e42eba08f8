namespace NetGen.Benchmarks.Networks;

// Networks with a kind of layer whose cost is measured, beside the same network without it.

/// <summary>Digits, with dropout after each hidden layer.</summary>
[Network]
public sealed partial class DropoutDigitNet
{
    private static Node Define([Shape(784)] Node picture) =>
        picture.Dense(512).Relu().Dropout(0.2).Dense(128).Relu().Dropout(0.2).Dense(10).Softmax();
}

/// <summary>Digits, with batch normalization in each hidden layer.</summary>
[Network]
public sealed partial class NormalizedDigitNet
{
    private static Node Define([Shape(784)] Node picture) =>
        picture.Dense(512).BatchNorm().Relu().Dense(128).BatchNorm().Relu().Dense(10).Softmax();
}

/// <summary>Digits, with a residual block.</summary>
[Network]
public sealed partial class ResidualDigitNet
{
    private static Node Define([Shape(784)] Node picture)
    {
        Node stem = picture.Dense(512).Relu();
        return (stem + stem.Dense(512).Relu().Dense(512)).Relu().Dense(10).Softmax();
    }
}

/// <summary>The products of the residual network, one after the other.</summary>
[Layers(784, 512, 512, 512, 10)]
public sealed partial class ChainedDigitNet;
