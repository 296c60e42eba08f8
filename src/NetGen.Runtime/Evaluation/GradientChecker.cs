using System.Numerics;
using NetGen.CompilerServices;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// Checks the gradients that a network computes against numeric ones: each parameter is moved a little up and down, and the difference of the cost divided by
/// that of the parameter. For networks of any size: written once for all of them. Generated networks offer it as <c>CheckGradients</c>.
/// </summary>
/// <remarks>
/// <para>
/// The numeric gradients come from the formulas of the declaration (<see cref="Reference.Model"/>) in double precision, not from the network's own code,
/// whatever its element type: in single precision a step small enough for a slope would change the cost by little more than its rounding. The network's
/// parameters are only read. The cost is that of training: normalized with the statistics of the batch, and with the mask of dropout that
/// <see cref="INetwork{TSelf, T}.ComputeGradients"/> used.
/// </para>
/// <para>
/// Two right gradients differ, too, and by more than a share of themselves where they are small, as on a trained network. Of each parameter the check knows by
/// how much they may, and counts only what goes beyond. Its parts are:
/// </para>
/// <list type="bullet">
/// <item>
/// The rounding of the cost over the step. The slope is (J(p + h) - J(p - h)) / 2h; rounding leaves up to about 4u (|J| + what the rounding of Z[L] leaves in
/// J) in each J, with u = 2^-53, so 1/h times that in the slope. The cross-entropies are summed from terms that do not cancel, so that |J| is small where the
/// network is good.
/// </item>
/// <item>
/// The rounding of the analytic gradient, in the network's own type: u = 2^-24 in single precision. dZ[L] = A - Y keeps the rounding of A however small it
/// becomes: on a network whose outputs are right to 1e-4, single precision leaves a part in 2000 of it. A running error analysis carries that to each
/// parameter.
/// </item>
/// <item>
/// The error e of the step, measured where the parts above do not explain a difference. Of a smooth cost it is h^2/6 times the third derivative: twice the step
/// makes it four times as large, so the slope changes by 3e. Where the second derivative jumps within the step, as that of ELU does at 0, the change is still
/// at least e: with a jump j at a distance d below h, e = j (h - d)^2 / 4h and the change is j (2h^2 - d^2) / 8h. So e is at most the change, and what rounding
/// leaves in it, 1/h and 1/2h times that of the cost. Where there is a kink within twice the step, half of it serves: e is at most twice that change, in which
/// rounding leaves 1/h and 2/h times that of the cost.
/// </item>
/// </list>
/// </remarks>
public static class GradientChecker
{
    /// <summary>Networks with more parameters have a sample of this many checked.</summary>
    public const int DefaultSampleSize = 2000;

    /// <summary>
    /// By how much each parameter is moved: the rounding of the cost, about 1e-16, divided by it, and its square are both about 1e-11, small beside a gradient.
    /// </summary>
    public const double DefaultStep = 1e-5;

    private const double SmallestStep = 1e-10;
    private const double LargestStep = 1e-2;

