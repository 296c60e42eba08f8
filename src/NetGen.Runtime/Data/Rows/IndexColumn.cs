using System.Numerics;

namespace NetGen;

/// <summary>A class index.</summary>
internal abstract class IndexColumn<TRow, T>(string name, int categories) : RowColumn<TRow, T>(name, 1)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The number of classes.</summary>
    public int Categories { get; } = categories;

    public sealed override void Write(TRow row, int number, Span<T> destination) => destination[0] = T.CreateTruncating(Index(row, number));

    /// <summary>The class index of a row.</summary>
    /// <exception cref="ArgumentException">It is out of range.</exception>
    public abstract int Index(TRow row, int number);
}
