using static NetGen.MessageText;

namespace NetGen;

/// <content>What training makes of a set beside its features and labels: weights, and what changes its batches.</content>
public sealed partial class Dataset<T>
{
    /// <summary>
    /// The same examples with weights, which say how much each counts beside the others. They stay with their examples in whatever is made of the set, and come
    /// with every batch (<see cref="Batch{T}.Weights"/>). A part of the set may be left with zeros alone.
    /// </summary>
    /// <param name="weights">The weight of each example (m): finite, not negative, and not all zero. Copied.</param>
    /// <exception cref="ArgumentException">There are not as many weights as examples, one is negative or not finite, or all are zero.</exception>
    public Dataset<T> WithWeights(ReadOnlySpan<T> weights)
    {
        if (weights.Length != Count)
        {
            throw new ArgumentException(
                Text($"There are {Counted(Count, "example")}, but weights holds {weights.Length}: each example needs its weight."), nameof(weights));
        }

        for (int example = 0; example < weights.Length; example++)
        {
            if (!(T.IsFinite(weights[example]) && weights[example] >= T.Zero))
            {
                throw new ArgumentException(
                    Text($"weights holds {Value(weights[example])} for example {example}, but a weight is a finite number that is not negative."),
                    nameof(weights));
            }
        }

        return weights.ContainsAnyExcept(T.Zero)
            ? new(x, InputSize, y, OutputSize, ClassMemory, nonFinite, starts, source, Copy(weights), Augmentation)
            : throw new ArgumentException("All weights are zero, so that no example counts: at least one must be positive.", nameof(weights));
    }

    /// <summary>
    /// The same examples, of which each training batch is changed before its step, such as by noise or by mirroring pictures: <c>Fit</c> and
    /// <see cref="MiniBatches{T}"/> hand copies to it. The set itself, costs and evaluations stay as they are. Of a set that is changed already, what is added
    /// comes last.
    /// </summary>
    /// <param name="augment">
    /// Changes a batch. Its random numbers depend on seed, epoch and step alone, so training is repeated and resumed bit for bit where nothing else decides. It
    /// may be called by another thread than the one that trains, but only for one batch at a time. Where it makes NaN or infinities of a set that refuses
    /// these, the batch is refused with epoch, step, row and column.
    /// </param>
    public Dataset<T> WithAugmentation(BatchAugmentation<T> augment)
    {
        ArgumentNullException.ThrowIfNull(augment);
        BatchAugmentation<T> all = Augmentation is not { } first ? augment : (batchX, inputSize, batchY, outputSize, random) =>
        {
            first(batchX, inputSize, batchY, outputSize, random);
            augment(batchX, inputSize, batchY, outputSize, random);
        };
        return new(x, InputSize, y, OutputSize, ClassMemory, nonFinite, starts, source, weights, all);
    }
}
