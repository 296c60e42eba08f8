using System.Linq;
using NetGen.Generator.Model.Graph;

namespace NetGen.Generator.Parsing.Define.Lowering;

/// <summary>The nodes whose parameters stay as they are: those that only feed what is frozen.</summary>
internal sealed class FrozenNodes
{
    private readonly bool[] isFrozen;
    private readonly bool[] isTrained;

    public FrozenNodes(NetworkGraph graph)
    {
        isFrozen = new bool[graph.Nodes.Count];
        bool[] isTaken = new bool[graph.Nodes.Count], isTakenFree = new bool[graph.Nodes.Count];
        for (int number = graph.Nodes.Count - 1; number >= 0; number--)
        {
            // Whoever takes a node comes after it, and so was here before.
            isFrozen[number] = graph.Nodes[number] is FrozenNode || (isTaken[number] && !isTakenFree[number]);
            foreach (int source in graph.Nodes[number].Sources)
            {
                isTaken[source] = true;
                isTakenFree[source] |= !isFrozen[number];
            }
        }

        isTrained = new bool[graph.Nodes.Count];
        foreach (GraphNode node in graph.Nodes)
        {
            bool hasTrained = node.ParameterCount > 0 && !isFrozen[node.Number];
            isTrained[node.Number] = hasTrained || (node is not FrozenNode && node.Sources.Any(source => isTrained[source]));
        }
    }

    /// <summary>Whether a node is one of them.</summary>
    public bool Contains(GraphNode node) => isFrozen[node.Number];

    /// <summary>Whether a node stops a gradient: something before it is trained all the same, because others take it, too.</summary>
    public bool Stops(FrozenNode node) => isTrained[node.Sources[0]];
}