    /// <summary>Compares the gradients of a batch.</summary>
    /// <param name="network">The network.</param>
    /// <param name="x">The examples (m, InputSize); a few suffice.</param>
    /// <param name="y">The labels (m, OutputSize).</param>
    /// <param name="seed">Which sample is checked where there are more parameters than <paramref name="sampleSize"/>.</param>
    /// <param name="sampleSize">How many parameters are checked at most, at least 1.</param>
    /// <param name="step">By how much each parameter is moved, up and down: from 1e-10 to 0.01. Courses often take 1e-7.</param>
    /// <typeparam name="TNetwork">The network class.</typeparam>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>
    /// What was found. A parameter that is NaN or infinite, or a cost that is, leaves nothing to compare: the result then names it and has not passed.
    /// </returns>
    /// <exception cref="ArgumentException">A length does not fit, or an example or a label is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The sample size or the step is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The network has not been initialized.</exception>
    public static GradientCheckResult Check<TNetwork, T>(
        TNetwork network, ReadOnlySpan<T> x, ReadOnlySpan<T> y, int seed = 0, int sampleSize = DefaultSampleSize, double step = DefaultStep)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleSize);
        if (!(step >= SmallestStep && step <= LargestStep))
        {
            throw new ArgumentOutOfRangeException(nameof(step), step, Text($"step is {step}, but must lie between {SmallestStep} and {LargestStep}."));
        }

        NetworkDescription description = TNetwork.Description;
        Guard.LabelledExamples(x.Length, y.Length, TNetwork.InputSize, TNetwork.OutputSize, description.Name);
        Guard.Initialized(network.IsInitialized, description.Name);
        CheckFinite(x, TNetwork.InputSize, "input", nameof(x));
        CheckFinite(y, TNetwork.OutputSize, "output", nameof(y));

        double tolerance = typeof(T) == typeof(float) ? 1e-4 : 1e-7;
        if (FirstNotFinite(network.Parameters) is { } place)
        {
            return NothingChecked(step, tolerance, Text($"{ParameterLayout.NameOf(description, place)} of {description.Name} is {network.Parameters[place]}"));
        }

        T[] analytic = new T[TNetwork.ParameterCount];
        network.ComputeGradients(x, y, analytic);
        var numeric = new NumericGradient(description, Widen(network.Parameters), Widen(x), Widen(y), network.DropoutState.Mode);
        if (!double.IsFinite(numeric.Cost))
        {
            return NothingChecked(step, tolerance, Text($"the cost of {description.Name} is {numeric.Cost}; smaller parameters, inputs or labels are needed"));
        }

        var differences = new List<GradientDifference>();
        int[] indices = Sample(analytic.Length, sampleSize, seed);
        foreach (int index in indices)
        {
            if (Compare(numeric, index, analytic[index], step, tolerance) is { } difference)
            {
                differences.Add(difference);
            }
        }

        return new GradientCheckResult
        {
            RelativeError = RelativeError(differences),
            Tolerance = tolerance,
            Step = step,
            Checked = differences.Count,
            Skipped = indices.Length - differences.Count,
            Wrong = differences.Count(difference => !(difference.Unexplained <= tolerance)),
            Worst = Worst(differences),
        };
    }

    /// <summary>Both gradients of a parameter; null at a kink. What is not trained has a gradient of 0, so that no optimizer changes it.</summary>
    private static GradientDifference? Compare<T>(NumericGradient numeric, int index, T analytic, double step, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ParameterDescription parameter = ParameterLayout.Find(numeric.Network, index).Parameter;
        if (!parameter.IsTrainable)
        {
            return new(index, parameter.Layer, parameter.NameOf(index - parameter.Offset), double.CreateTruncating(analytic), Numeric: 0.0);
        }

        if (numeric.Of(index, step) is not { } slope)
        {
            return null;
        }

        var difference = new GradientDifference(index, parameter.Layer, parameter.NameOf(index - parameter.Offset), double.CreateTruncating(analytic), slope)
        {
            Uncertainty = numeric.Rounding.OfGradient<T>(index) + (numeric.Rounding.OfCost / step),
        };
        return difference.Unexplained > tolerance
            ? difference with { Uncertainty = difference.Uncertainty + ErrorOfStep(numeric, index, step, slope) }
            : difference;
    }

    /// <summary>By how much the slope may be wrong because the step is as long as it is.</summary>
    private static double ErrorOfStep(NumericGradient numeric, int index, double step, double slope)
    {
        double rounding = numeric.Rounding.OfCost / step;
        if (numeric.Of(index, 2.0 * step) is { } farther)
        {
            return Math.Abs(farther - slope) + (1.5 * rounding);
        }

        return numeric.Of(index, step / 2.0) is { } nearer ? 2.0 * (Math.Abs(slope - nearer) + (3.0 * rounding)) : 0.0;
    }

    private static void CheckFinite<T>(ReadOnlySpan<T> values, int size, string noun, string parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (FirstNotFinite(values) is { } place)
        {
            throw new ArgumentException(
                Text($"{parameter} holds {values[place]} in row {place / size}, column {place % size} (an example, an {noun}): ")
                    + "gradients are compared at finite numbers.",
                parameter);
        }
    }

    private static int? FirstNotFinite<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int place = 0; place < values.Length; place++)
        {
            if (!T.IsFinite(values[place]))
            {
                return place;
            }
        }

        return null;
    }

    private static GradientCheckResult NothingChecked(double step, double tolerance, string obstacle) => new()
    {
        RelativeError = double.NaN,
        Tolerance = tolerance,
        Step = step,
        Checked = 0,
        Skipped = 0,
        Wrong = 0,
        Worst = null,
        Obstacle = obstacle,
    };

    private static double[] Widen<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] widened = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            widened[i] = double.CreateTruncating(values[i]);
        }

        return widened;
    }

    /// <summary>All indices, or a random sample without repetition; in ascending order.</summary>
    private static int[] Sample(int count, int sampleSize, int seed)
    {
        int[] indices = [.. Enumerable.Range(0, count)];
        if (count <= sampleSize)
        {
            return indices;
        }

        new RandomSource(seed).Shuffle<int>(indices);
        Array.Resize(ref indices, sampleSize);
        Array.Sort(indices);
        return indices;
    }

    private static double RelativeError(List<GradientDifference> differences)
    {
        if (differences.Count == 0)
        {
            return double.NaN;
        }

        double sum = Norm(differences.Select(difference => difference.Analytic)) + Norm(differences.Select(difference => difference.Numeric));
        return sum == 0.0 ? 0.0 : Norm(differences.Select(difference => difference.Distance)) / sum;
    }

    private static double Norm(IEnumerable<double> values) => Math.Sqrt(values.Sum(value => value * value));

    /// <summary>The largest difference beyond the uncertainty, or else the largest; one that is not a number is larger than any.</summary>
    private static GradientDifference? Worst(List<GradientDifference> differences) => differences.Count == 0
        ? null
        : differences.MaxBy(difference => (NumberOrGreatest(difference.Unexplained), NumberOrGreatest(difference.Distance)));

    private static double NumberOrGreatest(double value) => double.IsNaN(value) ? double.PositiveInfinity : value;
}
