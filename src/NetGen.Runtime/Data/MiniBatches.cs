using System.Numerics;
using NetGen.Numerics;

namespace NetGen;

/// <summary>
/// A set cut into shuffled batches, in another order each epoch. The order depends on the seed and the number of the epoch alone, so training can be resumed at
/// any epoch. The examples of a batch are copied to buffers made once: neither a batch nor an epoch allocates. One loop at a time.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public sealed class MiniBatches<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dataset<T> data;
    private readonly long seed;
    private readonly int[] order;
    private readonly RandomSource random;
    private readonly Memory<T> x;
    private readonly Memory<T> y;

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
        this.data = data;
        this.seed = seed;
        BatchSize = Math.Min(batchSize, data.Count);
        random = new RandomSource(seed);
        bool whole = BatchSize == data.Count;
        order = whole ? [] : new int[data.Count];
        x = whole ? default : AlignedMemory.Allocate<T>((long)BatchSize * data.InputSize);
        y = whole ? default : AlignedMemory.Allocate<T>((long)BatchSize * data.OutputSize);
    }

    /// <summary>The examples of a batch, all but perhaps the last; never more than the set holds.</summary>
    public int BatchSize { get; }

    /// <summary>The batches of an epoch.</summary>
    public int Count => (data.Count + BatchSize - 1) / BatchSize;

    /// <summary>Shuffles for an epoch.</summary>
    /// <param name="epoch">The number of the epoch.</param>
    /// <returns>The batches, to be looped over with foreach before another epoch is asked for.</returns>
    public Epoch BeginEpoch(int epoch)
    {
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        // An odd factor keeps the seeds of different epochs, and of the same epoch of neighbouring runs, apart.
        random.Restart(unchecked((seed * -0x61c8864680b583eb) + epoch));
        random.Shuffle<int>(order);
        return new Epoch(this);
    }

    private Batch<T> Gather(int index)
    {
        if (order.Length == 0)
        {
            return new(data.X, data.Y, data.Count);
        }

        int first = index * BatchSize;
        int count = Math.Min(BatchSize, data.Count - first);
        Span<T> batchX = x.Span[..(count * data.InputSize)];
        Span<T> batchY = y.Span[..(count * data.OutputSize)];
        data.GatherFeatures(order.AsSpan(first, count), batchX);
        data.GatherLabels(order.AsSpan(first, count), batchY);
        return new(batchX, batchY, count);
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
