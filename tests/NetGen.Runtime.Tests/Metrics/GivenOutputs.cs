using System.Numerics;

namespace NetGen.Runtime.Tests.Metrics;

/// <summary>A network whose outputs are its inputs, so that a test says them. It computes nothing else, and so cannot be trained.</summary>
public abstract class GivenOutputs<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public bool IsInitialized => true;

    public ReadOnlySpan<T> Parameters => [];

    public void SetParameters(ReadOnlySpan<T> parameters) => throw new NotSupportedException();

    public void Initialize(int seed) => throw new NotSupportedException();

    public void Initialize(NumPyRandom random) => throw new NotSupportedException();

    /// <summary>How many values were predicted.</summary>
    public int Predicted { get; private set; }

    public void Predict(ReadOnlySpan<T> x, Span<T> output, int threads = 0)
    {
        Predicted += x.Length;
        x.CopyTo(output);
    }

    public double Cost(ReadOnlySpan<T> x, ReadOnlySpan<T> y, int threads = 0) => 0.25;

    public void ComputeGradients(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> gradients) => throw new NotSupportedException();

    public double ComputeStepGradients(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> gradients, int threads = 0) => throw new NotSupportedException();

    public void ApplyGradients<TOptimizer>(ReadOnlySpan<T> gradients, ref TOptimizer optimizer)
        where TOptimizer : struct, IOptimizer<T> => throw new NotSupportedException();

    public void TrainStep<TOptimizer>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ref TOptimizer optimizer, int threads = 0)
        where TOptimizer : struct, IOptimizer<T> => throw new NotSupportedException();

    public double TrainStepWithCost<TOptimizer>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ref TOptimizer optimizer, int threads = 0)
        where TOptimizer : struct, IOptimizer<T> => throw new NotSupportedException();
}
