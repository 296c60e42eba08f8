using System.Numerics;
using NetGen.Numerics;

namespace NetGen;

/// <summary>
/// Checks the gradients that a network computes against numeric ones: each parameter is moved a little up and down, and the difference of the cost divided by
/// that of the parameter. For networks of any size: written once for all of them. Generated networks offer it as <c>CheckGradients</c>.
/// </summary>
/// <remarks>
/// The numeric gradients come from the formulas of the declaration in double precision, not from the network's own code, whatever its element type: in single
/// precision a step small enough for a slope would change the cost by little more than its rounding. The network's parameters are only read.
/// </remarks>
public static class GradientChecker
{
    /// <summary>Networks with more parameters have a sample of this many checked.</summary>
    public const int DefaultSampleSize = 2000;

    // The rounding of the cost, about 1e-16, divided by the step, and the square of the step are both about 1e-11: small beside a gradient.
    private const double Step = 1e-5;

    /// <summary>Compares the gradients of a batch.</summary>
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

        T[] analytic = new T[TNetwork.ParameterCount];
        network.ComputeGradients(x, y, analytic);
        var numeric = new NumericGradient(description, Widen(network.Parameters), Widen(x), Widen(y));
        var differences = new List<GradientDifference>();
        int[] indices = Sample(analytic.Length, sampleSize, seed);
        foreach (int index in indices)
        {
            ParameterPlace place = ParameterPlace.Of(description, index);
            double slope = numeric.Of(place, Step);
            if (!double.IsNaN(slope))
                differences.Add(new GradientDifference(index, place.Layer, place.Name, double.CreateTruncating(analytic[index]), slope));
        }

        return new GradientCheckResult
        {
            RelativeError = RelativeError(differences),
            Tolerance = typeof(T) == typeof(float) ? 1e-4 : 1e-6,
            Step = Step,
            Checked = differences.Count,
            Skipped = indices.Length - differences.Count,
            Worst = Worst(differences),
        };
    }

    private static double[] Widen<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] widened = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
            widened[i] = double.CreateTruncating(values[i]);
        return widened;
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

    private static double RelativeError(List<GradientDifference> differences)
    {
        if (differences.Count == 0)
            return double.NaN;
        double sum = Norm(differences.Select(difference => difference.Analytic)) + Norm(differences.Select(difference => difference.Numeric));
        return sum == 0.0 ? 0.0 : Norm(differences.Select(Distance)) / sum;
    }

    private static double Norm(IEnumerable<double> values) => Math.Sqrt(values.Sum(value => value * value));

    private static double Distance(GradientDifference difference) => Math.Abs(difference.Analytic - difference.Numeric);

    /// <summary>The largest difference; one that is not a number is larger than any.</summary>
    private static GradientDifference? Worst(List<GradientDifference> differences) => differences.Count == 0
        ? null
        : differences.MaxBy(difference => double.IsNaN(Distance(difference)) ? double.PositiveInfinity : Distance(difference));
}
