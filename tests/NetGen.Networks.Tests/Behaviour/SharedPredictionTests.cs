using NetGen.Numerics;

namespace NetGen.Networks.Tests.Behaviour;

/// <summary>Predictions and costs that several threads share, as a caller meets them.</summary>
public sealed partial class SharedPredictionTests
{
    [Fact]
    public void EveryMemberThatTakesManyExamplesTakesThreads()
    {
        var network = new Classes();
        network.Initialize(seed: 1);
        float[] x = Values(500 * Classes.InputSize);
        int[] classes = [.. Enumerable.Range(0, 500).Select(i => i % Classes.OutputSize)];
        float[] expected = network.Predict(x, threads: 1);
        Classes.Predictor predictor = network.CreatePredictor();
        foreach (int threads in (int[])[0, 2, 7])
        {
            float[] output = new float[expected.Length];
            predictor.Predict(x, output, threads);
            Assert.Equal(expected, output);
            Assert.Equal(expected, predictor.Predict(x, threads));
            Assert.Equal(expected, network.Predict(x, threads));
            Assert.Equal(network.Cost(x, classes, threads: 1), network.Cost(x, classes, threads));
        }
    }

    [Fact]
    public void ANegativeNumberOfThreadsIsRefusedForAnyNumberOfExamples()
    {
        var network = new Classes();
        network.Initialize(seed: 1);
        foreach (int examples in (int[])[0, 1, 500])
        {
            float[] x = new float[examples * Classes.InputSize], output = new float[examples * Classes.OutputSize];
            Assert.Throws<ArgumentOutOfRangeException>("threads", () => network.Predict(x, output, -1));
            Assert.Throws<ArgumentOutOfRangeException>("threads", () => network.Predict(x, -1));
            Assert.Throws<ArgumentOutOfRangeException>("threads", () => network.CreatePredictor().Predict(x, output, -1));
        }

        Assert.Throws<ArgumentOutOfRangeException>("threads", () => network.Cost(new float[Classes.InputSize], [1f, 0f, 0f, 0f, 0f], -1));
        Assert.Throws<ArgumentOutOfRangeException>("threads", () => network.Cost(new float[Classes.InputSize], (ReadOnlySpan<int>)[0], -1));
    }

    [Fact]
    public void AMillionExamplesWhoseResultsNoArrayHoldsAreTrainedOnAndPredicted()
    {
        var network = new WideNet();
        float[] x = new float[1_000_000], y = new float[1_000_000];
        network.TrainStep(x, y, 0.1);
        float[] gradients = new float[WideNet.ParameterCount];
        network.ComputeGradients(x, y, gradients);
        Assert.All(gradients, static value => Assert.True(float.IsFinite(value)));
        Assert.Equal(1_000_000, network.Predict(x).Length);
        Assert.True(double.IsFinite(network.Cost(x, y)));
    }

    private static float[] Values(int count)
    {
        var random = new RandomSource(7);
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan())
        {
            value = (float)random.NextNormal();
        }

        return values;
    }

    [Layers(17, 40, 5)]
    private sealed partial class Classes;

    [Layers(1, 2000, 1, Output = Activation.Linear)]
    private sealed partial class WideNet;
}
