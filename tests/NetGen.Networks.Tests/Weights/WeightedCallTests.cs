using NetGen.Networks.Tests.Behaviour;

namespace NetGen.Networks.Tests.Weights;

/// <summary>What a call with weights refuses, and what it leaves alone.</summary>
public sealed partial class WeightedCallTests
{
    private static readonly float[] X = [1, 2, 3, 4, 5, 6];
    private static readonly float[] Y = [0, 1, 1];

    /// <summary>The calls that take weights.</summary>
    public static TheoryData<string> Calls => ["TrainStep", "TrainStepWithCost", "Cost", "ComputeGradients", "ComputeStepGradients"];

    [Theory]
    [MemberData(nameof(Calls))]
    public void EachExampleNeedsOneWeight(string call) => Assert.Equal(
        "weights holds 2 values, but x holds 3 examples: each example needs one weight. (Parameter 'weights')", Refused(call, X, Y, [1, 2]));

    [Theory]
    [MemberData(nameof(Calls))]
    public void AWeightIsFiniteAndNotNegative(string call)
    {
        const string Reason = "but a weight must be finite and not negative. (Parameter 'weights')";
        Assert.Equal($"weights holds -0.5 for example 2, {Reason}", Refused(call, X, Y, [1, 0, -0.5f]));
        Assert.Equal($"weights holds NaN for example 0, {Reason}", Refused(call, X, Y, [float.NaN, 1, 1]));
        Assert.StartsWith("weights holds Infinity for example 1", Refused(call, X, Y, [1, float.PositiveInfinity, 1]), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void ExamplesAndLabelsAreCheckedAsWithoutWeights(string call) =>
        Assert.Contains("y holds 2 values", Refused(call, X, [0, 1], [1, 1, 1]), StringComparison.Ordinal);

    [Fact]
    public void GradientsLieApartFromTheWeights()
    {
        Net network = Initialized<Net>();
        float[] memory = new float[Net.ParameterCount];
        Assert.StartsWith(
            "gradients overlaps weights",
            Assert.Throws<ArgumentException>(() => network.ComputeGradients(X, Y, memory.AsSpan(0, 3), memory)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsRefusedChangesNothing()
    {
        Net network = Initialized<Net>();
        float[] before = network.Parameters.ToArray();
        var adam = new Adam<float>(0.1);
        Assert.Throws<ArgumentException>(() => network.TrainStep(X, Y, (float[])[1, 1, -1], ref adam));
        Assert.Equal(before, network.Parameters.ToArray());

        // The state of the optimizer has not advanced either.
        Net fresh = Initialized<Net>();
        var untouched = new Adam<float>(0.1);
        network.TrainStep(X, Y, ref adam);
        fresh.TrainStep(X, Y, ref untouched);
        Assert.Equal(fresh.Parameters.ToArray(), network.Parameters.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void AnotherNetworkThatAnUpdateTrainsHasNoWeights(int threads)
    {
        Net network = Initialized<Net>(), plain = Initialized<Net>();
        Other inner = Initialized<Other>(), expected = Initialized<Other>();
        int calls = 0;
        var optimizer = new NestedCalls(0.1, () =>
        {
            lock (inner)
            {
                if (calls++ == 0)
                {
                    inner.TrainStep(X, Y, 0.1, threads: 1);
                }
            }
        });
        network.TrainStep(X, Y, (float[])[0, 3, 1], ref optimizer, threads);
        expected.TrainStep(X, Y, 0.1);
        Assert.Equal(expected.Parameters.ToArray(), inner.Parameters.ToArray());
        var descent = new GradientDescent<float>(0.1);
        plain.TrainStep(X, Y, (float[])[0, 3, 1], ref descent);
        Assert.Equal(plain.Parameters.ToArray(), network.Parameters.ToArray());
    }

    [Fact]
    public void ThreadsThatComputeGradientsAtOnceHaveTheirOwnWeights()
    {
        Net network = Initialized<Net>();
        float[][] expected = [.. Enumerable.Range(0, 8).Select(Gradients)];
        Parallel.For(0, 400, i => Assert.Equal(expected[i % 8], Gradients(i % 8)));

        float[] Gradients(int seed)
        {
            float[] gradients = new float[Net.ParameterCount];
            if (seed == 0)
            {
                network.ComputeGradients(X, Y, gradients);
            }
            else
            {
                network.ComputeGradients(X, Y, (float[])[seed, 1, seed / 2f], gradients);
            }

            return gradients;
        }
    }

    [Fact]
    public void WeightsOfANetworkWithEveryKindOfLayerScaleItsGradient()
    {
        var network = new Normalized();
        network.Initialize(1);
        double[] x = [.. Enumerable.Range(0, 60).Select(static i => Math.Sin(i))], y = [.. Enumerable.Range(0, 10).Select(static i => i % 3 / 2.0)];
        double[] twos = [.. Enumerable.Repeat(2.0, 10)], one = new double[Normalized.ParameterCount], two = new double[Normalized.ParameterCount];
        network.ComputeGradients(x, y, one);
        network.ComputeGradients(x, y, twos, two);
        Assert.All(one.Zip(two), static pair => Assert.Equal(2 * pair.First, pair.Second, 1e-13));
        Assert.Contains(one, static value => Math.Abs(value) > 1e-6);
        Assert.Equal(2 * network.Cost(x, y), network.Cost(x, y, twos), 1e-13);
    }

    private static TNet Initialized<TNet>()
        where TNet : class, INetwork<TNet, float>, new()
    {
        var network = new TNet();
        network.Initialize(seed: 4);
        return network;
    }

    private static string Refused(string call, float[] x, float[] y, float[] weights)
    {
        Net network = Initialized<Net>();
        var optimizer = new GradientDescent<float>(0.1);
        float[] gradients = new float[Net.ParameterCount];
        return Assert.Throws<ArgumentException>(() =>
        {
            switch (call)
            {
                case "TrainStep":
                    network.TrainStep(x, y, weights, ref optimizer);
                    break;
                case "TrainStepWithCost":
                    network.TrainStepWithCost(x, y, weights, ref optimizer);
                    break;
                case "Cost":
                    network.Cost(x, y, weights);
                    break;
                case "ComputeGradients":
                    network.ComputeGradients(x, y, weights, gradients);
                    break;
                default:
                    network.ComputeStepGradients(x, y, weights, gradients);
                    break;
            }
        }).Message;
    }

    [Layers(2, 3, 1)]
    private sealed partial class Net;

    [Layers(2, 20, 1)]
    private sealed partial class Other;

    [Network(Element = ElementType.Double)]
    private sealed partial class Normalized
    {
        private static Node Define([Shape(6)] Node x) => x.Dense(20).BatchNorm().Tanh().Dense(12).LayerNorm().Gelu().Dense(1);
    }
}
