using System.Numerics;

namespace NetGen;

/// <summary>
/// A set cut into shuffled batches, in another order each epoch. The order depends on the seed and the number of the epoch alone, so training can be resumed at
/// any epoch. The examples of a batch are copied to buffers made once: neither a batch nor an epoch allocates. One loop at a time.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public sealed class MiniBatches<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly EpochBatches<T> batches;
    private readonly BatchBuffer<T>? buffer;

    /// <summary>Makes the buffers.</summary>
    /// <param name="data">The examples.</param>
    /// <param name="batchSize">
    /// The examples of a batch, at least 1; the last batch of an epoch holds those that are left. Not below the size of the set: one batch, the set as it is.
    /// </param>
    /// <param name="seed">The same seed gives the same batches on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">batchSize is not positive.</exception>
    public MiniBatches(Dataset<T> data, int batchSize, long seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        batches = new EpochBatches<T>(data, batchSize, shuffle: true, seed);
        buffer = batches.IsInPlace ? null : batches.NewBuffer();
    }

    /// <summary>The examples of a batch, all but perhaps the last; never more than the set holds.</summary>
    public int BatchSize => batches.BatchSize;

    /// <summary>The batches of an epoch.</summary>
    public int Count => batches.Count;

    /// <summary>Shuffles for an epoch.</summary>
    /// <param name="epoch">The number of the epoch.</param>
    /// <returns>The batches, to be looped over with foreach before another epoch is asked for.</returns>
    public Epoch BeginEpoch(int epoch)
    {
        batches.BeginEpoch(epoch);
        return new Epoch(this);
    }

    private Batch<T> Gather(int step)
    {
        if (buffer is null)
        {
            return batches.View(step);
        }

        batches.Fill(step, buffer);
        return buffer.Batch;
    }

    /// <summary>The batches of one epoch; a foreach loop's source and its enumerator.</summary>
    public struct Epoch
    {
        private readonly MiniBatches<T> batches;
        private int next;

        internal Epoch(MiniBatches<T> batches)
        {
            this.batches = batches;
            next = 0;
        }

        /// <summary>The batch that <see cref="MoveNext"/> moved to.</summary>
        public readonly Batch<T> Current => batches.Gather(next - 1);

        /// <summary>Moves to the next batch.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => next++ < batches.Count;

        /// <summary>The batches from the first one on.</summary>
        public readonly Epoch GetEnumerator() => new(batches);
    }
}
