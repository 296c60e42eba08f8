using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Model;
using NetGen.Generator.Model.Graph;

namespace NetGen.Generator.Parsing.Define.Lowering;

/// <summary>
/// Makes the layers of a graph that is a stack: one input of numbers, then dense layers with a bias, each with at most one activation behind it. They are those
/// that Layers declares with the same sizes.
/// </summary>
internal static class DenseLowering
{
    private const double DefaultSlope = 0.01;

    /// <summary>The layers; null for a graph that is no such stack.</summary>
    public static EquatableArray<LayerSpec>? Lower(NetworkGraph graph)
    {
        if (graph.Nodes[0] is not InputNode { Categories: null } || !graph.Nodes.Skip(1).All(static node => IsLink(node)))
        {
            return null;
        }

        var layers = new List<LayerSpec>();
        for (int index = 1; index < graph.Nodes.Count; index++)
        {
            if (graph.Nodes[index] is not DenseNode { Bias: true } dense)
            {
                return null;
            }

            var function = ActivationSpec.Linear;
            if (index + 1 < graph.Nodes.Count && graph.Nodes[index + 1] is ActivationNode activation)
            {
                function = activation.Function;
                index++;
            }

            double slope = function.Kind == Activation.LeakyRelu ? function.Slope : DefaultSlope;
            layers.Add(new DenseSpec(layers.Count + 1, dense.Inputs, dense.Units, function.Kind, slope));
        }

        return layers.ToEquatableArray();
    }

    private static bool IsLink(GraphNode node) => node.Sources is [var source] && source == node.Number - 1;
}
