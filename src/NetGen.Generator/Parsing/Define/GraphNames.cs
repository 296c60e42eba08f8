using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Model.Graph;

namespace NetGen.Generator.Parsing.Define;

/// <summary>
/// The names of nodes. One that the user gives goes to the layer that the expression ends in: the activations and dropouts behind a layer belong to it, so the
/// last node with parameters takes the name, or the end itself where no such node stands in that expression.
/// </summary>
internal sealed class GraphNames(Reading reading)
{
    private readonly Dictionary<int, (string Name, Place Place)> given = [];
    private readonly List<(int Node, string Name, Place Place)> inOrder = [];

    /// <summary>Takes the name of Named; false, and reported, where the node comes from another expression or has a name.</summary>
    /// <param name="node">The node that is named.</param>
    /// <param name="start">The first node of the expression.</param>
    /// <param name="name">Its name.</param>
    /// <param name="place">Where the name stands.</param>
    public bool Given(int node, int start, string name, Place place)
    {
        if (node < start)
        {
            reading.Report(ProblemKind.NamedElsewhere, place, name);
            return false;
        }

        if (Target(node, start) is not { } target)
        {
            reading.Report(ProblemKind.NameTwice, place, name, $"the node is named {given[node].Name} already, so keep one name");
            return false;
        }

        Take(target, name, place);
        return true;
    }

    /// <summary>Takes the name of a local of Define, unless its expression has made no node or says another name.</summary>
    public void OfLocal(int node, int start, string name, Place place)
    {
        if (node >= start && Target(node, start) is { } target)
        {
            Take(target, name, place);
        }
    }

    /// <summary>The nodes with their names: what was given, then kind and running number of those that have parameters or statistics.</summary>
    public EquatableArray<GraphNode> Assign()
    {
        var taken = new HashSet<string>(reading.Graph.Nodes.OfType<InputNode>().Select(static input => input.Name!));
        foreach (var (_, name, place) in inOrder)
        {
            if (!taken.Add(name))
            {
                reading.Report(ProblemKind.NameTwice, place, name, "another node or an input has it, so choose one that is free");
            }
        }

        var numbers = new Dictionary<string, int>();
        return reading.Graph.Nodes.Select(node => node with { Name = NameOf(node, numbers) }).ToEquatableArray();
    }

    private string? NameOf(GraphNode node, Dictionary<string, int> numbers)
    {
        if (node.NamedKind is not { } kind)
        {
            return given.TryGetValue(node.Number, out var said) ? said.Name : node.Name;
        }

        // Every node of a kind counts, so that a name for one does not rename the others.
        int number = numbers.TryGetValue(kind, out int before) ? before + 1 : 1;
        numbers[kind] = number;
        if (given.TryGetValue(node.Number, out var own))
        {
            return own.Name;
        }

        string name = kind + number.ToString(CultureInfo.InvariantCulture);
        foreach (var other in inOrder.Where(other => other.Name == name))
        {
            reading.Report(ProblemKind.NameTwice, other.Place, name, "a node without a name is called so by itself, so choose another");
        }

        return name;
    }

    private int? Target(int node, int start)
    {
        int layer = node;
        while (reading.Graph[layer] is ActivationNode or DropoutNode or FrozenNode && reading.Graph[layer].Sources[0] >= start)
        {
            layer = reading.Graph[layer].Sources[0];
        }

        bool hasLayer = reading.Graph[layer].NamedKind is not null && !given.ContainsKey(layer);
        return hasLayer ? layer : given.ContainsKey(node) ? null : node;
    }

    private void Take(int node, string name, Place place)
    {
        given.Add(node, (name, place));
        inOrder.Add((node, name, place));
    }
}
