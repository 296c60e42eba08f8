using System.Collections.Immutable;

namespace NetGen;

/// <summary>Which layers give what a layer takes, and what follows from it.</summary>
internal static class LayerSources
{
    /// <summary>The numbers of the layers whose outputs come in; 0 is the input of the network.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="number">Its number, from 1.</param>
    public static ImmutableArray<int> Of(LayerDescription layer, int number) => layer.Sources.IsEmpty ? [number - 1] : layer.Sources;

    /// <summary>Those of every layer; layer l is at index l - 1.</summary>
    public static ImmutableArray<ImmutableArray<int>> Of(NetworkDescription network) =>
        [.. network.Layers.Select(static (layer, index) => Of(layer, index + 1))];

    /// <summary>Which columns of the input each layer gives as they are, the input itself first; null for a layer that computes something.</summary>
    /// <param name="layers">The layers, each of which fits its sources.</param>
    public static ImmutableArray<ImmutableArray<int>?> ColumnsOf(ImmutableArray<LayerDescription> layers)
    {
        ImmutableArray<ImmutableArray<int>?>.Builder columns = ImmutableArray.CreateBuilder<ImmutableArray<int>?>();
        columns.Add([.. Enumerable.Range(0, (int)layers[0].InputShapeOf(0).Length)]);
        for (int l = 1; l <= layers.Length; l++)
        {
            LayerDescription layer = layers[l - 1];
            columns.Add(layer.ColumnsFrom([.. Of(layer, l).Select(source => columns[source])]));
        }

        return columns.ToImmutable();
    }

    /// <summary>The layers that the gradient of one layer comes through, itself among them; layer l is at index l.</summary>
    /// <param name="network">The network.</param>
    /// <param name="sources">The sources of every layer.</param>
    /// <param name="changed">The layer that changes.</param>
    public static bool[] ReachedBy(NetworkDescription network, ImmutableArray<ImmutableArray<int>> sources, int changed)
    {
        bool[] reached = new bool[sources.Length + 1];
        reached[changed] = true;
        for (int l = changed + 1; l < reached.Length; l++)
        {
            reached[l] = !network.Layers[l - 1].StopsGradient && sources[l - 1].Any(source => reached[source]);
        }

        return reached;
    }
}
