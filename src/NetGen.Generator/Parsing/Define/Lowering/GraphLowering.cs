using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Layers.BatchNorm;
using NetGen.Generator.Layers.Columns;
using NetGen.Generator.Layers.Concat;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Layers.Dropout;
using NetGen.Generator.Layers.Embed;
using NetGen.Generator.Layers.LayerNorm;
using NetGen.Generator.Layers.OneHot;
using NetGen.Generator.Layers.Standardize;
using NetGen.Generator.Layers.Sum;
using NetGen.Generator.Model;
using NetGen.Generator.Model.Graph;

namespace NetGen.Generator.Parsing.Define.Lowering;

/// <summary>
/// Makes the layers of a graph. An activation belongs to the layer before it, where that ends with one and nobody else takes its results; a single input of
/// numbers is the input of the network; what is frozen is a property of layers, and a layer of its own only where it stops a gradient.
/// </summary>
internal sealed class GraphLowering
{
    private readonly NetworkGraph graph;
    private readonly FrozenNodes frozen;
    private readonly List<LayerSpec> layers = [];
    private readonly int[] layerOf;
    private readonly int[] takers;

    private GraphLowering(NetworkGraph graph)
    {
        this.graph = graph;
        frozen = new FrozenNodes(graph);
        layerOf = new int[graph.Nodes.Count];
        takers = new int[graph.Nodes.Count];
        foreach (int source in graph.Nodes.SelectMany(static node => node.Sources))
        {
            takers[source]++;
        }
    }

    private int Next => layers.Count + 1;

    private bool HasOneInput => graph.Nodes.OfType<InputNode>().Count() == 1;

    /// <summary>The layers, in the order of evaluation.</summary>
    public static EquatableArray<LayerSpec> Lower(NetworkGraph graph) => new GraphLowering(graph).Lower();

    private EquatableArray<LayerSpec> Lower()
    {
        foreach (GraphNode node in graph.Nodes)
        {
            layerOf[node.Number] = Lower(node);
        }

        return layers.ToEquatableArray();
    }

    /// <summary>The layer that a node is, made where it is none yet; 0 for the input.</summary>
    private int Lower(GraphNode node) => node switch
    {
        InputNode when HasOneInput => 0,
        InputNode input => Add(node, new ColumnsSpec(Next, graph.InputSize, input.Offset, input.Columns)),
        FrozenNode stop when frozen.Stops(stop) => AddStop(stop),
        FrozenNode => Source(node),
        ActivationNode activation => LowerActivation(activation),
        DenseNode dense => Add(node, Lower(dense)),
        DropoutNode dropout => Add(node, new DropoutSpec(Next, Source(node), node.Length, dropout.Rate)),
        BatchNormNode norm => Add(node, new BatchNormSpec(Next, Source(node), node.Length, norm.Momentum, norm.Epsilon, ActivationSpec.Linear)),
        LayerNormNode norm => Add(node, new LayerNormSpec(Next, Source(node), node.Length, norm.Epsilon, ActivationSpec.Linear)),
        AddNode => Add(node, new SumSpec(Next, Sources(node), node.Length, ActivationSpec.Linear)),
        ConcatNode => Add(node, new ConcatSpec(Next, Sources(node), node.Sources.Select(source => graph.Nodes[source].Length).ToEquatableArray())),
        EmbedNode embed => Add(node, new EmbedSpec(Next, Source(node), embed.Categories, embed.Dimensions, UnknownOf(node))),
        OneHotNode hot => Add(node, new OneHotSpec(Next, Source(node), hot.Categories, UnknownOf(node))),
        StandardizeNode => Add(node, new StandardizeSpec(Next, Source(node), node.Length)),
        _ => throw new System.InvalidOperationException($"{node.GetType().Name} has no layer."),
    };

    private DenseSpec Lower(DenseNode node) =>
        new(Next, Sources(node), node.Inputs, node.Units, Activation.Linear, ActivationSpec.DefaultSlope) { HasBias = node.Bias };

    private int LowerActivation(ActivationNode node)
    {
        int before = Source(node);
        if (before == Next - 1 && IsTakenOnce(node) && WithActivation(before, node.Function) is { } layer)
        {
            layers[before - 1] = layer;
            return before;
        }

        return Add(node, new SumSpec(Next, Sources(node), node.Length, node.Function));
    }

    /// <summary>The layer with an activation at its end, if it has room for one.</summary>
    private LayerSpec? WithActivation(int number, ActivationSpec function) => number == 0 ? null : layers[number - 1] switch
    {
        DenseSpec { Activation: Activation.Linear } dense => dense with
        {
            Activation = function.Kind,
            Slope = function.Kind == Activation.LeakyRelu ? function.Slope : ActivationSpec.DefaultSlope,
        },
        BatchNormSpec { Activation.Kind: Activation.Linear } norm => norm with { Activation = function },
        LayerNormSpec { Activation.Kind: Activation.Linear } norm => norm with { Activation = function },
        SumSpec { Activation.Kind: Activation.Linear } sum => sum with { Activation = function },
        _ => null,
    };

    /// <summary>Whether nobody else takes what an activation takes, looking through what freezes it.</summary>
    private bool IsTakenOnce(ActivationNode node)
    {
        int source = node.Sources[0];
        while (takers[source] == 1 && graph.Nodes[source] is FrozenNode)
        {
            source = graph.Nodes[source].Sources[0];
        }

        return takers[source] == 1;
    }

    private int Add(GraphNode node, LayerSpec layer)
    {
        bool hasName = layer.Parameters.Count > 0 && node.Name is not null;
        layers.Add(layer with { Name = hasName ? node.Name! : layer.Name, IsFrozen = frozen.Contains(node) && layer.Parameters.Count > 0 });
        return layers.Count;
    }

    /// <summary>A layer that is what comes in, and nothing but that no gradient goes back from it.</summary>
    private int AddStop(FrozenNode node)
    {
        layers.Add(new SumSpec(Next, Sources(node), node.Length, ActivationSpec.Linear) { IsFrozen = true });
        return layers.Count;
    }

    private int Source(GraphNode node) => layerOf[node.Sources[0]];

    private EquatableArray<int> Sources(GraphNode node) => node.Sources.Select(source => layerOf[source]).ToEquatableArray();

    private int? UnknownOf(GraphNode node) => ((InputNode)graph.Nodes[node.Sources[0]]).Unknown;
}
