using NetGen.Generator.Model;

namespace NetGen.Generator.Layers.Dense;

/// <summary>A dense layer: W is (Units, Inputs), b is (Units).</summary>
internal sealed record DenseSpec(int Number, EquatableArray<int> Sources, int Inputs, int Units, Activation Activation, double Slope)
    : LayerSpec(Number, Sources, TensorShape.Of(Inputs), TensorShape.Of(Units))
{
    /// <summary>A layer that takes the results of the one before.</summary>
    public DenseSpec(int number, int inputs, int units, Activation activation, double slope)
        : this(number, EquatableArray<int>.From([number - 1]), inputs, units, activation, slope)
    {
    }

    /// <summary>The layer whose results come in.</summary>
    public int Source => Sources[0];

    /// <summary>Whether there is b.</summary>
    public bool HasBias { get; init; } = true;

    /// <inheritdoc/>
    public override string Kind => "Dense";

    /// <inheritdoc/>
    public override bool TakesFold => Activation == Activation.Linear;

    /// <inheritdoc/>
    public override bool WritesLists => true;

    /// <inheritdoc/>
    public override ActivationSpec Function => new(Activation, Activation == Activation.LeakyRelu ? Slope : 0);

    /// <inheritdoc/>
    public override EquatableArray<ParameterSpec> Parameters => HasBias
        ? EquatableArray<ParameterSpec>.From([Weights, new(ParameterRole.Bias, TensorShape.Of(Units))])
        : EquatableArray<ParameterSpec>.From([Weights]);

    private ParameterSpec Weights => new(ParameterRole.Weights, TensorShape.Of(Units, Inputs));
}
