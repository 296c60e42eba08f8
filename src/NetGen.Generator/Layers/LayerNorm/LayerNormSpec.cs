using NetGen.Generator.Model;

namespace NetGen.Generator.Layers.LayerNorm;

/// <summary>
/// Layer normalization: A = g(gamma * (X - mean) / sqrt(variance + epsilon) + beta), with the mean and the variance of the units of each example (Ba, Kiros,
/// Hinton: Layer normalization, 2016).
/// </summary>
/// <param name="Number">Its place in the order of evaluation.</param>
/// <param name="Source">The layer whose results come in.</param>
/// <param name="Units">Its units.</param>
/// <param name="Epsilon">What is added to the variance.</param>
/// <param name="Activation">The activation g.</param>
internal sealed record LayerNormSpec(int Number, int Source, int Units, double Epsilon, ActivationSpec Activation)
    : LayerSpec(Number, EquatableArray<int>.From([Source]), TensorShape.Of(Units), TensorShape.Of(Units))
{
    /// <inheritdoc/>
    public override string Kind => "LayerNorm";

    /// <inheritdoc/>
    public override ActivationSpec Function => Activation;

    /// <inheritdoc/>
    public override EquatableArray<ParameterSpec> Parameters => EquatableArray<ParameterSpec>.From(
    [
        new(ParameterRole.Scale, TensorShape.Of(Units)),
        new(ParameterRole.Shift, TensorShape.Of(Units)),
    ]);
}
