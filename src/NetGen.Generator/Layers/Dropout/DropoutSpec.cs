using NetGen.Generator.Model;

namespace NetGen.Generator.Layers.Dropout;

/// <summary>Dropout: in training each value is dropped at a rate, and the others are divided by what is left; nothing happens when predicting.</summary>
/// <param name="Number">Its place in the order of evaluation.</param>
/// <param name="Source">The layer whose results come in.</param>
/// <param name="Units">Its units.</param>
/// <param name="Rate">The share that is dropped; 0 or more, below 1.</param>
internal sealed record DropoutSpec(int Number, int Source, int Units, double Rate)
    : LayerSpec(Number, EquatableArray<int>.From([Source]), TensorShape.Of(Units), TensorShape.Of(Units))
{
    /// <inheritdoc/>
    public override string Kind => "Dropout";

    /// <inheritdoc/>
    public override EquatableArray<ParameterSpec> Parameters => EquatableArray<ParameterSpec>.Empty;
}
