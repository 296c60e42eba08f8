using System.Collections.Immutable;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>One training of a search, and what it reached.</summary>
/// <param name="Settings">Its hyperparameters.</param>
/// <param name="Epochs">How many epochs it had.</param>
/// <param name="End">What ended it.</param>
/// <param name="ValidationCost">The lowest cost of the validation set, or its cost in the best epoch by the monitored metric; null when there was none.</param>
/// <param name="BestEpoch">The epoch of it.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record Trial(TrialSettings Settings, int Epochs, TrainingEnd End, double? ValidationCost, int? BestEpoch, TimeSpan Elapsed)
{
    /// <summary>The metrics of the best epoch, in the order of those that were asked for; empty where that epoch was not recorded.</summary>
    public ImmutableArray<double> Metrics { get; init; } = [];

    /// <summary>Where its best parameters are, a model file; null: they were not kept.</summary>
    public string? ModelPath { get; init; }

    /// <summary>What trials are sorted by: those without a cost come last.</summary>
    internal double Rank => ValidationCost is { } cost && double.IsFinite(cost) ? cost : double.PositiveInfinity;

    /// <summary>As in "validation cost 0.1234 in epoch 12 (CatNet, Adam, ...)".</summary>
    public override string ToString() =>
        (ValidationCost is { } cost ? Text($"validation cost {cost:G4} in epoch {BestEpoch}") : Text($"{End}, no validation cost")) + $" ({Settings})";
}
