using System;
using System.Collections.Generic;
using NetGen.Generator.Memory;
using NetGen.Generator.Model;

namespace NetGen.Generator.Layers;

/// <summary>dA of a source is dZ of the layer, or some columns of it: what sums and concatenations hand back. Equal plans share one kernel.</summary>
/// <param name="Units">The values of a row of the source.</param>
/// <param name="Stride">The distance between two rows of dZ of the layer.</param>
/// <param name="Offset">Where in these rows the columns of the source start.</param>
/// <param name="Target">What is done with dA.</param>
internal sealed record PassBackPlan(int Units, int Stride, int Offset, DeltaTarget Target)
{
    /// <summary>The plans for the sources of a layer; null for one whose dA nobody needs.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="memory">Where everything lies.</param>
    /// <param name="offset">Where the columns of a source start, by its index.</param>
    public static IReadOnlyList<PassBackPlan?> All(LayerSpec layer, MemoryPlan memory, Func<int, int> offset)
    {
        List<PassBackPlan?> passes = [];
        for (int index = 0; index < layer.Sources.Count; index++)
        {
            passes.Add(DeltaTarget.Of(layer, index, memory) is { } target
                ? new PassBackPlan(memory.Layer(layer.Sources[index]).OutputLength, memory.Strides[layer.Number], offset(index), target)
                : null);
        }

        return passes;
    }
}
