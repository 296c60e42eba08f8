using System.Numerics;

namespace NetGen;

/// <summary>The batches of the epochs of a training, one after the other. Neither a batch nor an epoch allocates.</summary>
internal sealed class TrainingBatches<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dataset<T> set;
    private readonly int batchSize;
    private readonly MiniBatches<T>? shuffled;
    private readonly FeatureBuffer<T>? features;
    private MiniBatches<T>.Epoch epoch;
    private int next;

    public TrainingBatches(Dataset<T> set, int batchSize, bool shuffle, int seed)
    {
        this.set = set;
        this.batchSize = Math.Min(batchSize, set.Count);
        shuffled = shuffle && this.batchSize < set.Count ? new MiniBatches<T>(set, this.batchSize, seed) : null;
        features = this.batchSize < set.Count && shuffled is null ? new FeatureBuffer<T>(set, this.batchSize) : null;
    }

    public int StepsOfEpoch => ((set.Count - 1) / batchSize) + 1;

    public ReadOnlySpan<T> X => shuffled is not null ? epoch.Current.X : features is null ? set.X : features.Of(First, Count);

    public ReadOnlySpan<T> Y => shuffled is not null ? epoch.Current.Y : set.Y.Slice(First * set.OutputSize, Count * set.OutputSize);

    public int Count => Math.Min(batchSize, set.Count - First);

    private int First => (next - 1) * batchSize;

    public void BeginEpoch(int epoch, int firstStep = 0)
    {
        next = firstStep;
        if (shuffled is not null)
        {
            this.epoch = shuffled.BeginEpoch(epoch);
            for (int i = 0; i < firstStep; i++)
            {
                this.epoch.MoveNext();
            }
        }
    }

    public bool MoveNext()
    {
        if (shuffled is not null)
        {
            this.epoch.MoveNext();
        }

        return next++ < StepsOfEpoch;
    }

    public void Dispose()
    {
    }
}
