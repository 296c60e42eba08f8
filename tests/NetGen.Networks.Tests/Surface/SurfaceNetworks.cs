namespace NetGen.Networks.Tests.Surface;

/// <summary>Three classes, single precision.</summary>
[Layers(4, 8, 3)]
public sealed partial class ThreeClasses;

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
