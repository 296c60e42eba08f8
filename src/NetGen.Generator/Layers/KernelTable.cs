using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Layers;

/// <summary>
/// Which layers share a kernel: those whose plans for it are equal. So text, and the time to build and to compile it, grow with the distinct plans, not with
/// the layers.
/// </summary>
internal sealed class KernelTable
{
    private readonly Dictionary<object, List<int>> layers = [];

    public KernelTable(IEnumerable<LayerPlan> plans)
    {
        foreach (LayerPlan plan in plans)
        {
            foreach (object kernel in plan.Kernels)
            {
                if (!layers.TryGetValue(kernel, out List<int>? sharing))
                {
                    layers.Add(kernel, sharing = []);
                }

                sharing.Add(plan.Layer.Number);
            }
        }
    }

    /// <summary>The layers that share the kernel of a plan.</summary>
    public LayerLabel Of(object kernel) => new(layers[kernel]);

    /// <summary>Whether a layer is the first of those that share the kernel of a plan, and so the one with which it is written.</summary>
    public bool IsFirst(LayerPlan layer, object kernel) => layers[kernel].First() == layer.Layer.Number;
}
