using System.Numerics;

namespace NetGen;

/// <summary>A number.</summary>
internal sealed class NumberColumn<TRow, T>(string name, Func<TRow, T> select) : RowColumn<TRow, T>(name, 1)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Write(TRow row, int number, Span<T> destination) => destination[0] = select(row);
}
