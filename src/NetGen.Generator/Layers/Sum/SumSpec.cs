using NetGen.Generator.Model;

namespace NetGen.Generator.Layers.Sum;

/// <summary>The sum of the results of some layers, with an activation; of one layer, that activation alone.</summary>
internal sealed record SumSpec(int Number, EquatableArray<int> Sources, int Units, ActivationSpec Activation)
    : LayerSpec(Number, Sources, TensorShape.Of(Units), TensorShape.Of(Units))
{
    /// <inheritdoc/>
    public override string Kind => Sources.Count == 1 ? "Activation" : "Sum";

    /// <inheritdoc/>
    public override ActivationSpec Function => Activation;

    /// <inheritdoc/>
    public override EquatableArray<ParameterSpec> Parameters => EquatableArray<ParameterSpec>.Empty;
}
