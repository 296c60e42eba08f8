using System.Numerics;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// Examples with their labels, dense and immutable: each example is a contiguous row. Taking or slicing shares the memory; shuffling, splitting and scaling
/// copy it. The rows of a set of windows (<c>FromWindows</c>) overlap in the series that they share; those of a mapped file (<see cref="MappedArray"/>) stay in
/// it, and are read when they are used.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public sealed partial class Dataset<T> : Dataset
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlyMemory<T> x;
    private readonly ReadOnlyMemory<T> y;
    private readonly NonFinite nonFinite;

    /// <summary>
    /// Where the features of each example begin in x, or the number of its row in the source; empty where they lie in x one after the other.
    /// </summary>
    private readonly ReadOnlyMemory<int> starts;

    /// <summary>What makes the features, where they do not lie in x.</summary>
    private readonly RowSource<T>? source;

    /// <summary>The weight of each example; empty where none were given.</summary>
    private readonly ReadOnlyMemory<T> weights;

    /// <summary>The features one after the other, once somebody has asked for them where they are not.</summary>
    private Dataset<T>? copied;

    private Dataset(
        ReadOnlyMemory<T> x,
        int inputSize,
        ReadOnlyMemory<T> y,
        int outputSize,
        ReadOnlyMemory<int> classes,
        NonFinite nonFinite,
        ReadOnlyMemory<int> starts = default,
        RowSource<T>? source = null,
        ReadOnlyMemory<T> weights = default,
        BatchAugmentation<T>? augmentation = null)
        : base(y.Length / outputSize, inputSize, outputSize, classes)
    {
        this.x = x;
        this.y = y;
        this.nonFinite = nonFinite;
        this.starts = starts;
        this.source = source;
        this.weights = weights;
        Augmentation = augmentation;
    }

    /// <summary>
    /// The features (m, InputSize), one example after the other. A set of windows, or of a mapped file, copies them when it is first asked, and keeps the copy:
    /// <see cref="Features"/> gives those of a single example.
    /// </summary>
    public ReadOnlySpan<T> X => SharesRows ? (copied ??= WithFeatures(CopyOfFeatures())).x.Span : x.Span;

    /// <summary>The labels (m, OutputSize), one example after the other; class indices are one-hot rows here.</summary>
    public ReadOnlySpan<T> Y => y.Span;

    /// <summary>The labels, as what outlives a span.</summary>
    internal ReadOnlyMemory<T> LabelMemory => y;

    /// <summary>The weights of the examples (m): how much each counts beside the others. Empty where none were given.</summary>
    public ReadOnlySpan<T> Weights => weights.Span;

    /// <summary>What changes training batches; null where nothing does.</summary>
    internal BatchAugmentation<T>? Augmentation { get; }

    /// <summary>Whether values that are not finite are refused.</summary>
    internal bool RefusesNonFinite => nonFinite == NonFinite.Refuse;

    /// <summary>Whether rows may overlap or are made when they are asked for, so that they do not lie one after the other.</summary>
    internal bool SharesRows => !starts.IsEmpty;

    /// <summary>What makes the features, where they lie in no memory; null where they do.</summary>
    internal RowSource<T>? Source => source;

    /// <summary>The features of all examples, to look at. Where they are made, each time with a row of memory of its own.</summary>
    internal FeatureRows<T> Rows => source is null ? new(x.Span, InputSize, starts.Span) : new(source, InputSize, starts.Span, new T[InputSize]);

    /// <summary>The features of all examples, to copy: nothing is allocated.</summary>
    private FeatureRows<T> RowsToCopy => source is null ? Rows : new(source, InputSize, starts.Span, default);

    /// <summary>The features of an example: as they are, or, where they stay in a mapped file, read from it.</summary>
    /// <param name="example">The example, 0 to <see cref="Dataset.Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such example.</exception>
    public ReadOnlySpan<T> Features(int example) =>
        (uint)example < (uint)Count
            ? Rows[example]
            : throw new ArgumentOutOfRangeException(
                nameof(example), example, Text($"There are {Count} examples: example must lie between 0 and {Count - 1}."));

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
            SharesRows ? x : x.Slice(start * InputSize, count * InputSize),
            InputSize,
            y.Slice(start * OutputSize, count * OutputSize),
            OutputSize,
            HasClasses ? ClassMemory.Slice(start, count) : default,
            nonFinite,
            SharesRows ? starts.Slice(start, count) : default,
            source,
            weights.IsEmpty ? default : weights.Slice(start, count),
            Augmentation);
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

        return source is null ? DividedInMemory(divisor, typedDivisor) : DividedWhenRead(source, divisor, typedDivisor);
    }

    private Dataset<T> DividedInMemory(double divisor, T typedDivisor)
    {
        Memory<T> divided = AlignedMemory.Allocate<T>(x.Length);
        Divide(x.Span, typedDivisor, divided.Span);
        int index = nonFinite == NonFinite.Keep ? -1 : FiniteScan.IndexOfNonFinite<T>(divided.Span);
        if (index >= 0)
        {
            string place = SharesRows ? Text($"value {index} of the series") : Place(index, InputSize, Layout.Rows, "x");
            throw TooSmall(divisor, x.Span[index], place);
        }

        return new(divided, InputSize, y, OutputSize, ClassMemory, nonFinite, starts, null, weights, Augmentation);
    }

    private Dataset<T> DividedWhenRead(RowSource<T> rows, double divisor, T typedDivisor)
    {
        Dataset<T> divided = WithSource(new DividedRows<T>(rows, typedDivisor));

        // What is not enlarged stays in range: then the file need not be gone through.
        if (T.Abs(typedDivisor) < T.One && RefusesNonFinite && divided.FirstNonFinite() is { } first)
        {
            throw TooSmall(divisor, Rows[first.Example][first.Feature], PlaceAt(first.Example, first.Feature, Layout.Rows, "x"));
        }

        return divided;
    }

    private static ArgumentOutOfRangeException TooSmall(double divisor, T value, string place) => new(
        nameof(divisor), divisor, Text($"{Value(value)} in {place} divided by {divisor} is more than {ElementName} can hold."));

    /// <summary>Copies the features of some examples, one after the other.</summary>
    /// <param name="examples">Which examples, in the order wanted.</param>
    /// <param name="destination">Receives their features.</param>
    internal void GatherFeatures(ReadOnlySpan<int> examples, Span<T> destination)
    {
        FeatureRows<T> rows = RowsToCopy;
        for (int i = 0; i < examples.Length; i++)
        {
            rows.CopyTo(examples[i], destination[(i * InputSize)..]);
        }
    }

    /// <summary>Copies the features of consecutive examples, one after the other.</summary>
    /// <param name="first">The first one.</param>
    /// <param name="destination">Receives the features of as many as it holds.</param>
    internal void CopyFeatures(int first, Span<T> destination)
    {
        FeatureRows<T> rows = RowsToCopy;
        for (int example = first; !destination.IsEmpty; example++)
        {
            rows.CopyTo(example, destination);
            destination = destination[InputSize..];
        }
    }

    /// <summary>Copies the labels of some examples, one after the other.</summary>
    /// <param name="examples">Which examples, in the order wanted.</param>
    /// <param name="destination">Receives their labels.</param>
    internal void GatherLabels(ReadOnlySpan<int> examples, Span<T> destination)
    {
        ReadOnlySpan<T> labels = Y;
        for (int i = 0; i < examples.Length; i++)
        {
            labels.Slice(examples[i] * OutputSize, OutputSize).CopyTo(destination[(i * OutputSize)..]);
        }
    }

    /// <summary>Copies the weights of some examples, of a set that has weights.</summary>
    /// <param name="examples">Which examples, in the order wanted.</param>
    /// <param name="destination">Receives their weights.</param>
    internal void GatherWeights(ReadOnlySpan<int> examples, Span<T> destination)
    {
        for (int i = 0; i < examples.Length; i++)
        {
            destination[i] = Weights[examples[i]];
        }
    }

    /// <summary>The same examples with other features of the same size.</summary>
    /// <param name="features">The features (m, InputSize), owned by the new set.</param>
    internal Dataset<T> WithFeatures(ReadOnlyMemory<T> features) =>
        new(features, InputSize, y, OutputSize, ClassMemory, nonFinite, default, null, weights, Augmentation);

    /// <summary>The same examples with features that another source makes.</summary>
    /// <param name="rows">The source, with as many rows of the same size.</param>
    internal Dataset<T> WithSource(RowSource<T> rows) =>
        new(default, InputSize, y, OutputSize, ClassMemory, nonFinite, starts, rows, weights, Augmentation);

    /// <summary>The first feature that is not finite, looked for example by example; null where there is none.</summary>
    internal (int Example, int Feature)? FirstNonFinite()
    {
        FeatureRows<T> rows = Rows;
        for (int example = 0; example < Count; example++)
        {
            if (FiniteScan.IndexOfNonFinite(rows[example]) is >= 0 and int feature)
            {
                return (example, feature);
            }
        }

        return null;
    }

    /// <summary>Some examples in the order wanted, copied unless rows are shared; one may be there several times.</summary>
    private Dataset<T> Reordered(int[] examples)
    {
        Memory<T> reorderedX = SharesRows ? default : AlignedMemory.Allocate<T>((long)examples.Length * InputSize);
        Memory<T> reorderedY = AlignedMemory.Allocate<T>((long)examples.Length * OutputSize);
        GatherLabels(examples, reorderedY.Span);
        if (!SharesRows)
        {
            GatherFeatures(examples, reorderedX.Span);
        }

        return new(
            SharesRows ? x : reorderedX,
            InputSize,
            reorderedY,
            OutputSize,
            HasClasses ? Array.ConvertAll(examples, example => Classes[example]) : default,
            nonFinite,
            SharesRows ? Array.ConvertAll(examples, example => starts.Span[example]) : default,
            source,
            weights.IsEmpty ? default : Array.ConvertAll(examples, example => Weights[example]),
            Augmentation);
    }

    private Memory<T> CopyOfFeatures()
    {
        Memory<T> copy = AlignedMemory.Allocate<T>((long)Count * InputSize);
        CopyFeatures(0, copy.Span);
        return copy;
    }

    /// <summary>Divides values by a constant.</summary>
    internal static void Divide(ReadOnlySpan<T> source, T divisor, Span<T> destination)
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
