namespace NetGen;

/// <summary>
/// The names under which trainings can be observed, by whatever listens to <see cref="System.Diagnostics.Metrics.Meter"/> and
/// <see cref="System.Diagnostics.ActivitySource"/>: dotnet-counters, OpenTelemetry. While nobody listens, nothing is computed for it.
/// </summary>
/// <remarks>
/// Every instrument has the tag netgen.network.name. netgen.training.examples counts the examples that were gone through, after each epoch, so its rate is the
/// examples a second; in the epochs that are recorded, netgen.training.cost, netgen.training.validation.cost, netgen.training.learning_rate and
/// netgen.training.gradient.norm (of the last batch) have values. Activities are netgen.fit, with what ended it, and below it netgen.checkpoint.
/// </remarks>
public static class Telemetry
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "NetGen";

    /// <summary>The name of the source of activities.</summary>
    public const string ActivitySourceName = "NetGen";
}
