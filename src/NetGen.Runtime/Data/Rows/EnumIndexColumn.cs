using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>A class index that is the place of an enumeration's value among all of them.</summary>
internal sealed class EnumIndexColumn<TRow, T, TEnum>(string name, Func<TRow, TEnum> select) : IndexColumn<TRow, T>(name, Values.Length)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TEnum : struct, Enum
{
    // Two names of one value are one class. The runtime orders values without their sign, which would put negative ones last.
    private static readonly TEnum[] Values = [.. Enum.GetValues<TEnum>().Distinct().Order()];

    public override int Index(TRow row, int number)
    {
        TEnum value = select(row);
        int index = Array.IndexOf(Values, value);
        return index >= 0
            ? index
            : throw Refusal(
                number,
                Text($"{value}"),
                $"column {Name}",
                Text($"which is no value of {typeof(TEnum).Name}: it has {Values.Length} values, {Values[0]} to {Values[^1]}."));
    }
}
