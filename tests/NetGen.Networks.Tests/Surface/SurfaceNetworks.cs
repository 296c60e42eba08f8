namespace NetGen.Networks.Tests.Surface;

/// <summary>Three classes, single precision.</summary>
[Layers(4, 8, 3)]
public sealed partial class ThreeClasses;

/// <summary>The same three classes, described by a method.</summary>
[Network]
public sealed partial class DescribedClasses
{
    /// <summary>The units of the hidden layer.</summary>
    private const int Hidden = 8;

    /// <summary>Describes it.</summary>
    public static Node Define([Shape(4)] Node x) => Layer(x, Hidden).Relu().Dense(3).Softmax();

    private static Node Layer(Node x, int units) => x.Dense(units);
}

/// <summary>One output, double precision.</summary>
[Layers(5, 6, 1, Hidden = Activation.Tanh, Initializer = Initializer.SmallNormal, Element = ElementType.Double)]
public sealed partial class OneOutput;

/// <summary>A nested network, as an application may keep its own.</summary>
public static partial class Shop
{
    /// <summary>Estimates a price.</summary>
    [Layers(2, 3, 1, Output = Activation.Linear)]
    internal sealed partial class Prices
    {
        /// <summary>A constructor of one's own.</summary>
        public Prices(int seed) => Initialize(seed);
    }
}

/// <summary>Brings parameters along.</summary>
[Layers(2, 2, 1, Output = Activation.Linear)]
public sealed partial class Trained
{
    [Weights(1)]
    private static readonly float[,] hidden = { { 1, 2 }, { 3, 4 } };

    [Bias(1)]
    private static readonly float[] hiddenBias = [0.5f, -10];

    [Weights(2)]
    private static readonly float[][] output = [[10, 100]];

    [Bias(2)]
    private static float[] OutputBias() => [1000];
}

/// <summary>Only the last layer is declared, with a length that the compiler cannot know.</summary>
[Layers(2, 3, 1)]
public sealed partial class TrainedAtTheEnd
{
    [Weights(2)]
    private float[] Last => [.. Enumerable.Repeat(0.5f, LastLength)];

    [Bias(2)]
    private static readonly float[] LastShift = [0.25f];

    /// <summary>How many weights there are: 3 fit.</summary>
    public int LastLength { get; set; } = 3;
}

/// <summary>
/// Its weights come from code that may fail, behind weights that do not, and one member has the name of what emitted code might call its own.
/// </summary>
[Layers(2, 3, 1)]
public sealed partial class TrainedByHand
{
    /// <summary>The weights of the first layer.</summary>
    [Weights(1)]
    public float[] Hidden { get; set; } = [1, 2, 3, 4, 5, 6];

    [Bias(1)]
    private static readonly float[] parameters = [7, 8, 9];

    /// <summary>What reading the last weights throws.</summary>
    public Exception? Failure { get; set; }

    [Weights(2)]
    private float[,] Last => Failure is null ? new float[1, 3] : throw Failure;

    [Bias(2)]
    private static float[] before() => [0.5f];
}

/// <summary>ReLU where <see cref="TanhNet"/> has the hyperbolic tangent.</summary>
[Layers(2, 3, 1)]
public sealed partial class ReluNet;

/// <summary>The hyperbolic tangent where <see cref="ReluNet"/> has ReLU.</summary>
[Layers(2, 3, 1, Hidden = Activation.Tanh)]
public sealed partial class TanhNet;
