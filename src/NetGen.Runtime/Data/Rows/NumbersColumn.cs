using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>Several numbers that lie one after the other.</summary>
internal sealed class NumbersColumn<TRow, T>(string name, int count, Func<TRow, ReadOnlySpan<T>> select) : RowColumn<TRow, T>(name, count)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Write(TRow row, int number, Span<T> destination)
    {
        ReadOnlySpan<T> values = select(row);
        if (values.Length != Count)
        {
            throw Refusal(number, Counted(values.Length, "number"), $"column {Name}", Text($"but the column has {Count} a row."));
        }

        values.CopyTo(destination);
    }
}
