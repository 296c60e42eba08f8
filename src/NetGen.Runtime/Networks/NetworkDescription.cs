using System.Collections.Immutable;

namespace NetGen;

/// <summary>What a network's declaration says, for code that works on any network.</summary>
/// <param name="Name">The name of the class; not empty.</param>
/// <param name="Layers">The layers, first to last; layer l is at index l - 1. At least one, each taking what its sources give; the last one is the
/// output.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Initializer">How initial weights are drawn.</param>
/// <exception cref="ArgumentException">
/// The name is empty, there is no layer, one does not fit its sources, is taken by none or shares its name, or no array holds so many parameters.
/// </exception>
/// <exception cref="ArgumentOutOfRangeException">There is no such loss or initializer.</exception>
public sealed record NetworkDescription(string Name, ImmutableArray<LayerDescription> Layers, Loss Loss, Initializer Initializer)
{
    /// <summary>The name of the class.</summary>
    public string Name { get; init => field = DescriptionGuard.Name(value, nameof(Name)); } = DescriptionGuard.Name(Name, nameof(Name));

    /// <summary>The layers, first to last; layer l is at index l - 1.</summary>
    public ImmutableArray<LayerDescription> Layers
    {
        get;
        init
        {
            field = LayersGuard.Fitting(value, nameof(Layers));
            ParameterCount = CountOf(value);
        }
    } = LayersGuard.Fitting(Layers, nameof(Layers));

    /// <summary>The loss.</summary>
    public Loss Loss { get; init => field = DescriptionGuard.Defined(value, nameof(Loss)); } = DescriptionGuard.Defined(Loss, nameof(Loss));

    /// <summary>Where <see cref="NetGen.Loss.Huber"/> becomes linear; 1 unless it is said. Other losses do not read it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite and positive.</exception>
    public double Delta { get; init => field = DescriptionGuard.Of(LossParameter.Delta, value); } = LossParameter.Delta.Default;

    /// <summary>Which quantile <see cref="NetGen.Loss.Quantile"/> predicts; 0.5 unless it is said. Other losses do not read it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0 and below 1.</exception>
    public double Quantile { get; init => field = DescriptionGuard.Of(LossParameter.Quantile, value); } = LossParameter.Quantile.Default;

    /// <summary>How much less <see cref="NetGen.Loss.Focal"/> counts what is right already; 2 unless it is said. Other losses do not read it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public double Gamma { get; init => field = DescriptionGuard.Of(LossParameter.Gamma, value); } = LossParameter.Gamma.Default;

    /// <summary>
    /// Which share of each label is spread evenly over all classes; 0 unless it is said. Only the cross-entropies and the focal loss read it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not at least 0 and below 1.</exception>
    public double LabelSmoothing { get; init => field = DescriptionGuard.Of(LossParameter.LabelSmoothing, value); }

    /// <summary>The loss with its numbers.</summary>
    internal LossSpec LossSpec => new(
        Loss,
        Layers[^1].OutputActivation,
        Loss switch { Loss.Huber => Delta, Loss.Quantile => Quantile, Loss.Focal => Gamma, _ => 0.0 },
        LossFacts.Of(Loss).HasSmoothing ? LabelSmoothing : 0.0);

    /// <summary>How initial weights are drawn.</summary>
    public Initializer Initializer { get; init => field = DescriptionGuard.Defined(value, nameof(Initializer)); } =
        DescriptionGuard.Defined(Initializer, nameof(Initializer));

    /// <summary>The layers of a network that consists of dense layers, first to last.</summary>
    /// <exception cref="InvalidOperationException">A layer is of another kind.</exception>
    public ImmutableArray<DenseDescription> DenseLayers =>
    [
        .. Layers.Select((layer, index) => layer as DenseDescription
            ?? throw new InvalidOperationException(
                $"{nameof(DenseLayers)} is for networks of dense layers, but {LayerTerm.Of(this, index + 1)} is {layer.Kind}.")),
    ];

    /// <summary>The parameters of all layers, by name, in the order in which they lie: W1, b1, W2, b2, ...</summary>
    public ImmutableArray<ParameterDescription> Parameters => ParameterLayout.Of(Layers);

    /// <summary>The number of inputs, n[0].</summary>
    public int InputSize => (int)Layers[0].InputShapeOf(0).Length;

    /// <summary>The units of the last layer, n[L].</summary>
    public int OutputSize => Layers[^1].OutputSize;

    /// <summary>The number of values of all parameters.</summary>
    public int ParameterCount { get; private init; } = CountOf(Layers);

    /// <summary>
    /// The network as a table in plain text: number, name and kind of each layer, the shape that it gives, its sources where they are not the layer before, and
    /// how many parameters it has; then what they add up to.
    /// </summary>
    public override string ToString() => NetworkTable.Of(this);

    // Each step asks for the count, so it is counted once.
    private static int CountOf(ImmutableArray<LayerDescription> layers)
    {
        long count = 0;
        foreach (LayerDescription layer in layers)
        {
            count += layer.ParameterCount;
        }

        return (int)count;
    }
}
