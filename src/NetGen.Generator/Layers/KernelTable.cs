using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers;

/// <summary>
/// Which layers share a kernel: those whose plans for it are equal. So text, and the time to build and to compile it, grow with the distinct plans, not with
/// the layers.
/// </summary>
internal sealed class KernelTable
{
    private readonly Dictionary<object, List<LayerSpec>> layers = [];
    private readonly Dictionary<object, string> suffixes = [];
    private readonly Dictionary<object, LayerLabel> labels = [];

    public KernelTable(IEnumerable<LayerPlan> plans)
    {
        foreach (LayerPlan plan in plans)
        {
            var own = new List<object>();
            foreach (object kernel in plan.Kernels.Distinct())
            {
                if (!layers.TryGetValue(kernel, out List<LayerSpec>? sharing))
                {
                    layers.Add(kernel, sharing = []);
                    suffixes.Add(kernel, Suffix(plan.Layer.Number, own.Count(other => other.GetType() == kernel.GetType())));
                    own.Add(kernel);
                }

                sharing.Add(plan.Layer);
            }
        }
    }

    /// <summary>The layers that share the kernel of a plan.</summary>
    public LayerLabel Of(object kernel)
    {
        if (!labels.TryGetValue(kernel, out LayerLabel? label))
        {
            labels.Add(kernel, label = new LayerLabel(
                suffixes[kernel],
                [.. layers[kernel].Select(static layer => layer.Number)],
                [.. layers[kernel].Select(static layer => layer.Sources.ToArray())]));
        }

        return label;
    }

    /// <summary>Whether all layers that share the kernel of a plan are products with a matrix.</summary>
    public bool IsOfMatrices(object kernel) => layers[kernel].All(static layer => layer.HasMatrix);

    /// <summary>Whether a layer is the first of those that share the kernel of a plan, and so the one with which it is written.</summary>
    public bool IsFirst(LayerPlan layer, object kernel) => layers[kernel][0].Number == layer.Layer.Number;

    /// <summary>The number of the first layer; a second kernel of the kind that starts with that layer says that it is.</summary>
    private static string Suffix(int layer, int before) => VectorText.Number(layer) + (before == 0 ? string.Empty : $"_{before + 1}");
}
