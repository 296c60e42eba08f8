using System.Numerics;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// The batches of a set, in another order each epoch or in that of the set. What a batch holds depends on seed, epoch and step alone, so they can be asked for
/// in any order, and by any thread, one at a time.
/// </summary>
internal sealed class EpochBatches<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dataset<T> set;
    private readonly long seed;
    private readonly int[] order;
    private readonly RandomSource random = new(0);
    private int epoch;

    /// <summary>Makes room for the order.</summary>
    /// <param name="set">The examples.</param>
    /// <param name="batchSize">
    /// The examples of a batch; the last one holds those that are left. Not below the size of the set: one batch, the set in its order.
    /// </param>
    /// <param name="shuffle">Whether examples come in another order each epoch.</param>
    /// <param name="seed">What orders and augmentations are drawn with.</param>
    public EpochBatches(Dataset<T> set, int batchSize, bool shuffle, long seed)
    {
        this.set = set;
        this.seed = seed;
        BatchSize = Math.Min(batchSize, set.Count);
        order = shuffle && BatchSize < set.Count ? new int[set.Count] : [];

        // A batch of all examples is as large as the copy that the set itself makes, and keeps.
        IsInPlace = set.Augmentation is null && order.Length == 0 && (BatchSize == set.Count || !set.SharesRows);
    }

    /// <summary>The examples of a batch, all but perhaps the last.</summary>
    public int BatchSize { get; }

    /// <summary>The batches of an epoch.</summary>
    public int Count => ((set.Count - 1) / BatchSize) + 1;

    /// <summary>Whether batches are views of the set (<see cref="View"/>); if not they are copied to a buffer (<see cref="Fill"/>).</summary>
    public bool IsInPlace { get; }

    /// <summary>Memory for a batch.</summary>
    public BatchBuffer<T> NewBuffer() => new(set, BatchSize);

    /// <summary>Draws the order of an epoch.</summary>
    /// <param name="number">The number of the epoch.</param>
    public void BeginEpoch(int number)
    {
        epoch = number;
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        // An odd factor keeps the seeds of different epochs, and of the same epoch of neighbouring runs, apart.
        random.Restart(unchecked((seed * -0x61c8864680b583eb) + number));
        random.Shuffle<int>(order);
    }

    /// <summary>A batch in place.</summary>
    /// <param name="step">Its number within the epoch.</param>
    public Batch<T> View(int step)
    {
        (int first, int count) = RangeOf(step);
        return new(
            set.X.Slice(first * set.InputSize, count * set.InputSize),
            set.Y.Slice(first * set.OutputSize, count * set.OutputSize),
            set.Weights.IsEmpty ? default : set.Weights.Slice(first, count),
            count);
    }

    /// <summary>Copies a batch, and lets the augmentation change it.</summary>
    /// <param name="step">Its number within the epoch.</param>
    /// <param name="buffer">Receives it.</param>
    /// <exception cref="InvalidOperationException">The augmentation made a value that is not finite.</exception>
    public void Fill(int step, BatchBuffer<T> buffer)
    {
        (int first, int count) = RangeOf(step);
        if (order.Length == 0)
        {
            buffer.Fill(first, count);
        }
        else
        {
            buffer.Fill(order.AsSpan(first, count));
        }

        if (set.Augmentation is { } augment)
        {
            random.Restart(seed, epoch, step);
            buffer.Augment(augment, random);
            if (set.RefusesNonFinite)
            {
                RequireFinite(buffer.Batch.X, set.InputSize, "feature", step);
                RequireFinite(buffer.Batch.Y, set.OutputSize, "label", step);
            }
        }
    }

    private (int First, int Count) RangeOf(int step)
    {
        int first = step * BatchSize;
        return (first, Math.Min(BatchSize, set.Count - first));
    }

    private void RequireFinite(ReadOnlySpan<T> values, int size, string what, int step)
    {
        if (FiniteScan.IndexOfNonFinite(values) is >= 0 and int index)
        {
            throw new InvalidOperationException(
                Text($"The augmentation of the set made {values[index]} of {what} {index % size} of row {index / size} in the batch of epoch {epoch}, ")
                    + Text($"step {step}, but an example that is learned from is made of finite numbers."));
        }
    }
}
