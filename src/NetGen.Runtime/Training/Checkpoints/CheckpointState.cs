using System.Numerics;

namespace NetGen;

/// <summary>What a checkpoint holds, beside what it must agree with.</summary>
internal sealed class CheckpointState<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How far the training is.</summary>
    public required TrainingPosition Position { get; init; }

    /// <summary>How long it has taken.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Which masks of dropout come next.</summary>
    public required DropoutState Dropout { get; init; }

    /// <summary>Which parameters are kept.</summary>
    public required BestRecord Best { get; init; }

    /// <summary>The parameters.</summary>
    public required ReadOnlyMemory<T> Parameters { get; init; }

    /// <summary>The parameters that are kept.</summary>
    public required ReadOnlyMemory<T> BestParameters { get; init; }

    /// <summary>The average of the parameters; empty where there is none.</summary>
    public required ReadOnlyMemory<T> Average { get; init; }

    /// <summary>The optimizer's state.</summary>
    public required OptimizerState<T> Optimizer { get; init; }

    /// <summary>The batches that wait for their update.</summary>
    public required PendingGradient<T> Pending { get; init; }

    /// <summary>The epochs that were recorded.</summary>
    public required IReadOnlyList<EpochRecord> History { get; init; }
}
