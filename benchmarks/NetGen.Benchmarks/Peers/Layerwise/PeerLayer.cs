using NetGen.Numerics;

namespace NetGen.Benchmarks.Peers.Layerwise;

/// <summary>The arrays of one layer, allocated once and on cache lines.</summary>
internal sealed class PeerLayer
{
    private readonly ParameterBlock<float> weights;
    private readonly ParameterBlock<float> bias;
    private readonly ParameterBlock<float> activations;
    private readonly ParameterBlock<float> deltas;
    private readonly ParameterBlock<float> weightGradients;
    private readonly ParameterBlock<float> biasGradients;

    public PeerLayer(DenseDescription description, int examples)
    {
        Description = description;
        Examples = examples;
        weights = new ParameterBlock<float>(description.Units * description.Inputs);
        bias = new ParameterBlock<float>(description.Units);
        activations = new ParameterBlock<float>(examples * description.Units);
        deltas = new ParameterBlock<float>(examples * description.Units);
        weightGradients = new ParameterBlock<float>(description.Units * description.Inputs);
        biasGradients = new ParameterBlock<float>(description.Units);
    }

    /// <summary>Sizes and activation.</summary>
    public DenseDescription Description { get; }

    /// <summary>The examples of a step.</summary>
    public int Examples { get; }

    /// <summary>n[l-1].</summary>
    public int Inputs => Description.Inputs;

    /// <summary>n[l].</summary>
    public int Units => Description.Units;

    /// <summary>W (Units, Inputs).</summary>
    public Span<float> Weights => weights.Span;

    /// <summary>b (Units).</summary>
    public Span<float> Bias => bias.Span;

    /// <summary>Z, then A (Examples, Units).</summary>
    public Span<float> Activations => activations.Span;

    /// <summary>dA, then dZ (Examples, Units).</summary>
    public Span<float> Deltas => deltas.Span;

    /// <summary>dW (Units, Inputs).</summary>
    public Span<float> WeightGradients => weightGradients.Span;

    /// <summary>db (Units).</summary>
    public Span<float> BiasGradients => biasGradients.Span;
}
