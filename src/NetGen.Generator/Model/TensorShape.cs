using System.Globalization;
using System.Linq;

namespace NetGen.Generator.Model;

/// <summary>The lengths of an array in each of its dimensions, outermost first.</summary>
internal sealed record TensorShape(EquatableArray<int> Dimensions)
{
    /// <summary>The number of values, the product of the lengths.</summary>
    public long Length => Dimensions.Aggregate(1L, static (product, length) => product * length);

    /// <summary>The shape of some lengths.</summary>
    public static TensorShape Of(params int[] dimensions) => new(EquatableArray<int>.From(dimensions));

    /// <summary>The lengths, such as 20x12288.</summary>
    public override string ToString() => string.Join("x", Dimensions.Select(static length => length.ToString(CultureInfo.InvariantCulture)));
}
