using System.Numerics;
using NetGen.Networks.Tests.Behaviour;

namespace NetGen.Networks.Tests.Graphs.Behaviour;

/// <summary>Once a network is warm, nothing that is done again and again allocates, whatever kinds of layers there are.</summary>
[Collection(nameof(Alone))]
public class GraphAllocationTests
{
    [Fact]
    public void StepsPredictionsCostsAndGradientsAllocateNothing()
    {
        Check<NormalizedNet, float>();
        Check<TableNet, float>();
        Check<FrozenNet, double>();
    }

    private static void Check<TNet, T>()
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var batch = new GraphBatch<T>(TNet.Description, examples: 100);
        var network = new TNet();
        network.Initialize(seed: 1);
        var (output, gradients, adam) = (new T[batch.Y.Length], new T[TNet.ParameterCount], new Adam<T>(0.001));
        string name = TNet.Description.Name;
        foreach (int threads in (int[])[1, 2])
        {
            Allocations.AssertNone($"TrainStep of {name}", () => network.TrainStep(batch.X, batch.Y, ref adam, threads));
            Allocations.AssertNone($"TrainStepWithCost of {name}", () => network.TrainStepWithCost(batch.X, batch.Y, ref adam, threads));
            Allocations.AssertNone($"Predict of {name}", () => network.Predict(batch.X, output, threads));
            Allocations.AssertNone($"Cost of {name}", () => network.Cost(batch.X, batch.Y, threads));
        }

        Allocations.AssertNone($"Predict of one example of {name}", () => network.Predict(batch.X.AsSpan(0, TNet.InputSize), output));
        Allocations.AssertNone($"ComputeGradients of {name}", () => network.ComputeGradients(batch.X, batch.Y, gradients));
        Allocations.AssertNone($"ApplyGradients of {name}", () => network.ApplyGradients(gradients, ref adam));
        Allocations.AssertNone($"Predict of {name} after a step", () =>
        {
            network.TrainStep(batch.X, batch.Y, ref adam);
            network.Predict(batch.X, output);
        });
    }
}
