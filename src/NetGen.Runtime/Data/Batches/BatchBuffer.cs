using System.Numerics;
using NetGen.Numerics;

namespace NetGen;

/// <summary>Memory for a batch, made once.</summary>
internal sealed class BatchBuffer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dataset<T> set;
    private readonly Memory<T> x;
    private readonly Memory<T> y;
    private readonly Memory<T> weights;
    private int count;

    /// <summary>Makes the memory.</summary>
    /// <param name="set">The set that the examples are of.</param>
    /// <param name="batchSize">The most examples of a batch.</param>
    public BatchBuffer(Dataset<T> set, int batchSize)
    {
        this.set = set;
        x = AlignedMemory.Allocate<T>((long)batchSize * set.InputSize);
        y = AlignedMemory.Allocate<T>((long)batchSize * set.OutputSize);
        weights = set.Weights.IsEmpty ? default : AlignedMemory.Allocate<T>(batchSize);
    }

    /// <summary>The batch, valid until it is filled again.</summary>
    public Batch<T> Batch => new(X, Y, Weights, count);

    private Span<T> X => x.Span[..(count * set.InputSize)];

    private Span<T> Y => y.Span[..(count * set.OutputSize)];

    private Span<T> Weights => weights.Span[..(weights.IsEmpty ? 0 : count)];

    /// <summary>Copies examples in the order wanted.</summary>
    public void Fill(ReadOnlySpan<int> examples)
    {
        count = examples.Length;
        set.GatherFeatures(examples, X);
        set.GatherLabels(examples, Y);
        if (!weights.IsEmpty)
        {
            set.GatherWeights(examples, Weights);
        }
    }

    /// <summary>Copies consecutive examples.</summary>
    public void Fill(int first, int length)
    {
        count = length;
        set.CopyFeatures(first, X);
        set.Y.Slice(first * set.OutputSize, Y.Length).CopyTo(Y);
        if (!weights.IsEmpty)
        {
            set.Weights.Slice(first, length).CopyTo(Weights);
        }
    }

    /// <summary>Lets an augmentation change the batch.</summary>
    public void Augment(BatchAugmentation<T> augment, RandomSource random) => augment(X, set.InputSize, Y, set.OutputSize, random);
}
