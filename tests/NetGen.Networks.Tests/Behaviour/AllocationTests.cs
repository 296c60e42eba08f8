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
        Assert.ThrowsAny<Exception>(() => AssertNothingAllocated("new", () => kept = new byte[100]));
        GC.KeepAlive(kept);
    }

    private static void AssertNothingAllocated(string what, Action action)
    {
        // Scratch, optimizer state and worker threads come into being in the first calls.
        for (int i = 0; i < 3; i++)
        {
            action();
        }

        // A garbage collection counts what is left of a thread's allocation buffer as allocated, and the runner's own threads may allocate now and then; what a
        // step allocates, it allocates in every window.
        long onThisThread = LeastAllocated(GC.GetAllocatedBytesForCurrentThread, action);
        Assert.True(onThisThread == 0, $"{what} allocated {onThisThread} bytes on the calling thread");
        long onAllThreads = LeastAllocated(static () => GC.GetTotalAllocatedBytes(precise: true), action);
        Assert.True(onAllThreads == 0, $"{what} allocated {onAllThreads} bytes on the threads of the team");
    }

    private static long LeastAllocated(Func<long> allocated, Action action)
    {
        long least = long.MaxValue;
        for (int window = 0; window < 5; window++)
        {
            long before = allocated();
            action();
            least = Math.Min(least, allocated() - before);
        }

        return least;
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
                AssertNothingAllocated($"Predict, {threads} threads", () => network.Predict(batch.X, output, threads));
                AssertNothingAllocated($"Cost, {threads} threads", () => network.Cost(batch.X, batch.Y, threads));
            }

            AssertNothingAllocated("Predict of one example", () => network.Predict(batch.X.AsSpan(0, TNet.InputSize), output));
            AssertNothingAllocated("ComputeGradients", () => network.ComputeGradients(batch.X, batch.Y, gradients));
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
            AssertNothingAllocated($"ApplyGradients with {typeof(TOptimizer).Name}", () => network.ApplyGradients(gradients, ref optimizer));
            foreach (int threads in (int[])[1, 2])
            {
                AssertNothingAllocated(
                    $"TrainStep with {typeof(TOptimizer).Name}, {threads} threads",
                    () => network.TrainStep(batch.X, batch.Y, ref optimizer, threads));
                AssertNothingAllocated($"TrainStepWithCost, {threads} threads", () => network.TrainStepWithCost(batch.X, batch.Y, ref optimizer, threads));
            }
        }
    }
}
