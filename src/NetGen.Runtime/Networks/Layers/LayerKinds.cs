using System.Collections.Immutable;
using System.Text.Json;

namespace NetGen;

/// <summary>The kinds of layers that there are, by the names that model files give them.</summary>
internal static class LayerKinds
{
    private static readonly Dictionary<string, Reader> Readers = new(StringComparer.Ordinal)
    {
        [DenseDescription.KindName] = DenseDescription.Read,
        [DropoutDescription.KindName] = DropoutDescription.Read,
        [BatchNormDescription.KindName] = BatchNormDescription.Read,
        [LayerNormDescription.KindName] = LayerNormDescription.Read,
        [SumDescription.KindName] = SumDescription.Read,
        [ConcatDescription.KindName] = ConcatDescription.Read,
        [ColumnsDescription.KindName] = ColumnsDescription.Read,
        [EmbedDescription.KindName] = EmbedDescription.Read,
        [OneHotDescription.KindName] = OneHotDescription.Read,
        [StandardizeDescription.KindName] = StandardizeDescription.Read,
    };

    /// <summary>Reads what a layer wrote of itself.</summary>
    /// <param name="element">The object that describes it.</param>
    /// <param name="inputs">The shapes of what its sources give.</param>
    private delegate LayerDescription Reader(JsonElement element, ImmutableArray<TensorShape> inputs);

    /// <summary>Reads a layer of a kind.</summary>
    /// <param name="kind">The name of the kind.</param>
    /// <param name="element">The object that describes it.</param>
    /// <param name="inputs">The shapes of what its sources give.</param>
    /// <exception cref="FormatException">There is no such kind, or it takes other sources.</exception>
    public static LayerDescription Read(string kind, JsonElement element, ImmutableArray<TensorShape> inputs) =>
        Readers.TryGetValue(kind, out Reader? reader) ? reader(element, inputs) : throw new FormatException($"'{kind}' is not known as kind");
}
