using System.Numerics;
using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Harness;

namespace NetGen.Networks.Tests.Behaviour;

/// <summary>
/// Once a network is warm, nothing that is done again and again allocates. Alone, because worker threads are looked at through the counter of the whole
/// process.
/// </summary>
[Collection(nameof(Alone))]
public class AllocationTests
{
    [Fact]
    public void StepsPredictionsCostsAndGradientsAllocateNothing() => Representatives.ForEach(networkCase => new NothingAllocated(networkCase));

    [Fact]
    public void AnAllocationIsNoticed()
    {
        object? kept = null;
        Assert.ThrowsAny<Exception>(() => Allocations.AssertNone("new", () => kept = new byte[100]));
        GC.KeepAlive(kept);
    }

    private sealed class NothingAllocated(NetworkCase networkCase) : INetworkAction
    {
        public void Run<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var batch = new RandomBatch<T>(TNet.Description, networkCase.Examples, networkCase.Seed);
            var network = new TNet();
            network.Initialize(seed: 1);
            var output = new T[batch.Y.Length];
            var gradients = new T[TNet.ParameterCount];

            foreach (int threads in (int[])[0, 1, 2, 3])
            {
                Allocations.AssertNone($"Predict, {threads} threads", () => network.Predict(batch.X, output, threads));
                Allocations.AssertNone($"Cost, {threads} threads", () => network.Cost(batch.X, batch.Y, threads));
            }

            Allocations.AssertNone("Predict of one example", () => network.Predict(batch.X.AsSpan(0, TNet.InputSize), output));
            Allocations.AssertNone("ComputeGradients", () => network.ComputeGradients(batch.X, batch.Y, gradients));
            Steps(network, batch, new GradientDescent<T>(0.01));
            Steps(network, batch, new Momentum<T>(0.01));
            Steps(network, batch, new Adam<T>(0.001));
        }

        private static void Steps<TNet, T, TOptimizer>(TNet network, RandomBatch<T> batch, TOptimizer optimizer)
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
            where TOptimizer : struct, IOptimizer<T>
        {
            var gradients = new T[TNet.ParameterCount];
            Allocations.AssertNone($"ApplyGradients with {typeof(TOptimizer).Name}", () => network.ApplyGradients(gradients, ref optimizer));
            foreach (int threads in (int[])[1, 2])
            {
                Allocations.AssertNone(
                    $"TrainStep with {typeof(TOptimizer).Name}, {threads} threads",
                    () => network.TrainStep(batch.X, batch.Y, ref optimizer, threads));
                Allocations.AssertNone($"TrainStepWithCost, {threads} threads", () => network.TrainStepWithCost(batch.X, batch.Y, ref optimizer, threads));
            }
        }
    }
}
