using System.Collections.Immutable;
using System.Numerics;

namespace NetGen;

/// <summary>The weights of the examples of a batch: their own, those of their classes, or both multiplied.</summary>
/// <param name="classWeights">A weight for each class; empty: there are none.</param>
/// <param name="batchSize">The examples of a batch.</param>
internal sealed class BatchWeights<T>(ImmutableArray<double> classWeights, int batchSize)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] weights = classWeights.IsEmpty ? [] : new T[batchSize];

    /// <summary>The weights (Count) of a batch; empty where no example has one.</summary>
    public ReadOnlySpan<T> Of(TrainingBatches<T> batch)
    {
        if (classWeights.IsEmpty)
        {
            return batch.Weights;
        }

        Span<T> filled = weights.AsSpan(0, batch.Count);
        ClassWeights.Fill(classWeights.AsSpan(), batch.Y, batch.Weights, filled);
        return filled;
    }
}
