using NetGen;

namespace Digits;

/// <summary>For pictures of 8 x 8: ten softmax outputs, the probabilities of the ten digits. Dropout hides some units from each update.</summary>
[Layers(64, 256, 128, 10, Initializer = Initializer.He)]
[Layer(1, Dropout = 0.2)]
[Layer(2, Dropout = 0.2)]
internal sealed partial class SmallDigitNet;

/// <summary>For MNIST's pictures of 28 x 28.</summary>
[Layers(784, 512, 256, 10, Initializer = Initializer.He)]
[Layer(1, Dropout = 0.3)]
[Layer(2, Dropout = 0.3)]
internal sealed partial class MnistNet;

/// <summary>
/// For pictures of 8 x 8, described layer by layer: a layer that is normalized over the batch, and a residual block, which adds to what it is given. Dropout
/// hides some units from each update, so that none relies on a single other.
/// </summary>
[Network(Initializer = Initializer.He)]
internal sealed partial class ResidualDigitNet
{
    private const int Units = 128;
    private const double Dropped = 0.2;

    private static Node Define([Shape(64)] Node picture)
    {
        Node stem = picture.Dense(Units).BatchNorm().Relu();
        Node block = stem.Dense(Units).BatchNorm().Relu().Dropout(Dropped).Dense(Units);
        return (stem + block).Relu().Dropout(Dropped).Dense(10).Softmax();
    }
}
