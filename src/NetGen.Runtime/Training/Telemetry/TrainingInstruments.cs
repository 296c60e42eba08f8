using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NetGen;

/// <summary>What trainings tell those who observe the process.</summary>
/// <param name="network">The network's name.</param>
internal sealed class TrainingInstruments(string network)
{
    private const string NetworkTag = "netgen.network.name";

    private static readonly Meter Meter = new(Telemetry.MeterName);
    private static readonly ActivitySource Source = new(Telemetry.ActivitySourceName);

    private static readonly Counter<long> Examples = Meter.CreateCounter<long>(
        "netgen.training.examples", "{example}", "Examples that training has gone through.");

    private static readonly Gauge<double> Cost = Meter.CreateGauge<double>(
        "netgen.training.cost", "1", "The cost of the training set in the last recorded epoch.");

    private static readonly Gauge<double> ValidationCost = Meter.CreateGauge<double>(
        "netgen.training.validation.cost", "1", "The cost of the validation set after the last recorded epoch.");

    private static readonly Gauge<double> LearningRate = Meter.CreateGauge<double>(
        "netgen.training.learning_rate", "1", "The learning rate of the last step of the last recorded epoch.");

    private static readonly Gauge<double> GradientNorm = Meter.CreateGauge<double>(
        "netgen.training.gradient.norm", "1", "The Euclidean norm of the gradient of the last batch of the last recorded epoch.");

    /// <summary>Whether somebody wants the norm of the gradient.</summary>
    public static bool WantsGradientNorm => GradientNorm.Enabled;

    /// <summary>Begins the activity of a training; null: nobody listens.</summary>
    /// <param name="network">The network's name.</param>
    /// <param name="epochs">How many epochs there are to be.</param>
    /// <param name="examples">The number of examples.</param>
    public static Activity? StartFit(string network, int epochs, int examples) =>
        Source.StartActivity("netgen.fit")
            ?.SetTag(NetworkTag, network)
            .SetTag("netgen.training.epochs", epochs)
            .SetTag("netgen.training.set.size", examples);

    /// <summary>Ends the activity of a training.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="result">What the training reached.</param>
    public static void EndFit(Activity? activity, TrainingResult result)
    {
        activity?.SetTag("netgen.training.end", result.End.ToString()).SetTag("netgen.training.steps", result.Steps);
        if (result.End is TrainingEnd.Diverged or TrainingEnd.CallbackFailed or TrainingEnd.CheckpointFailed)
        {
            activity?.SetStatus(ActivityStatusCode.Error, result.Divergence?.ToString() ?? result.Failure?.Message);
        }
    }

    /// <summary>Begins the activity of writing a checkpoint; null: nobody listens.</summary>
    public Activity? StartCheckpoint() => Source.StartActivity("netgen.checkpoint")?.SetTag(NetworkTag, network);

    /// <summary>Counts the examples of an epoch.</summary>
    /// <param name="count">The number of examples.</param>
    public void Count(int count)
    {
        if (Examples.Enabled)
        {
            Examples.Add(count, Tag());
        }
    }

    /// <summary>Notes a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="gradientNorm">The norm of the gradient; NaN where nobody wanted it.</param>
    public void Note(EpochRecord record, double gradientNorm)
    {
        Note(Cost, record.Cost);
        Note(ValidationCost, record.ValidationCost ?? double.NaN);
        Note(LearningRate, record.LearningRate);
        Note(GradientNorm, gradientNorm);
    }

    private void Note(Gauge<double> gauge, double value)
    {
        if (gauge.Enabled && !double.IsNaN(value))
        {
            gauge.Record(value, Tag());
        }
    }

    private KeyValuePair<string, object?> Tag() => new(NetworkTag, network);
}
