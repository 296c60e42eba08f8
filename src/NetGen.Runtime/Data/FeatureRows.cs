using System.Numerics;

namespace NetGen;

/// <summary>
/// The features of examples, each a contiguous row: one after the other, wherever they begin in an array that they share, or made by a source when they are
/// asked for.
/// </summary>
internal readonly ref struct FeatureRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> values;
    private readonly ReadOnlySpan<int> starts;
    private readonly int size;
    private readonly RowSource<T>? source;
    private readonly Span<T> made;

    /// <summary>Rows that lie one after the other.</summary>
    /// <param name="values">The values (m, size).</param>
    /// <param name="size">The values of a row.</param>
    public FeatureRows(ReadOnlySpan<T> values, int size)
        : this(values, size, default)
    {
    }

    /// <summary>Rows of an array.</summary>
    /// <param name="values">The array.</param>
    /// <param name="size">The values of a row.</param>
    /// <param name="starts">Where each row begins; empty where they lie one after the other.</param>
    public FeatureRows(ReadOnlySpan<T> values, int size, ReadOnlySpan<int> starts)
    {
        this.values = values;
        this.size = size;
        this.starts = starts;
    }

    /// <summary>Rows of a source.</summary>
    /// <param name="source">What makes them.</param>
    /// <param name="size">The values of a row.</param>
    /// <param name="rows">The number of each in the source.</param>
    /// <param name="made">Receives a row that is looked at; empty where rows are only copied.</param>
    public FeatureRows(RowSource<T> source, int size, ReadOnlySpan<int> rows, Span<T> made)
    {
        this.source = source;
        this.size = size;
        this.made = made;
        starts = rows;
    }

    /// <summary>The number of rows.</summary>
    public int Count => starts.IsEmpty ? values.Length / size : starts.Length;

    /// <summary>The values of a row.</summary>
    public int Size => size;

    /// <summary>A row; one that a source makes is valid until another is looked at.</summary>
    public ReadOnlySpan<T> this[int row] => source is null ? values.Slice(starts.IsEmpty ? row * size : starts[row], size) : Made(row);

    /// <summary>Copies a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="destination">Receives its values; as long, or longer.</param>
    public void CopyTo(int row, Span<T> destination)
    {
        if (source is null)
        {
            this[row].CopyTo(destination);
        }
        else
        {
            source.Copy(starts[row], destination[..size]);
        }
    }

    private ReadOnlySpan<T> Made(int row)
    {
        source!.Copy(starts[row], made);
        return made;
    }
}
