using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;
using NetGen.Benchmarks.Peers.PyTorch;

namespace NetGen.Benchmarks.Shapes;

/// <summary>A training step of a network with a kind of layer, beside that of the same network without it.</summary>
/// <param name="Name">The kind and the sizes.</param>
/// <param name="With">The network.</param>
/// <param name="Without">The network without the kind.</param>
/// <param name="Modules">The network as the script of PyTorch reads it.</param>
internal sealed record KindShape(string Name, TrainingShape With, TrainingShape Without, string Modules)
{
    private const int Batch = 128;

    /// <summary>The steps whose figures are published.</summary>
    public static IReadOnlyList<KindShape> All { get; } =
    [
        new(
            "dropout 0.2 128x784-512-128-10",
            TrainingShape.Of<DropoutDigitNet>(Batch),
            TrainingShape.Of<WideDigitNet>(Batch),
            "784 dense512 relu dropout0.2 dense128 relu dropout0.2 dense10"),
        new(
            "batch norm 128x784-512-128-10",
            TrainingShape.Of<NormalizedDigitNet>(Batch),
            TrainingShape.Of<WideDigitNet>(Batch),
            "784 dense512 norm relu dense128 norm relu dense10"),
        new(
            "residual 128x784-512-512-512-10",
            TrainingShape.Of<ResidualDigitNet>(Batch),
            TrainingShape.Of<ChainedDigitNet>(Batch),
            "784 dense512 relu open dense512 relu dense512 close relu dense10"),
    ];

    /// <summary>The generated code of the network, then that without the kind.</summary>
    public (IMeasured With, IMeasured Without) Create(int threads) => (Create(With, threads), Create(Without, threads));

    /// <summary>The same network on PyTorch; null where that is missing.</summary>
    public PyTorchPeer? CreatePyTorch(int threads) => PyTorchPeer.Start(Modules, Batch, threads);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static ITrainingPeer Create(TrainingShape shape, int threads) => shape.CreateNetGen(new TrainingProblem(shape), OptimizerKind.Sgd, threads);
}
