using BenchmarkDotNet.Attributes;
using NetGen.Benchmarks.Peers;
using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.Suites;

/// <summary>
/// Training steps, on one thread: generated code and the other ways to write the same step. What this machine cannot run is shown as not available.
/// </summary>
public class StepBenchmarks
{
    private const int OneThread = 1;
    private ITrainingPeer peer = null!;

    /// <summary>The shapes' names.</summary>
    public static IEnumerable<string> Shapes => TrainingShapes.All.Select(shape => shape.Name);

    /// <summary>The shape to measure.</summary>
    [ParamsSource(nameof(Shapes))]
    public string Shape { get; set; } = "";

    /// <summary>Prepares the generated code with plain gradient descent.</summary>
    [GlobalSetup(Target = nameof(NetGen))]
    public void SetUpNetGen() => Use((shape, problem) => shape.CreateNetGen(problem, OptimizerKind.Sgd, OneThread));

    /// <summary>Prepares the generated code with momentum.</summary>
    [GlobalSetup(Target = nameof(NetGenMomentum))]
    public void SetUpNetGenMomentum() => Use((shape, problem) => shape.CreateNetGen(problem, OptimizerKind.Momentum, OneThread));

    /// <summary>Prepares the generated code with Adam.</summary>
    [GlobalSetup(Target = nameof(NetGenAdam))]
    public void SetUpNetGenAdam() => Use((shape, problem) => shape.CreateNetGen(problem, OptimizerKind.Adam, OneThread));

    /// <summary>Prepares the tiles with sizes as variables.</summary>
    [GlobalSetup(Target = nameof(RunTimeSizes))]
    public void SetUpRunTimeSizes() => Use((_, problem) => TrainingPeers.RunTimeSizes(problem));

    /// <summary>Prepares OpenBLAS.</summary>
    [GlobalSetup(Target = nameof(OpenBlas))]
    public void SetUpOpenBlas() => Use((_, problem) => TrainingPeers.OpenBlas(problem, OneThread));

    /// <summary>Prepares System.Numerics.Tensors.</summary>
    [GlobalSetup(Target = nameof(Tensors))]
    public void SetUpTensors() => Use((_, problem) => TrainingPeers.Tensors(problem));

    /// <summary>Prepares MathNet.Numerics.</summary>
    [GlobalSetup(Target = nameof(MathNet))]
    public void SetUpMathNet() => Use((_, problem) => TrainingPeers.MathNet(problem, OneThread));

    /// <summary>Prepares nested loops.</summary>
    [GlobalSetup(Target = nameof(Naive))]
    public void SetUpNaive() => Use((_, problem) => TrainingPeers.Naive(problem));

    /// <summary>The generated code.</summary>
    [Benchmark(Baseline = true)]
    public void NetGen() => peer.Run(1);

    /// <summary>The generated code with momentum.</summary>
    [Benchmark]
    public void NetGenMomentum() => peer.Run(1);

    /// <summary>The generated code with Adam.</summary>
    [Benchmark]
    public void NetGenAdam() => peer.Run(1);

    /// <summary>The tiles that the generator emits, with sizes as variables.</summary>
    [Benchmark]
    public void RunTimeSizes() => peer.Run(1);

    /// <summary>OpenBLAS.</summary>
    [Benchmark]
    public void OpenBlas() => peer.Run(1);

    /// <summary>System.Numerics.Tensors.</summary>
    [Benchmark]
    public void Tensors() => peer.Run(1);

    /// <summary>MathNet.Numerics.</summary>
    [Benchmark]
    public void MathNet() => peer.Run(1);

    /// <summary>Nested loops.</summary>
    [Benchmark]
    public void Naive() => peer.Run(1);

    private void Use(Func<TrainingShape, TrainingProblem, ITrainingPeer?> create)
    {
        TrainingShape shape = TrainingShapes.Named(Shape);
        peer = create(shape, new TrainingProblem(shape)) ?? throw new NotSupportedException("This machine does not have what this peer needs.");
    }
}
