using System.Collections.Immutable;
using System.Text.Json;

namespace NetGen;

/// <summary>
/// The layers in the text of a model file. The first format knows a chain of dense layers, and still says one; the second a kind, a name and sources of each
/// layer.
/// </summary>
internal static class LayersFormat
{
    /// <summary>The version that says no kinds.</summary>
    private const int First = 1;

    /// <summary>The version that says them, the newest.</summary>
    internal const int Newest = 2;

    /// <summary>The version in which a network is written: the oldest that can say what it is.</summary>
    public static int VersionOf(NetworkDescription network)
    {
        bool isChain = LayerSources.Of(network).Select(static (sources, index) => sources is [int source] && source == index).All(static chained => chained);
        return isChain && network.Layers.All(static layer => layer.IsOfFirstFormat) ? First : Newest;
    }

    /// <summary>Writes the array of layers.</summary>
    /// <param name="writer">The writer, within the object of the network.</param>
    /// <param name="network">The network.</param>
    public static void Write(Utf8JsonWriter writer, NetworkDescription network)
    {
        bool saysKinds = VersionOf(network) > First;
        writer.WriteStartArray("layers");
        foreach (LayerDescription layer in network.Layers)
        {
            writer.WriteStartObject();
            if (saysKinds)
            {
                WriteHead(writer, layer);
            }

            layer.Write(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="root">The object of the network.</param>
    /// <param name="version">The version of the format.</param>
    public static ImmutableArray<LayerDescription> Read(JsonElement root, int version)
    {
        ImmutableArray<LayerDescription>.Builder layers = ImmutableArray.CreateBuilder<LayerDescription>();
        List<TensorShape> shapes = [new(JsonReading.Size(root, "inputs"))];
        foreach (JsonElement element in root.GetProperty("layers").EnumerateArray())
        {
            LayerDescription layer = version > First ? ReadAny(element, shapes) : DenseDescription.Read(element, [shapes[^1]]);
            layers.Add(layer);
            shapes.Add(layer.OutputShape);
        }

        return layers.Count > 0 ? layers.ToImmutable() : throw new FormatException("there is no layer");
    }

    private static void WriteHead(Utf8JsonWriter writer, LayerDescription layer)
    {
        writer.WriteString("kind", layer.Kind);
        if (layer.Name is not null)
        {
            writer.WriteString("name", layer.Name);
        }

        if (!layer.Sources.IsEmpty)
        {
            writer.WriteStartArray("sources");
            foreach (int source in layer.Sources)
            {
                writer.WriteNumberValue(source);
            }

            writer.WriteEndArray();
        }

        if (layer.IsFrozen)
        {
            writer.WriteBoolean("frozen", layer.IsFrozen);
        }
    }

    private static LayerDescription ReadAny(JsonElement element, List<TensorShape> shapes)
    {
        ImmutableArray<int> sources = element.TryGetProperty("sources", out JsonElement said)
            ? [.. said.EnumerateArray().Select(static source => source.GetInt32())]
            : [];
        foreach (int source in sources)
        {
            if (source < 0 || source >= shapes.Count)
            {
                throw new FormatException(MessageText.Text($"layer {shapes.Count} takes layer {source}"));
            }
        }

        ImmutableArray<TensorShape> inputs = sources.IsEmpty ? [shapes[^1]] : [.. sources.Select(source => shapes[source])];
        return LayerKinds.Read(JsonReading.Text(element, "kind"), element, inputs) with
        {
            Name = element.TryGetProperty("name", out JsonElement name) ? name.GetString() : null,
            Sources = sources,
            IsFrozen = JsonReading.Flag(element, "frozen", otherwise: false),
        };
    }
}
