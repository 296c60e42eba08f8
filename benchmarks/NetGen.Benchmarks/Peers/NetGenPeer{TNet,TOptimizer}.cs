using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.Peers;

/// <summary>The generated code of a network.</summary>
/// <typeparam name="TNet">The network.</typeparam>
/// <typeparam name="TOptimizer">The optimizer.</typeparam>
internal sealed class NetGenPeer<TNet, TOptimizer> : ITrainingPeer
    where TNet : class, INetwork<TNet, float>, new()
    where TOptimizer : struct, IOptimizer<float>
{
    private readonly TrainingProblem problem;
    private readonly Func<TOptimizer> createOptimizer;
    private readonly int threads;
    private readonly TNet net = new();
    private readonly TrainStep step;
    private TOptimizer optimizer;

    public NetGenPeer(TrainingProblem problem, Func<TOptimizer> createOptimizer, int threads)
    {
        this.problem = problem;
        this.createOptimizer = createOptimizer;
        this.threads = threads;

        // Bound once: looking up a generic method of an interface takes tens of nanoseconds, which a user who names the class does not pay.
        step = net.TrainStep<TOptimizer>;
        Reset();
    }

    private delegate void TrainStep(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ref TOptimizer optimizer, int threads);

    /// <inheritdoc/>
    public string Name => "NetGen";

    /// <inheritdoc/>
    public void Reset()
    {
        net.SetParameters(problem.InitialParameters);
        optimizer = createOptimizer();
    }

    /// <inheritdoc/>
    public void Run(int repetitions)
    {
        ReadOnlySpan<float> x = problem.X, y = problem.Y;
        for (int i = 0; i < repetitions; i++)
        {
            step(x, y, ref optimizer, threads);
        }
    }

    /// <inheritdoc/>
    public void CopyParameters(Span<float> destination) => net.Parameters.CopyTo(destination);
}
