using System.Globalization;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Shapes;

/// <summary>A training step to measure: a declared network and a batch.</summary>
internal sealed class TrainingShape
{
    private readonly Func<TrainingProblem, OptimizerKind, int, ITrainingPeer> create;

    private TrainingShape(int batch, NetworkDescription network, Func<TrainingProblem, OptimizerKind, int, ITrainingPeer> create)
    {
        Batch = batch;
        Network = network;
        this.create = create;
    }

    /// <summary>The examples of a step.</summary>
    public int Batch { get; }

    /// <summary>The declaration.</summary>
    public NetworkDescription Network { get; }

    /// <summary>The batch and the sizes, such as 209x12288-20-7-5-1.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Batch}x{SizesOf(Network)}");

    /// <summary>
    /// The floating-point operations that a step cannot do without: two for each weight and example, forward, for the gradient, and for the gradient with
    /// respect to the layer's input, which nobody needs of the first layer.
    /// </summary>
    public double Operations => Network.DenseLayers.Select((layer, index) => (index == 0 ? 4.0 : 6.0) * Batch * layer.Inputs * layer.Units).Sum();

    /// <summary>A step of a declared network.</summary>
    public static TrainingShape Of<TNet>(int batch)
        where TNet : class, INetwork<TNet, float>, new() =>
        new(batch, TNet.Description, NetGenPeer.Create<TNet>);

    /// <summary>The sizes of a network as its declaration lists them, such as 784-128-10.</summary>
    public static string SizesOf(NetworkDescription network) =>
        string.Join('-', network.DenseLayers.Select(layer => layer.Units).Prepend(network.InputSize));

    /// <summary>The generated code of this network.</summary>
    public ITrainingPeer CreateNetGen(TrainingProblem problem, OptimizerKind optimizer, int threads) => create(problem, optimizer, threads);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
