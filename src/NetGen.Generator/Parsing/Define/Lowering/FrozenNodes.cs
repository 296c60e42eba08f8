using System.Linq;
using NetGen.Generator.Model.Graph;

namespace NetGen.Generator.Parsing.Define.Lowering;

/// <summary>The nodes whose parameters stay as they are: those that only feed what is frozen.</summary>
internal sealed class FrozenNodes
{
    private readonly bool[] isFrozen;

    public FrozenNodes(NetworkGraph graph)
    {
        isFrozen = new bool[graph.Nodes.Count];
        for (int number = graph.Nodes.Count - 1; number >= 0; number--)
        {
            var takers = graph.Nodes.Where(node => node.Sources.Contains(number)).ToArray();
            isFrozen[number] = graph.Nodes[number] is FrozenNode
                || (takers.Length > 0 && takers.All(taker => isFrozen[taker.Number]));
        }
    }

    /// <summary>Whether a node is one of them.</summary>
    public bool Contains(GraphNode node) => isFrozen[node.Number];
}
