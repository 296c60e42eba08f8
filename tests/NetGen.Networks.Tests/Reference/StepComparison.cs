using System.Numerics;
using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Harness;

namespace NetGen.Networks.Tests.Reference;

/// <summary>Everything that one step computes, against the reference: Z and A of every layer, predictions, cost, gradients, the updated parameters.</summary>
internal static class StepComparison
{
    private const double LearningRate = 0.3;

    /// <summary>Compares it all.</summary>
    /// <param name="data">The parameters and the examples.</param>
    /// <param name="threads">The threads of the step.</param>
    /// <exception cref="DisagreementException">A value is off.</exception>
    public static void Check<TNet, T>(CaseData<T> data, int threads)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = new TNet();
        network.SetParameters(data.Parameters);
        Agreement.CheckSame<T>("Parameters", data.Parameters, network.Parameters);

        int examples = data.X.Length / TNet.InputSize;
        ReferencePass pass = data.Reference.Forward(data.ReferenceX);
        CheckForward<TNet, T>(network, data, pass);
        CheckPredictions<TNet, T>(network, data, pass.Output);
        CheckGradients<TNet, T>(network, data, examples);
        CheckGradients<TNet, T>(network, data, (examples + 2) / 3);
        CheckStep<TNet, T>(network, data, pass, threads);
    }

    private static void CheckForward<TNet, T>(TNet network, CaseData<T> data, ReferencePass pass)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ForwardPass<T> forward = GeneratedMembers.Forward<TNet, T>(network, data.X);
        for (int l = 0; l < pass.Z.Length; l++)
        {
            Func<int, string> place = Agreement.Matrix(data.Reference.Description.DenseLayers[l].Units);
            Agreement.Check<T>($"Z{l + 1}", forward.Z[l + 1], pass.Z[l], place);
            Agreement.Check<T>($"A{l + 1}", forward.A[l + 1], pass.A[l], place);
        }
    }

    private static void CheckPredictions<TNet, T>(TNet network, CaseData<T> data, Measured expected)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int inputs, int outputs) = (TNet.InputSize, TNet.OutputSize);
        var output = new T[expected.Count];
        network.Predict(data.X, output);
        Agreement.Check<T>("Predict", output, expected, Agreement.Matrix(outputs));

        // One example at a time has a plan of its own.
        for (int i = 0; i < Math.Min(5, data.X.Length / inputs); i++)
        {
            network.Predict(data.X.AsSpan(i * inputs, inputs), output.AsSpan(i * outputs, outputs));
        }

        Agreement.Check<T>("Predict of single examples", output, expected, Agreement.Matrix(outputs));
    }

    private static void CheckGradients<TNet, T>(TNet network, CaseData<T> data, int examples)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int x, int y) = (examples * TNet.InputSize, examples * TNet.OutputSize);
        ReferencePass pass = data.Reference.Forward(data.ReferenceX[..x]);
        double cost = network.Cost(data.X.AsSpan(0, x), data.Y.AsSpan(0, y));
        Agreement.Check<T>("Cost", [T.CreateTruncating(cost)], data.Reference.Cost(pass, data.ReferenceY[..y]), _ => $"of {examples} examples");

        var gradients = new T[TNet.ParameterCount];
        network.ComputeGradients(data.X.AsSpan(0, x), data.Y.AsSpan(0, y), gradients);
        Agreement.Check<T>(
            $"Gradients of {examples} examples",
            gradients,
            data.Reference.Gradients(pass, data.ReferenceY[..y]),
            Agreement.Parameter(TNet.Description));
        Agreement.CheckSame<T>("Parameters after gradients", data.Parameters, network.Parameters);
    }

    private static void CheckStep<TNet, T>(TNet network, CaseData<T> data, ReferencePass pass, int threads)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var optimizer = new GradientDescent<T>(LearningRate);
        network.TrainStep(data.X, data.Y, ref optimizer, threads);
        T[] updated = network.Parameters.ToArray();
        Measured expected = data.Reference.Updated(data.Reference.Gradients(pass, data.ReferenceY), LearningRate);
        Agreement.Check<T>("Parameters after a step", updated, expected, Agreement.Parameter(TNet.Description));

        network.SetParameters(data.Parameters);
        double cost = network.TrainStepWithCost(data.X, data.Y, ref optimizer);
        Agreement.Check<T>("Cost of a step", [T.CreateTruncating(cost)], data.Reference.Cost(pass, data.ReferenceY), _ => "before the update");
        Agreement.CheckSame<T>("Parameters after a step with its cost", updated, network.Parameters);
    }
}
