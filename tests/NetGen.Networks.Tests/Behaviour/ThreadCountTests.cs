using System.Numerics;
using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Harness;
using NetGen.Networks.Tests.Widths;

namespace NetGen.Networks.Tests.Behaviour;

/// <summary>The number of threads changes the time of a step or a prediction and nothing else.</summary>
[Trait(Suites.Trait, Suites.Numerics)]
public class ThreadCountTests
{
    [Fact]
    public void ParametersAndCostsHaveTheSameBitsForAnyNumberOfThreads() => Representatives.ForEach(networkCase => new SameBits(networkCase));

    [Fact]
    public void PredictionsAndCostsHaveTheSameBitsForAnyNumberOfThreads() => Representatives.ForEach(networkCase => new SamePredictions(networkCase));

    private sealed class SamePredictions(NetworkCase networkCase) : INetworkAction
    {
        public void Run<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var network = new TNet();
            network.Initialize(seed: 3);
            foreach (int examples in (int[])[0, 1, 2, 47, 49, 128, networkCase.Examples])
            {
                var batch = new RandomBatch<T>(TNet.Description, Math.Max(examples, 1), networkCase.Seed);
                ReadOnlySpan<T> x = batch.X.AsSpan(0, examples * TNet.InputSize);
                T[] expected = new T[(examples * TNet.OutputSize) + 1], output = new T[expected.Length];
                network.Predict(x, expected, threads: 1);
                double cost = examples == 0 ? 0 : network.Cost(x, batch.Y, threads: 1);
                foreach (int threads in (int[])[0, 2, 3, 8, 5000])
                {
                    output.AsSpan().Clear();
                    network.Predict(x, output, threads);
                    Assert.True(expected.AsSpan().SequenceEqual(output), $"other outputs of {examples} examples with {threads} threads than with 1");
                    if (examples > 0)
                    {
                        Assert.Equal(cost, network.Cost(x, batch.Y, threads));
                    }
                }
            }
        }
    }

    private sealed class SameBits(NetworkCase networkCase) : INetworkAction
    {
        private const int Steps = 3;

        public void Run<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var batch = new RandomBatch<T>(TNet.Description, networkCase.Examples, networkCase.Seed);
            Compare<TNet, T, GradientDescent<T>>(batch, () => new GradientDescent<T>(0.1), 0, 2, 3, 8, 16, 5000);
            Compare<TNet, T, Momentum<T>>(batch, () => new Momentum<T>(0.1), 3);
            Compare<TNet, T, Adam<T>>(batch, () => new Adam<T>(0.01), 3);
        }

        private static void Compare<TNet, T, TOptimizer>(RandomBatch<T> batch, Func<TOptimizer> optimizer, params int[] threadCounts)
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
            where TOptimizer : struct, IOptimizer<T>
        {
            (T[] parameters, double[] costs) = Train<TNet, T, TOptimizer>(batch, optimizer(), threads: 1);
            foreach (int threads in threadCounts)
            {
                (T[] others, double[] otherCosts) = Train<TNet, T, TOptimizer>(batch, optimizer(), threads);
                Assert.True(parameters.AsSpan().SequenceEqual(others), $"{typeof(TOptimizer).Name}: other parameters with {threads} threads than with 1");
                Assert.Equal(costs, otherCosts);
            }
        }

        private static (T[] Parameters, double[] Costs) Train<TNet, T, TOptimizer>(RandomBatch<T> batch, TOptimizer optimizer, int threads)
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
            where TOptimizer : struct, IOptimizer<T>
        {
            var network = new TNet();
            network.Initialize(seed: 3);
            double[] costs = [.. Enumerable.Range(0, Steps).Select(_ => network.TrainStepWithCost(batch.X, batch.Y, ref optimizer, threads))];
            return (network.Parameters.ToArray(), costs);
        }
    }
}
