using NetGen.Generator.Model;

namespace NetGen.Generator.Layers.Dense;

/// <summary>A dense layer: W is (Units, Inputs), b is (Units).</summary>
internal sealed record DenseSpec(int Number, int Inputs, int Units, Activation Activation, double Slope)
    : LayerSpec(Number, EquatableArray<int>.From([Number - 1]), TensorShape.Of(Inputs), TensorShape.Of(Units))
{
    /// <inheritdoc/>
    public override ActivationSpec Function => new(Activation, Activation == Activation.LeakyRelu ? Slope : 0);

    /// <inheritdoc/>
    public override EquatableArray<ParameterSpec> Parameters => EquatableArray<ParameterSpec>.From(
    [
        new(ParameterRole.Weights, TensorShape.Of(Units, Inputs)),
        new(ParameterRole.Bias, TensorShape.Of(Units)),
    ]);
}
