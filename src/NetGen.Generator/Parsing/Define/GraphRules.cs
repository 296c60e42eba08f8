using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model.Graph;
using NetGen.Generator.Parsing.Define.Lowering;

namespace NetGen.Generator.Parsing.Define;

/// <summary>
/// What can be said of a graph only once all of it is known: whether it ends in what can be compared with labels, and has something to train.
/// </summary>
internal sealed class GraphRules(Reading reading, NetworkGraph graph)
{
    /// <summary>Reports what is wrong; what has no node of its own, at <paramref name="define"/>.</summary>
    public void Check(Place define)
    {
        CheckDropout();
        CheckSoftmax();
        CheckTraining(define);
    }

    /// <summary>Reports the dropouts whose results are outputs as they are: behind them, no loss could follow from the activation either.</summary>
    private void CheckDropout()
    {
        var seen = new HashSet<int>();
        var pending = new Stack<GraphNode>([graph.Output]);
        while (pending.Count > 0)
        {
            GraphNode node = pending.Pop();
            if (node is DropoutNode)
            {
                reading.Report(ProblemKind.DropoutAtEnd, reading.Graph.PlaceOf(node.Number), reading.Type.Name);
            }

            if (node is DropoutNode or FrozenNode or ConcatNode)
            {
                foreach (int source in node.Sources.Where(seen.Add))
                {
                    pending.Push(graph.Nodes[source]);
                }
            }
        }
    }

    /// <summary>Reports every softmax that something is computed from.</summary>
    private void CheckSoftmax()
    {
        // Behind the softmax of the output, dropout and freezing are what is wrong, and reported themselves.
        GraphNode end = graph.Output;
        while (end is DropoutNode or FrozenNode)
        {
            end = graph.Nodes[end.Sources[0]];
        }

        foreach (GraphNode node in graph.Nodes.Where(node => node != end && node is ActivationNode { Function.Kind: Activation.Softmax }))
        {
            reading.Report(ProblemKind.SoftmaxNotLast, reading.Graph.PlaceOf(node.Number));
        }
    }

    /// <summary>Reports a network without parameters, and one whose parameters are all frozen.</summary>
    private void CheckTraining(Place define)
    {
        var frozen = new FrozenNodes(graph);
        if (graph.Nodes.All(static node => node.ParameterCount == 0))
        {
            reading.Report(ProblemKind.NothingToTrain, define, "nothing in Define has parameters", "use Dense");
        }
        else if (graph.Nodes.All(node => node.ParameterCount == 0 || frozen.Contains(node)))
        {
            reading.Report(
                ProblemKind.NothingToTrain, reading.Graph.PlaceOf(graph.Nodes.Last(static node => node is FrozenNode).Number),
                "all that has parameters in Define is frozen", "call Frozen() before a layer that is to be trained, or leave it out");
        }
    }
}
