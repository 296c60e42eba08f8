using System.Numerics;
using NetGen.Numerics;

namespace NetGen;

/// <summary>
/// Checks the gradients that a network computes against numeric ones: each parameter is moved a little up and down, and the difference of the cost divided by
/// that of the parameter. For networks of any size: written once for all of them. Generated networks offer it as <c>CheckGradients</c>.
/// </summary>
/// <remarks>
/// Made for double precision networks. In single precision a step small enough for the slope changes the cost by little more than its rounding: the step is
/// larger and the tolerance wide, so that only gross mistakes show. Where a ReLU, a leaky ReLU or an absolute error has its kink within the step, the numeric
/// gradient is a mixture of both sides.
/// </remarks>
public static class GradientChecker
{
    /// <summary>Networks with more parameters have a sample of this many checked.</summary>
    public const int DefaultSampleSize = 2000;

    /// <summary>Compares the gradients of a batch. The parameters are the same afterwards, whatever happens.</summary>
    /// <param name="network">The network.</param>
    /// <param name="x">The examples (m, InputSize); a few suffice.</param>
    /// <param name="y">The labels (m, OutputSize).</param>
    /// <param name="seed">Which sample is checked where there are more parameters than <paramref name="sampleSize"/>.</param>
    /// <param name="sampleSize">How many parameters are checked at most, at least 1.</param>
    /// <typeparam name="TNetwork">The network class.</typeparam>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="InvalidOperationException">The network has not been initialised.</exception>
    public static GradientCheckResult Check<TNetwork, T>(
        TNetwork network, ReadOnlySpan<T> x, ReadOnlySpan<T> y, int seed = 0, int sampleSize = DefaultSampleSize)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleSize);
        NetworkDescription description = TNetwork.Description;
        Guard.LabelledExamples(x.Length, y.Length, TNetwork.InputSize, TNetwork.OutputSize, description.Name);
        Guard.Initialized(network.IsInitialized, description.Name);

        T[] original = network.Parameters.ToArray();
        T[] analytic = new T[original.Length];
        network.ComputeGradients(x, y, analytic);
        int[] indices = Sample(original.Length, sampleSize, seed);
        double[] numeric;
        try
        {
            numeric = NumericGradients(network, x, y, original, indices);
        }
        finally
        {
            network.SetParameters(original);
        }

        return Compare(description, indices, Array.ConvertAll(indices, index => double.CreateTruncating(analytic[index])), numeric, Step<T>(), Tolerance<T>());
    }

    // The rounding of a single precision cost, about 1e-7, divided by twice the step must stay well below the gradients, and these are often about 0.01.
    private static double Step<T>() => typeof(T) == typeof(float) ? 1e-2 : 1e-5;

    private static double Tolerance<T>() => typeof(T) == typeof(float) ? 2e-2 : 1e-6;

    private static double[] NumericGradients<TNetwork, T>(TNetwork network, ReadOnlySpan<T> x, ReadOnlySpan<T> y, T[] original, int[] indices)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T step = T.CreateTruncating(Step<T>());
        T[] moved = [.. original];
        double[] numeric = new double[indices.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            int index = indices[i];
            T above = original[index] + step;
            T below = original[index] - step;
            double costAbove = CostAt(network, x, y, moved, index, above);
            double costBelow = CostAt(network, x, y, moved, index, below);
            moved[index] = original[index];

            // Divided by the distance that the rounded parameters really have.
            numeric[i] = (costAbove - costBelow) / (double.CreateTruncating(above) - double.CreateTruncating(below));
        }

        return numeric;
    }

    private static double CostAt<TNetwork, T>(TNetwork network, ReadOnlySpan<T> x, ReadOnlySpan<T> y, T[] moved, int index, T value)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        moved[index] = value;
        network.SetParameters(moved);
        return network.Cost(x, y);
    }

    /// <summary>All indices, or a random sample without repetition; in ascending order.</summary>
    private static int[] Sample(int count, int sampleSize, int seed)
    {
        int[] indices = [.. Enumerable.Range(0, count)];
        if (count <= sampleSize)
            return indices;
        new RandomSource(seed).Shuffle<int>(indices);
        Array.Resize(ref indices, sampleSize);
        Array.Sort(indices);
        return indices;
    }

    private static GradientCheckResult Compare(
        NetworkDescription description, int[] indices, double[] analytic, double[] numeric, double step, double tolerance)
    {
        double squaredDifference = 0.0, squaredAnalytic = 0.0, squaredNumeric = 0.0;
        int worst = 0;
        double worstDifference = 0.0;
        for (int i = 0; i < indices.Length; i++)
        {
            double difference = Math.Abs(analytic[i] - numeric[i]);
            squaredDifference += difference * difference;
            squaredAnalytic += analytic[i] * analytic[i];
            squaredNumeric += numeric[i] * numeric[i];

            // The first NaN counts as worse than any number.
            if (!(difference <= worstDifference) && !double.IsNaN(worstDifference))
                (worst, worstDifference) = (i, difference);
        }

        double sum = Math.Sqrt(squaredAnalytic) + Math.Sqrt(squaredNumeric);
        (int layer, string name) = Locate(description, indices[worst]);
        return new GradientCheckResult
        {
            RelativeError = sum == 0.0 ? 0.0 : Math.Sqrt(squaredDifference) / sum,
            Tolerance = tolerance,
            Step = step,
            Checked = indices.Length,
            Worst = new GradientDifference(indices[worst], layer, name, analytic[worst], numeric[worst]),
        };
    }

    private static (int Layer, string Name) Locate(NetworkDescription description, int index)
    {
        for (int l = 1; ; l++)
        {
            LayerDescription layer = description.Layers[l - 1];
            int weights = layer.Units * layer.Inputs;
            if (index < weights)
                return (l, $"W{l}[{index / layer.Inputs}, {index % layer.Inputs}]");
            if (index < weights + layer.Units)
                return (l, $"b{l}[{index - weights}]");
            index -= weights + layer.Units;
        }
    }
}
