using NetGen.Numerics;

namespace Vectorization;

/// <summary>The numbers that every way starts from.</summary>
internal sealed class Problem
{
    /// <summary>The number of examples, m.</summary>
    public const int Examples = 256;

    /// <summary>The number of inputs.</summary>
    public const int Inputs = DenseNet.InputSize;

    /// <summary>The number of units.</summary>
    public const int Units = DenseNet.OutputSize;

    /// <summary>The learning rate.</summary>
    public const float LearningRate = 0.01f;

    /// <summary>The multiplications and additions of a step: Z = X W^T and dW = dZ^T X.</summary>
    public const double FloatingPointOperations = 2.0 * 2.0 * Examples * Inputs * Units;

    /// <summary>Draws the numbers.</summary>
    /// <param name="seed">Another seed gives other numbers.</param>
    public Problem(int seed)
    {
        var random = new RandomSource(seed);
        X = Draw(Examples * Inputs, random.NextNormal);
        Y = Draw(Examples * Units, () => random.NextInt32(2));
        Parameters = Draw((Units * Inputs) + Units, () => random.NextNormal() / Math.Sqrt(Inputs));
    }

    /// <summary>The examples (m, 1024), row by row.</summary>
    public float[] X { get; }

    /// <summary>The labels (m, 64), row by row.</summary>
    public float[] Y { get; }

    /// <summary>The first weights (64, 1024), row by row, and biases (64).</summary>
    public float[] Parameters { get; }

    private static float[] Draw(int count, Func<double> next) => [.. Enumerable.Range(0, count).Select(_ => (float)next())];
}
