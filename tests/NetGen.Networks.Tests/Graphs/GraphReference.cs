using NetGen.Networks.Tests.Graphs.Cases;
using NetGen.Networks.Tests.Graphs.Parts;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs;

/// <summary>
/// The equations of a graph as they stand in a textbook, in double precision and in plain loops, with what the rounding errors of each result are measured by.
/// </summary>
/// <param name="graph">The network.</param>
/// <param name="parameters">The parameters of its parts, one part after the other.</param>
/// <param name="keeps">Whether dropout keeps a unit while training: of a part, an example and a unit.</param>
internal sealed class GraphReference(Graph graph, double[] parameters, Func<int, int, int, bool> keeps)
{
    private readonly bool[] isFrozen = [.. Enumerable.Range(0, graph.Parts.Length).Select(graph.IsFrozen)];

    /// <summary>Whether dropout keeps a unit while training: of a part, an example and a unit.</summary>
    public Func<int, int, int, bool> Keeps { get; } = keeps;

    /// <summary>The parameters.</summary>
    public double[] Parameters { get; } = parameters;

    /// <summary>The forward pass, of a step or of a prediction.</summary>
    public GraphPass Forward(double[] x, bool isTraining)
    {
        int examples = x.Length / graph.Columns;
        var all = new PartValues[graph.Parts.Length];
        for (int i = 0; i < all.Length; i++)
        {
            (GraphPart part, int number) = (graph.Parts[i], i);
            all[i] = new PartValues
            {
                Examples = examples,
                Columns = graph.Columns,
                X = x,
                Inputs = [.. part.Sources.Select(source => all[source].Output)],
                Parameters = Parameters.AsSpan(graph.OffsetOf(i), part.ParameterCount).ToArray(),
                IsTraining = isTraining,
                IsFrozen = isFrozen[i],
                Keeps = (example, unit) => Keeps(number, example, unit),
            };
            all[i].Output = part.Forward(all[i]);
        }

        return new GraphPass(all, examples);
    }

    /// <summary>The mean loss.</summary>
    public Measured Cost(GraphPass pass, double[] y) => GraphLoss.Cost(graph, pass, y);

    /// <summary>The gradients of the mean loss with respect to every parameter; 0 for what training leaves alone.</summary>
    public Measured Gradients(GraphPass pass, double[] y)
    {
        Sums[] sums = [.. pass.Values.Select(static values => new Sums(values.Output.Count))];
        int last = graph.Parts.Length - 1;
        int start = graph.IsFused ? graph.Parts[last].Sources[0] : last;
        GraphLoss.AddGradient(graph, pass, y, sums[start]);
        var gradients = new Measured(Parameters.Length);
        for (int i = start; i >= 0; i--)
        {
            PartValues values = pass.Values[i];
            values.OutputGradient = sums[i].ToMeasured();
            values.InputGradients = [.. graph.Parts[i].Sources.Select(source => sums[source])];
            values.ParameterGradients = new Sums(graph.Parts[i].ParameterCount);
            graph.Parts[i].Backward(values);
            if (!isFrozen[i])
            {
                Measured own = values.ParameterGradients.ToMeasured();
                own.Values.CopyTo(gradients.Values, graph.OffsetOf(i));
                own.Terms.CopyTo(gradients.Terms, graph.OffsetOf(i));
            }
        }

        return gradients;
    }

    /// <summary>Parameters and statistics after one step of gradient descent.</summary>
    public Measured Updated(GraphPass pass, Measured gradients, double learningRate)
    {
        var updated = new Measured(Parameters.Length);
        for (int i = 0; i < Parameters.Length; i++)
        {
            double change = learningRate * gradients.Values[i], carried = learningRate * gradients.Terms[i];
            updated.Set(i, Parameters[i] - change, Math.Abs(Parameters[i]) + Math.Abs(change), carried * carried);
        }

        for (int i = 0; i < graph.Parts.Length; i++)
        {
            int offset = graph.OffsetOf(i);
            graph.Parts[i].MoveStatistics(pass.Values[i], (index, value, terms, carried) => updated.Set(offset + index, value, terms, carried));
        }

        return updated;
    }

    /// <summary>How far the batch is from the nearest place where a derivative jumps, relative to the terms that decide it.</summary>
    public double DistanceToKink(GraphPass pass, double[] y) => Math.Min(
        Enumerable.Range(0, graph.Parts.Length).Min(i => graph.Parts[i].DistanceToKink(pass.Values[i])),
        GraphLoss.DistanceToKink(graph, pass, y));
}
