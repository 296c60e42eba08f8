namespace NetGen.Networks.Tests.Surface;

/// <summary>A stack whose first layer is normalized over the batch and dropped, whose second is dropped, and that brings parameters along.</summary>
[Layers(4, 5, 3, 2, Hidden = Activation.Tanh)]
[Layer(1, BatchNorm = true, Dropout = 0.2)]
[Layer(2, Dropout = 0.4)]
public sealed partial class StackedClasses
{
    [Weights(2)]
    private static readonly float[,] Middle = new float[3, 5] { { 1, 2, 3, 4, 5 }, { 6, 7, 8, 9, 10 }, { 11, 12, 13, 14, 15 } };

    [Bias(2)]
    private static readonly float[] MiddleBias = [0.5f, 1.5f, 2.5f];
}

/// <summary>The same layers, spelled out.</summary>
[Network]
public sealed partial class SpelledOutClasses
{
    /// <summary>Describes it.</summary>
    public static Node Define([Shape(4)] Node x) => x.Dense(5).BatchNorm().Tanh().Dropout(0.2).Dense(3).Tanh().Dropout(0.4).Dense(2).Softmax();
}

/// <summary>A regression that ends in a normalization, double precision.</summary>
[Layers(3, 6, 2, Output = Activation.Linear, Element = ElementType.Double)]
[Layer(1, Dropout = 0.3)]
[Layer(2, BatchNorm = true)]
public sealed partial class StackedNumbers;

/// <summary>Brings the parameters of its layers along, by their names: an embedding, a layer without a bias, and one with.</summary>
[Network]
public sealed partial class TrainedByName
{
    /// <summary>Describes it.</summary>
    public static Node Define([Categories(3)] Node kind, [Shape(2)] Node numbers)
    {
        Node place = kind.Embed(2);
        Node wide = numbers.Dense(1, bias: false);
        return Node.Concat(place, wide).Dense(1).Named("head");
    }

    [Weights("place")]
    private static readonly float[,] Places = { { 1, 2 }, { 3, 4 }, { 5, 6 } };

    [Weights("wide")]
    private static float[] Wide => [10, 100];

    [Weights("head")]
    private static readonly float[][] Head = [[1, 0.5f, 2]];

    [Bias("head")]
    private static readonly float[] HeadBias = [0.25f];
}
