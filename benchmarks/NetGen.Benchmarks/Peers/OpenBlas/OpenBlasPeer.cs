using NetGen.Benchmarks.Peers.Layerwise;
using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.Peers.OpenBlas;

/// <summary>A step on OpenBLAS.</summary>
internal sealed class OpenBlasPeer : LayerwisePeer<OpenBlasProducts, OpenBlasElementwise>
{
    private readonly int threads;

    public OpenBlasPeer(TrainingProblem problem, int threads)
        : base("OpenBLAS", problem) => this.threads = threads;

    /// <inheritdoc/>
    public override void Run(int repetitions)
    {
        OpenBlasLibrary.SetThreads(threads);
        base.Run(repetitions);
    }
}
