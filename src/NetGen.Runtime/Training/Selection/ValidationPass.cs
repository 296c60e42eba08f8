using System.Collections.Immutable;
using System.Numerics;

namespace NetGen;

/// <summary>Measures the validation set with the parameters that count: their average, where there is one.</summary>
internal sealed class ValidationPass<TNetwork, T>
    where TNetwork : class, INetwork<TNetwork, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many examples that must be copied are copied at once, which is what their cost is computed of.</summary>
    private const int MostCopied = 1024;

    private readonly TNetwork network;
    private readonly Dataset<T> set;
    private readonly TrainingOptions options;
    private readonly WeightAverage<T>? average;
    private readonly T[] own;
    private readonly FeatureBuffer<T>? features;

    public ValidationPass(TNetwork network, Dataset<T> set, TrainingOptions options, WeightAverage<T>? average)
    {
        this.network = network;
        this.set = set;
        this.options = options;
        this.average = average;
        own = average is null ? [] : new T[TNetwork.ParameterCount];
        features = set.SharesRows ? new FeatureBuffer<T>(set, Math.Min(MostCopied, set.Count)) : null;
    }

    private bool NeedsEvaluation => options.Monitor is not null || !options.Metrics.IsEmpty;

    /// <summary>Checks that what is asked for is defined on the set, before anything is trained.</summary>
    /// <exception cref="ArgumentException">A metric is NaN.</exception>
    public void RequireDefined()
    {
        if (!NeedsEvaluation)
        {
            return;
        }

        Evaluation evaluation = Evaluator.Evaluate(network, set, options.Threads);
        IEnumerable<Metric> asked = options.Monitor is { } monitor ? options.Metrics.Append(monitor) : options.Metrics;
        if (double.IsFinite(evaluation.Cost) && asked.FirstOrDefault(metric => double.IsNaN(metric.Of(evaluation))) is { } undefined)
        {
            throw new ArgumentException(
                $"{undefined.Name} is not defined for {nameof(TrainingOptions.Validation)} of {TNetwork.Description.Name} ({evaluation}): "
                + "choose another metric, or a validation set that has examples of every class.",
                nameof(options));
        }
    }

    /// <summary>Measures.</summary>
    public ValidationResult Measure()
    {
        if (average is null || !average.IsBegun)
        {
            return MeasureNow();
        }

        network.Parameters.CopyTo(own);
        network.SetParameters(average.Values.Span);
        try
        {
            return MeasureNow();
        }
        finally
        {
            network.SetParameters(own);
        }
    }

    private ValidationResult MeasureNow()
    {
        if (!NeedsEvaluation)
        {
            double cost = Cost();
            return new(cost, cost, ImmutableArray<double>.Empty);
        }

        return Evaluated();
    }

    private ValidationResult Evaluated()
    {
        Evaluation evaluation = Evaluator.Evaluate(network, set, options.Threads);
        double cost = set.Weights.IsEmpty ? evaluation.Cost : Cost();
        return new(cost, options.Monitor?.Of(evaluation) ?? cost, [.. options.Metrics.Select(metric => metric.Of(evaluation))]);
    }

    private double Cost()
    {
        if (features is null)
        {
            return CostOf(set.X, set.Y, set.Weights);
        }

        double sum = 0.0;
        for (int first = 0; first < set.Count; first += MostCopied)
        {
            int count = Math.Min(MostCopied, set.Count - first);
            ReadOnlySpan<T> y = set.Y.Slice(first * set.OutputSize, count * set.OutputSize);
            sum += CostOf(features.Of(first, count), y, set.Weights.IsEmpty ? default : set.Weights.Slice(first, count)) * count;
        }

        return sum / set.Count;
    }

    private double CostOf(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> weights) =>
        weights.IsEmpty ? network.Cost(x, y, options.Threads) : network.Cost(x, y, weights, options.Threads);
}

/// <summary>What was measured.</summary>
/// <param name="Cost">The cost.</param>
/// <param name="Monitored">What decides which parameters are best.</param>
/// <param name="Metrics">The metrics that were asked for.</param>
internal readonly record struct ValidationResult(double Cost, double Monitored, ImmutableArray<double> Metrics);
