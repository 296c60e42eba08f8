using System.Numerics;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// Examples with their labels, dense and immutable: each example is a contiguous row. Taking or slicing shares the memory; shuffling, splitting and scaling
/// copy it.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public sealed partial class Dataset<T> : Dataset
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlyMemory<T> x;
    private readonly ReadOnlyMemory<T> y;
    private readonly NonFinite nonFinite;

    private Dataset(ReadOnlyMemory<T> x, int inputSize, ReadOnlyMemory<T> y, int outputSize, ReadOnlyMemory<int> classes, NonFinite nonFinite)
        : base(x.Length / inputSize, inputSize, outputSize, classes)
    {
        this.x = x;
        this.y = y;
        this.nonFinite = nonFinite;
    }

    /// <summary>The features (m, InputSize), one example after the other.</summary>
    public ReadOnlySpan<T> X => x.Span;

    /// <summary>The labels (m, OutputSize), one example after the other; class indices are one-hot rows here.</summary>
    public ReadOnlySpan<T> Y => y.Span;

    /// <summary>The first examples, sharing this set's memory.</summary>
    /// <param name="count">How many, 1 to <see cref="Dataset.Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many examples.</exception>
    public Dataset<T> Take(int count) => Slice(0, count);

    /// <summary>Some consecutive examples, sharing this set's memory.</summary>
    /// <param name="start">The first one.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many examples.</exception>
    public Dataset<T> Slice(int start, int count)
    {
        if (start < 0 || start >= Count)
        {
            throw new ArgumentOutOfRangeException(nameof(start), start, Text($"There are {Count} examples: start must lie between 0 and {Count - 1}."));
        }

        if (count < 1 || count > Count - start)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), count, Text($"From example {start} on there are {Count - start} examples: count must lie between 1 and {Count - start}."));
        }

        return new(
            x.Slice(start * InputSize, count * InputSize),
            InputSize,
            y.Slice(start * OutputSize, count * OutputSize),
            OutputSize,
            HasClasses ? ClassMemory.Slice(start, count) : default,
            nonFinite);
    }

    /// <summary>The examples in random order.</summary>
    /// <param name="seed">The same seed gives the same order on every machine.</param>
    public Dataset<T> Shuffle(int seed)
    {
        int[] order = new int[Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        new RandomSource(seed).Shuffle<int>(order);
        return Reordered(order);
    }

    /// <summary>The same set with every feature divided by a constant, such as 255 for pictures of bytes.</summary>
    /// <param name="divisor">The constant; not zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The divisor is zero, not finite, or so small that a feature becomes infinite.</exception>
    public Dataset<T> DividedBy(double divisor)
    {
        T typedDivisor = T.CreateTruncating(divisor);
        if (!T.IsFinite(typedDivisor) || T.IsZero(typedDivisor))
        {
            throw new ArgumentOutOfRangeException(nameof(divisor), divisor, "The divisor must be a finite number other than zero.");
        }

        Memory<T> divided = AlignedMemory.Allocate<T>(x.Length);
        Divide(X, typedDivisor, divided.Span);
        int index = nonFinite == NonFinite.Keep ? -1 : FiniteScan.IndexOfNonFinite<T>(divided.Span);
        if (index >= 0)
        {
            string place = Place(index, InputSize, Layout.Rows, "x");
            throw new ArgumentOutOfRangeException(
                nameof(divisor), divisor, Text($"{Value(x.Span[index])} in {place} divided by {divisor} is more than {ElementName} can hold."));
        }

        return WithFeatures(divided);
    }

    /// <summary>Copies some examples, one after the other.</summary>
    /// <param name="examples">Which examples, in the order wanted.</param>
    /// <param name="xDestination">Receives their features.</param>
    /// <param name="yDestination">Receives their labels.</param>
    internal void Gather(ReadOnlySpan<int> examples, Span<T> xDestination, Span<T> yDestination)
    {
        ReadOnlySpan<T> allX = X;
        ReadOnlySpan<T> allY = Y;
        for (int i = 0; i < examples.Length; i++)
        {
            allX.Slice(examples[i] * InputSize, InputSize).CopyTo(xDestination[(i * InputSize)..]);
            allY.Slice(examples[i] * OutputSize, OutputSize).CopyTo(yDestination[(i * OutputSize)..]);
        }
    }

    /// <summary>A copy of some examples, in the order wanted; one may be there several times.</summary>
    private Dataset<T> Reordered(int[] examples)
    {
        Memory<T> reorderedX = AlignedMemory.Allocate<T>((long)examples.Length * InputSize);
        Memory<T> reorderedY = AlignedMemory.Allocate<T>((long)examples.Length * OutputSize);
        Gather(examples, reorderedX.Span, reorderedY.Span);
        int[] reorderedClasses = HasClasses ? Array.ConvertAll(examples, example => Classes[example]) : [];
        return new(reorderedX, InputSize, reorderedY, OutputSize, reorderedClasses, nonFinite);
    }

    /// <summary>The same labels with other features of the same size.</summary>
    /// <param name="features">The features (m, InputSize), owned by the new set.</param>
    internal Dataset<T> WithFeatures(ReadOnlyMemory<T> features) => new(features, InputSize, y, OutputSize, ClassMemory, nonFinite);

    private static void Divide(ReadOnlySpan<T> source, T divisor, Span<T> destination)
    {
        Vector<T> divisors = new(divisor);
        int i = 0;
        for (; i <= source.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            (new Vector<T>(source[i..]) / divisors).CopyTo(destination[i..]);
        }

        for (; i < source.Length; i++)
        {
            destination[i] = source[i] / divisor;
        }
    }
}
