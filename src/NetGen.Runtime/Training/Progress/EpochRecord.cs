using System.Collections.Immutable;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>What an epoch has reached.</summary>
/// <param name="Epoch">The number of the epoch, from <see cref="TrainingOptions.FirstEpoch"/>.</param>
/// <param name="Cost">
/// The cost of the training set as this epoch met it: of each batch before its update, with the <see cref="TrainingOptions.L2Penalty"/>.
/// </param>
/// <param name="ValidationCost">The cost of the validation set after this epoch; null without one.</param>
public readonly record struct EpochRecord(int Epoch, double Cost, double? ValidationCost)
{
    /// <summary>How many updates were made since the training started.</summary>
    public long Steps { get; init; }

    /// <summary>The learning rate of the last step.</summary>
    public double LearningRate { get; init; }

    /// <summary>The time since the training started, without what it was stopped for.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The <see cref="TrainingOptions.Metrics"/> of the validation set after this epoch, in their order.</summary>
    public ImmutableArray<double> Metrics
    {
        get => field.IsDefault ? ImmutableArray<double>.Empty : field;
        init => field = value.IsDefaultOrEmpty ? default : value;
    }

    /// <summary>As in "epoch 12: cost 0.1234, validation cost 0.2345".</summary>
    public override string ToString() =>
        Text($"epoch {Epoch}: cost {Cost:G4}") + (ValidationCost is { } cost ? Text($", validation cost {cost:G4}") : "");
}
