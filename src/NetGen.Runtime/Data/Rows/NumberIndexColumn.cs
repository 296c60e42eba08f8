using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>A class index that is a number.</summary>
internal sealed class NumberIndexColumn<TRow, T>(string name, int categories, Func<TRow, int> select) : IndexColumn<TRow, T>(name, categories)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override int Index(TRow row, int number)
    {
        int index = select(row);
        return (uint)index < (uint)Categories
            ? index
            : throw Refusal(number, Text($"{index}"), $"column {Name}", Text($"but the column has {Categories} classes: 0 to {Categories - 1}."));
    }
}
