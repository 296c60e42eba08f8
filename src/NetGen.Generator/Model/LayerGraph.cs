using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Model;

/// <summary>Who takes whose results, and what follows from it for gradients. Layers are known by their numbers; 0 is the input of the network.</summary>
internal sealed class LayerGraph
{
    private readonly IReadOnlyList<LayerSpec> layers;
    private readonly List<(int Taker, int Index)>[] takers;
    private readonly bool[] needsGradient;

    public LayerGraph(IReadOnlyList<LayerSpec> layers)
    {
        this.layers = layers;
        takers = [.. Enumerable.Range(0, layers.Count + 1).Select(static _ => new List<(int, int)>())];
        needsGradient = new bool[layers.Count + 1];
        foreach (LayerSpec layer in layers)
        {
            for (int index = 0; index < layer.Sources.Count; index++)
            {
                takers[layer.Sources[index]].Add((layer.Number, index));
            }

            needsGradient[layer.Number] = IsTrained(layer) || (!layer.StopsGradient && layer.Sources.Any(source => needsGradient[source]));
        }

        // What only leads to where the gradient stops has none to hand back.
        for (int number = layers.Count - 1; number > 0; number--)
        {
            needsGradient[number] &= takers[number].Any(edge => needsGradient[edge.Taker]);
        }
    }

    /// <summary>Whether each layer takes the results of the one before, and of no other.</summary>
    public bool IsChain => layers.All(static layer => layer.Sources.Count == 1 && layer.Sources[0] == layer.Number - 1);

    /// <summary>Whether a step changes parameters of a layer along their gradient.</summary>
    public static bool IsTrained(LayerSpec layer) =>
        !layer.IsFrozen && layer.Parameters.Any(static parameter => parameter.Role != ParameterRole.Statistic);

    /// <summary>Whether something that is trained depends on dZ of a layer, which a gradient reaches.</summary>
    public bool NeedsGradient(int layer) => needsGradient[layer];

    /// <summary>The layer whose factor and shift a layer takes over in predictions; null where there is none.</summary>
    public LayerSpec? FoldedInto(int layer) =>
        layer > 0 && layers[layer - 1].TakesFold && takers[layer] is [var only] && layers[only.Taker - 1] is { Fold: not null } taker ? taker : null;

    /// <summary>
    /// Whether the backward pass through a layer is the first to reach dA of one of its sources. It takes the layers last to first, and the sources of each
    /// first to last.
    /// </summary>
    public bool IsFirstToReach(LayerSpec taker, int index)
    {
        List<(int Taker, int Index)> edges = WaysBack(taker.Sources[index]);
        int last = edges[edges.Count - 1].Taker;
        return taker.Number == last && index == edges.Where(edge => edge.Taker == last).Min(static edge => edge.Index);
    }

    /// <summary>Whether it is the last: dA is complete after it.</summary>
    public bool IsLastToReach(LayerSpec taker, int index)
    {
        List<(int Taker, int Index)> edges = WaysBack(taker.Sources[index]);
        int first = edges[0].Taker;
        return taker.Number == first && index == edges.Where(edge => edge.Taker == first).Max(static edge => edge.Index);
    }

    /// <summary>The takers of a layer through which a gradient reaches it.</summary>
    private List<(int Taker, int Index)> WaysBack(int layer) => [.. takers[layer].Where(edge => needsGradient[edge.Taker])];
}
