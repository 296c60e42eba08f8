using System.Numerics;

namespace NetGen;

/// <summary>The features of examples, each a contiguous row: one after the other, or wherever they begin in an array that they share.</summary>
internal readonly ref struct FeatureRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> values;
    private readonly ReadOnlySpan<int> starts;
    private readonly int size;

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

    /// <summary>The number of rows.</summary>
    public int Count => starts.IsEmpty ? values.Length / size : starts.Length;

    /// <summary>The values of a row.</summary>
    public int Size => size;

    /// <summary>A row.</summary>
    public ReadOnlySpan<T> this[int row] => values.Slice(starts.IsEmpty ? row * size : starts[row], size);
}
