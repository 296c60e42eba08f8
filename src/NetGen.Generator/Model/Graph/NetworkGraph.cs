using System.Linq;

namespace NetGen.Generator.Model.Graph;

/// <summary>
/// A network as its method Define describes it: nodes in the order of evaluation, each after its sources. The last one is the output. It holds values only, so
/// that graphs of two compilations can be compared.
/// </summary>
internal sealed record NetworkGraph(EquatableArray<GraphNode> Nodes)
{
    /// <summary>The last node.</summary>
    public GraphNode Output => Nodes[Nodes.Count - 1];

    /// <summary>The numbers of an example: the columns of all inputs.</summary>
    public int InputSize => Nodes.OfType<InputNode>().Sum(static input => input.Columns);

    /// <summary>The activation of the output; linear where it ends in something else.</summary>
    public ActivationSpec OutputFunction => Output is ActivationNode activation ? activation.Function : ActivationSpec.Linear;
}
