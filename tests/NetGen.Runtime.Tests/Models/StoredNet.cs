namespace NetGen.Runtime.Tests.Models;

/// <summary>The parameters of a 2-3-1 network, without the network: all that saving and loading need.</summary>
internal sealed class StoredNet : INetwork<StoredNet, float>
{
    private float[] parameters = new float[ParameterCount];

    public static NetworkDescription Description { get; } = new(
        nameof(StoredNet),
        [new DenseDescription(2, 3, Activation.Tanh), new DenseDescription(3, 1, Activation.Sigmoid)],
        Loss.BinaryCrossEntropy,
        Initializer.Zeros);

    public static int InputSize => 2;

    public static int OutputSize => 1;

    public static int ParameterCount => 13;

    public bool IsInitialized { get; private set; }

    public ReadOnlySpan<float> Parameters => parameters;

    public void SetParameters(ReadOnlySpan<float> parameters)
    {
        Assert.Equal(ParameterCount, parameters.Length);
        this.parameters = parameters.ToArray();
        IsInitialized = true;
    }

    public void Initialize(int seed) => throw new NotSupportedException();

    public void Initialize(NumPyRandom random) => throw new NotSupportedException();

    public void Predict(ReadOnlySpan<float> x, Span<float> output, int threads = 0) => throw new NotSupportedException();

    public double Cost(ReadOnlySpan<float> x, ReadOnlySpan<float> y, int threads = 0) => throw new NotSupportedException();

    public void ComputeGradients(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> gradients) => throw new NotSupportedException();

    public double ComputeStepGradients(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> gradients, int threads = 0) =>
        throw new NotSupportedException();

    public void ApplyGradients<TOptimizer>(ReadOnlySpan<float> gradients, ref TOptimizer optimizer)
        where TOptimizer : struct, IOptimizer<float> => throw new NotSupportedException();

    public void TrainStep<TOptimizer>(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ref TOptimizer optimizer, int threads = 0)
        where TOptimizer : struct, IOptimizer<float> => throw new NotSupportedException();

    public double TrainStepWithCost<TOptimizer>(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ref TOptimizer optimizer, int threads = 0)
        where TOptimizer : struct, IOptimizer<float> => throw new NotSupportedException();
}
