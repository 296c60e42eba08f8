using System.Collections.Immutable;

namespace NetGen;

/// <summary>What training reached.</summary>
public sealed record TrainingResult
{
    /// <summary>How many epochs were completed.</summary>
    public required int Epochs { get; init; }

    /// <summary>How many updates were made.</summary>
    public required long Steps { get; init; }

    /// <summary>Whether training was cancelled before the last step.</summary>
    public required bool Cancelled { get; init; }

    /// <summary>
    /// The costs of the epochs 0, N, 2 N, ... and the last, N being <see cref="TrainingOptions.ProgressInterval"/>; only completed epochs are among them.
    /// </summary>
    public required ImmutableArray<CostRecord> Costs { get; init; }

    /// <summary>
    /// The epoch whose end (or, cancelled within it, whose last step) had the lowest cost of the validation set: the network has the parameters of that moment.
    /// Null without a validation set, and where its cost was never a finite number: then the network has the parameters of the last step.
    /// </summary>
    public required int? BestEpoch { get; init; }

    /// <summary>The lowest cost of the validation set; null where <see cref="BestEpoch"/> is.</summary>
    public required double? BestValidationCost { get; init; }

    /// <summary>How long training took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The cost of the last recorded epoch; NaN when none was completed.</summary>
    public double FinalCost => Costs.IsEmpty ? double.NaN : Costs[^1].Cost;
}
