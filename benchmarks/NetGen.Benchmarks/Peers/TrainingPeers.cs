using NetGen.Benchmarks.Peers.Layerwise;
using NetGen.Benchmarks.Peers.OpenBlas;
using NetGen.Benchmarks.Peers.RunTimeSizes;
using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.Peers;

/// <summary>The other ways to write a training step.</summary>
internal static class TrainingPeers
{
    /// <summary>On OpenBLAS; null where the library is missing.</summary>
    public static ITrainingPeer? OpenBlas(TrainingProblem problem, int threads) => OpenBlasLibrary.IsAvailable ? new OpenBlasPeer(problem, threads) : null;

    /// <summary>Nested loops.</summary>
    public static ITrainingPeer Naive(TrainingProblem problem) => new LayerwisePeer<NaiveProducts, ScalarElementwise>("naive", problem);

    /// <summary>On System.Numerics.Tensors.</summary>
    public static ITrainingPeer Tensors(TrainingProblem problem) => new LayerwisePeer<TensorProducts, TensorElementwise>("System.Numerics.Tensors", problem);

    /// <summary>On MathNet.Numerics.</summary>
    public static ITrainingPeer MathNet(TrainingProblem problem, int threads) => new MathNetPeer(problem, threads);

    /// <summary>The tiles that the generator emits, with sizes as variables; null where the processor has no vectors of 512 bits.</summary>
    public static ITrainingPeer? RunTimeSizes(TrainingProblem problem) => RunTimeSizesPeer.IsSupported ? new RunTimeSizesPeer(problem) : null;
}
