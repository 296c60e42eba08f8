using NetGen.Networks.Tests.Behaviour;

namespace NetGen.Networks.Tests.Graphs.Behaviour;

/// <summary>The masks of dropout belong to the seed, the step and the example, and to nothing else.</summary>
[Collection(nameof(Alone))]
public class DropoutTests
{
    private const int ManyExamples = 70_000;
    private const int DropoutLayer = 2;

    [Fact]
    public void EachStepHasMasksOfItsOwnAndASeedBeginsAgain()
    {
        var network = new NormalizedNet();
        var batch = new GraphBatch<float>(NormalizedNet.Description, examples: 20);
        network.Initialize(seed: 5);
        float[] first = Gradients(), second = Gradients();
        Assert.NotEqual(first, second);
        network.Initialize(seed: 5);
        Assert.Equal(first, Gradients());
        Assert.Equal(second, Gradients());

        // What a step drops is what the gradients before it would have: both count.
        network.Initialize(seed: 5);
        Gradients();
        float[] before = network.Parameters.ToArray();
        network.TrainStep(batch.X, batch.Y, learningRate: 1);
        int bias = before.Length - 1;
        Assert.Equal(before[bias] - second[bias], network.Parameters[bias]);

        float[] Gradients()
        {
            var gradients = new float[NormalizedNet.ParameterCount];
            network.ComputeGradients(batch.X, batch.Y, gradients);
            return gradients;
        }
    }

    [Fact]
    public void PredictionsAndCostsDropNothingAndDrawNoMasks()
    {
        var (network, other) = (new NormalizedNet(), new NormalizedNet());
        var batch = new GraphBatch<float>(NormalizedNet.Description, examples: 20);
        network.Initialize(seed: 5);
        other.Initialize(seed: 5);
        Assert.Equal(network.Predict(batch.X), network.Predict(batch.X));
        Assert.Equal(network.Cost(batch.X, batch.Y), network.Cost(batch.X, batch.Y));
        network.TrainStep(batch.X, batch.Y, learningRate: 0.1);
        other.TrainStep(batch.X, batch.Y, learningRate: 0.1);
        Assert.Equal(other.Parameters, network.Parameters);
    }

    [Fact]
    public void SlicesOfALongBatchDropWhatTheWholeBatchWould()
    {
        // Only the first units reach the output, so that a plain loop can follow.
        const int Reaching = 6;
        var network = new WideDropoutNet();
        var parameters = new float[WideDropoutNet.ParameterCount];
        for (int unit = 0; unit < Reaching; unit++)
        {
            parameters[unit] = 0.5f + unit;
            parameters[2 * WideDropoutNet.Units + unit] = 0.25f * (unit + 1);
        }

        var random = new Random(3);
        float[] x = [.. Enumerable.Range(0, ManyExamples).Select(_ => (float)random.NextDouble())], y = new float[ManyExamples];
        var expected = new double[Reaching];
        for (int i = 0; i < ManyExamples; i++)
        {
            double[] a = [.. Enumerable.Range(0, Reaching).Select(unit =>
                global::NetGen.Reference.Dropout.Keeps(seed: 0, step: 0, DropoutLayer, i, unit, WideDropoutNet.Rate)
                    ? parameters[unit] * x[i] / (1 - WideDropoutNet.Rate)
                    : 0)];
            double output = a.Select((value, unit) => value * parameters[2 * WideDropoutNet.Units + unit]).Sum();
            for (int unit = 0; unit < Reaching; unit++)
            {
                expected[unit] += output * a[unit] / ManyExamples;
            }
        }

        network.SetParameters(parameters);
        var gradients = new float[WideDropoutNet.ParameterCount];
        network.ComputeGradients(x, y, gradients);
        Assert.All(expected, (value, unit) => Assert.Equal(value, gradients[2 * WideDropoutNet.Units + unit], Math.Abs(value) * 1e-5));

        network.SetParameters(parameters);
        var threaded = new WideDropoutNet();
        threaded.SetParameters(parameters);
        network.Initialize(seed: 1);
        threaded.Initialize(seed: 1);
        var (adam, other) = (new Adam<float>(), new Adam<float>());
        network.TrainStep(x, y, ref adam, threads: 1);
        threaded.TrainStep(x, y, ref other, threads: 3);
        Assert.Equal(network.Parameters, threaded.Parameters);
    }
}
