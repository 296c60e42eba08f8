using System.Numerics;

namespace NetGen.Networks.Tests.GradientChecks;

/// <summary>A network whose gradients somebody got wrong.</summary>
/// <param name="network">The network.</param>
/// <param name="fault">Changes the gradients.</param>
internal sealed class FaultyNetwork<TNet, T>(TNet network, Action<T[]> fault) : INetwork<FaultyNetwork<TNet, T>, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static NetworkDescription Description => TNet.Description;

    public static int InputSize => TNet.InputSize;

    public static int OutputSize => TNet.OutputSize;

    public static int ParameterCount => TNet.ParameterCount;

    public bool IsInitialized => network.IsInitialized;

    public ReadOnlySpan<T> Parameters => network.Parameters;

    public void SetParameters(ReadOnlySpan<T> parameters) => network.SetParameters(parameters);

    public void Initialize(int seed) => network.Initialize(seed);

    public void Initialize(NumPyRandom random) => network.Initialize(random);

    public void Predict(ReadOnlySpan<T> x, Span<T> output, int threads = 0) => network.Predict(x, output, threads);

    public double Cost(ReadOnlySpan<T> x, ReadOnlySpan<T> y, int threads = 0) => network.Cost(x, y, threads);

    public void ComputeGradients(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> gradients)
    {
        var computed = new T[ParameterCount];
        network.ComputeGradients(x, y, computed);
        fault(computed);
        computed.CopyTo(gradients);
    }

    public double ComputeStepGradients(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> gradients, int threads = 0) =>
        throw new NotSupportedException();

    public void ApplyGradients<TOptimizer>(ReadOnlySpan<T> gradients, ref TOptimizer optimizer)
        where TOptimizer : struct, IOptimizer<T> => network.ApplyGradients(gradients, ref optimizer);

    public void TrainStep<TOptimizer>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ref TOptimizer optimizer, int threads = 0)
        where TOptimizer : struct, IOptimizer<T> => network.TrainStep(x, y, ref optimizer, threads);

    public double TrainStepWithCost<TOptimizer>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ref TOptimizer optimizer, int threads = 0)
        where TOptimizer : struct, IOptimizer<T> => network.TrainStepWithCost(x, y, ref optimizer, threads);
}
