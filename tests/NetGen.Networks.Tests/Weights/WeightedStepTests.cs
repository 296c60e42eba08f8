using System.Collections.Immutable;
using System.Numerics;
using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Harness;
using NetGen.Networks.Tests.Widths;

namespace NetGen.Networks.Tests.Weights;

/// <summary>
/// Weighted examples in networks of every plan and of every loss: an example of weight w, a whole number, counts as if it stood there w times, among the same
/// number of examples.
/// </summary>
public class WeightedStepTests
{
    [Fact]
    public void AnExampleCountsAsOftenAsItsWeightSaysInEveryPlan() => Representatives.ForEach(static networkCase => new CountsAsOften(networkCase));

    [Theory]
    [Trait(Suites.Trait, Suites.Numerics)]
    [InlineData(ElementType.Float)]
    [InlineData(ElementType.Double)]
    public void AnExampleCountsAsOftenAsItsWeightSaysWithEveryLoss(ElementType element)
    {
        NetworkCase[] all =
        [
            .. from loss in Losses.Each
            from shape in (ImmutableArray<int>[])[[3, 4, 3], [40, 9, 1]]
            select new NetworkCase(Losses.Sized(loss, shape) with { Element = element }, Examples: 19, Seed: 3),
        ];
        using CompiledNetworks networks = NetworkCompiler.Load(string.Join("\n\n", all.Select((networkCase, i) => networkCase.Network.ToSource($"Net{i}"))));
        for (int i = 0; i < all.Length; i++)
        {
            networks.Run($"Net{i}", new CountsAsOften(all[i]));
        }
    }

    private sealed class CountsAsOften(NetworkCase networkCase) : INetworkAction
    {
        private static readonly int[] Times = [1, 0, 3, 2, 0, 1, 1];

        public void Run<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            int examples = networkCase.Examples;
            var batch = new RandomBatch<T>(TNet.Description, examples, networkCase.Seed);
            var network = new TNet();
            network.Initialize(seed: 1);
            T[] weights = [.. Enumerable.Range(0, examples).Select(i => T.CreateChecked(Times[i % Times.Length]))];
            int[] repeated = [.. Enumerable.Range(0, examples).SelectMany(i => Enumerable.Repeat(i, Times[i % Times.Length]))];
            T[] x = Rows(batch.X, TNet.InputSize, repeated), y = Rows(batch.Y, TNet.OutputSize, repeated);
            double share = repeated.Length / (double)examples;

            // What an example of weight 0 gives does not matter: another stands for it.
            T[] spoilt = [.. batch.X];
            spoilt.AsSpan(TNet.InputSize, TNet.InputSize).Fill(T.CreateChecked(-7));

            var expected = new T[TNet.ParameterCount];
            network.ComputeGradients(x, y, expected);
            double cost = share * network.Cost(x, y);
            var gradients = new T[TNet.ParameterCount];
            network.ComputeGradients(spoilt, batch.Y, weights, gradients);
            AssertNear(expected, gradients, share);
            AssertNear(cost, network.Cost(spoilt, batch.Y, weights));
            AssertNear(cost, network.Cost(spoilt, batch.Y, weights, threads: 1));

            // A call without weights has none, after one with them.
            var plain = new T[TNet.ParameterCount];
            network.ComputeGradients(x, y, plain);
            Assert.Equal(expected, plain);
            CheckSteps<TNet, T>(network.Parameters.ToArray(), batch, weights, gradients, cost, spoilt);
        }

        private static void CheckSteps<TNet, T>(T[] parameters, RandomBatch<T> batch, T[] weights, T[] gradients, double cost, T[] x)
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T[]? stepped = null;
            for (int threads = 1; threads <= 3; threads++)
            {
                TNet network = New<TNet, T>(parameters);
                var optimizer = new GradientDescent<T>(0.125);
                network.TrainStep(x, batch.Y, weights, ref optimizer, threads);
                stepped ??= network.Parameters.ToArray();
                Assert.Equal(stepped, network.Parameters.ToArray());

                network = New<TNet, T>(parameters);
                AssertNear(cost, network.TrainStepWithCost(x, batch.Y, weights, ref optimizer, threads));
                Assert.Equal(stepped, network.Parameters.ToArray());

                network = New<TNet, T>(parameters);
                var own = new T[gradients.Length];
                AssertNear(cost, network.ComputeStepGradients(x, batch.Y, weights, own, threads));
                Assert.Equal(gradients, own);
                network.ApplyGradients(own, ref optimizer);
                Assert.Equal(stepped, network.Parameters.ToArray());
            }

            // Weights of 1 leave every bit as it is.
            T[] ones = [.. weights.Select(static _ => T.One)];
            TNet weighted = New<TNet, T>(parameters), unweighted = New<TNet, T>(parameters);
            var descent = new GradientDescent<T>(0.125);
            double costOfOnes = weighted.TrainStepWithCost(batch.X, batch.Y, ones, ref descent);
            Assert.Equal(unweighted.TrainStepWithCost(batch.X, batch.Y, ref descent), costOfOnes);
            Assert.Equal(unweighted.Parameters.ToArray(), weighted.Parameters.ToArray());
        }

        private static TNet New<TNet, T>(T[] parameters)
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var network = new TNet();
            network.SetParameters(parameters);
            return network;
        }

        private static T[] Rows<T>(T[] values, int size, int[] rows) => [.. rows.SelectMany(row => values.AsSpan(row * size, size).ToArray())];

        private static void AssertNear<T>(T[] expected, T[] actual, double factor)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            double[] wanted = [.. expected.Select(value => factor * double.CreateChecked(value))];
            double tolerance = wanted.Max(Math.Abs) * (typeof(T) == typeof(float) ? 2e-5 : 1e-12);
            for (int i = 0; i < wanted.Length; i++)
            {
                Assert.Equal(wanted[i], double.CreateChecked(actual[i]), tolerance);
            }
        }

        // In single precision each loss is rounded: 1e-5 of it.
        private static void AssertNear(double expected, double actual) => Assert.Equal(expected, actual, 1e-5 * expected);
    }
}
