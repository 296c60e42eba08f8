using System.Numerics;
using NetGen.Networks.Tests.Graphs.Cases;
using NetGen.Networks.Tests.Graphs.Parts;
using NetGen.Networks.Tests.Harness;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs;

/// <summary>Everything that emitted code computes of a case, against the reference: outputs, costs, gradients, a step with its statistics.</summary>
internal sealed class GraphComparison(GraphCase graphCase) : INetworkAction
{
    private const double LearningRate = 0.3;

    /// <inheritdoc/>
    void INetworkAction.Run<TNet, T>()
    {
        Graph graph = graphCase.Graph;
        Agreement.CheckSame<double>(
            "Columns, outputs and parameters",
            [graph.Columns, graph.Outputs, graph.ParameterCount],
            [TNet.InputSize, TNet.OutputSize, TNet.ParameterCount]);
        GraphData<T> data = GraphData<T>.Draw(graphCase, Masks(TNet.Description, default));
        TNet network = Network<TNet, T>(data);
        CheckPredictions<TNet, T>(network, data);
        CheckGradients<TNet, T>(network, data);
        CheckStep<TNet, T>(data);
    }

    /// <summary>The masks of a step, by the number of a part: its layer is the one among those of dropout that has the same place.</summary>
    private Func<int, int, int, bool> Masks(NetworkDescription description, DropoutState state)
    {
        int[] layers = [.. Enumerable.Range(0, description.Layers.Length).Where(i => description.Layers[i] is DropoutDescription).Select(static i => i + 1)];
        int[] parts = [.. Enumerable.Range(0, graphCase.Graph.Parts.Length).Where(i => graphCase.Graph.Parts[i] is DropoutPart)];
        Agreement.CheckSame<double>("Layers of dropout", [parts.Length], [layers.Length]);
        return (part, example, unit) => global::NetGen.Reference.Dropout.Keeps(
            state.Seed,
            state.Step,
            layers[Array.IndexOf(parts, part)],
            example,
            unit,
            ((DropoutPart)graphCase.Graph.Parts[part]).Rate);
    }

    private static TNet Network<TNet, T>(GraphData<T> data)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = new TNet();
        network.SetParameters(data.Parameters);
        return network;
    }

    private static void CheckPredictions<TNet, T>(TNet network, GraphData<T> data)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int inputs, int outputs) = (TNet.InputSize, TNet.OutputSize);
        GraphPass pass = data.Reference.Forward(data.ReferenceX, isTraining: false);
        var output = new T[pass.Output.Count];
        network.Predict(data.X, output);
        Agreement.Check<T>("Predict", output, pass.Output, Agreement.Matrix(outputs));

        // One example at a time has a plan of its own.
        for (int i = 0; i < Math.Min(7, pass.Examples); i++)
        {
            network.Predict(data.X.AsSpan(i * inputs, inputs), output.AsSpan(i * outputs, outputs));
        }

        Agreement.Check<T>("Predict of single examples", output, pass.Output, Agreement.Matrix(outputs));
        Agreement.Check<T>(
            "Cost", [T.CreateTruncating(network.Cost(data.X, data.Y))], data.Reference.Cost(pass, data.ReferenceY), static _ => "of all examples");
    }

    private static void CheckGradients<TNet, T>(TNet network, GraphData<T> data)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var gradients = new T[TNet.ParameterCount];
        gradients.AsSpan().Fill(T.CreateTruncating(99));
        network.ComputeGradients(data.X, data.Y, gradients);
        Agreement.Check<T>("Gradients", gradients, data.Reference.Gradients(data.Training, data.ReferenceY), PlaceIn(TNet.Description));
        Agreement.CheckSame<T>("Parameters after gradients", data.Parameters, network.Parameters);
    }

    private void CheckStep<TNet, T>(GraphData<T> data)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet network = Network<TNet, T>(data), withCost = Network<TNet, T>(data);
        var optimizer = new GradientDescent<T>(LearningRate);
        network.TrainStep(data.X, data.Y, ref optimizer, threads: graphCase.Seed % 4);
        Measured gradients = data.Reference.Gradients(data.Training, data.ReferenceY);
        Measured expected = data.Reference.Updated(data.Training, gradients, LearningRate);
        Agreement.Check<T>("Parameters after a step", network.Parameters, expected, PlaceIn(TNet.Description));

        double cost = withCost.TrainStepWithCost(data.X, data.Y, ref optimizer);
        Agreement.Check<T>(
            "Cost of a step", [T.CreateTruncating(cost)], data.Reference.Cost(data.Training, data.ReferenceY), static _ => "before the update");
        Agreement.CheckSame<T>("Parameters after a step with its cost", network.Parameters, withCost.Parameters);
    }

    private static Func<int, string> PlaceIn(NetworkDescription description) => index =>
    {
        ParameterDescription parameter = description.Parameters.Last(parameter => parameter.Offset <= index);
        return parameter.NameOf(index - parameter.Offset);
    };
}
