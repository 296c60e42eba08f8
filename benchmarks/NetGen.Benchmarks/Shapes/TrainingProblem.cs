using NetGen.Numerics;

namespace NetGen.Benchmarks.Shapes;

/// <summary>What all that measure a shape start from: the same examples, labels and initial parameters.</summary>
internal sealed class TrainingProblem
{
    /// <summary>The learning rate of plain gradient descent.</summary>
    public const double LearningRate = 0.0075;

    private readonly ParameterBlock<float> x;
    private readonly ParameterBlock<float> y;
    private readonly float[] initialParameters;

    /// <summary>Draws the problem of a shape: pixels between 0 and 1, and a class for each example.</summary>
    public TrainingProblem(TrainingShape shape)
    {
        Network = shape.Network;
        Batch = shape.Batch;
        var random = new RandomSource(1);
        x = new ParameterBlock<float>(Batch * Network.InputSize);
        foreach (ref float value in x.Span)
        {
            value = (float)random.NextDouble();
        }

        y = new ParameterBlock<float>(Batch * Network.OutputSize);
        for (int example = 0; example < Batch; example++)
        {
            if (Network.OutputSize == 1)
            {
                y.Span[example] = random.NextInt32(3) == 0 ? 1 : 0;
            }
            else
            {
                y.Span[example * Network.OutputSize + random.NextInt32(Network.OutputSize)] = 1;
            }
        }

        initialParameters = new float[Network.ParameterCount];
        ParameterInitializer.Fill<float>(Network, initialParameters, seed: 1);
    }

    /// <summary>The declaration.</summary>
    public NetworkDescription Network { get; }

    /// <summary>The examples of a step.</summary>
    public int Batch { get; }

    /// <summary>The examples (Batch, InputSize).</summary>
    public ReadOnlySpan<float> X => x.Span;

    /// <summary>The labels (Batch, OutputSize).</summary>
    public ReadOnlySpan<float> Y => y.Span;

    /// <summary>W1 row by row, b1, W2, ...</summary>
    public ReadOnlySpan<float> InitialParameters => initialParameters;
}
