using NetGen.Generator.Model;

namespace NetGen.Generator.Layers.Columns;

/// <summary>Consecutive columns of the network's input: one of several inputs.</summary>
/// <param name="Number">Its place in the order of evaluation.</param>
/// <param name="Inputs">The columns of the whole input.</param>
/// <param name="First">The first column that is taken, from 0.</param>
/// <param name="Count">How many.</param>
internal sealed record ColumnsSpec(int Number, int Inputs, int First, int Count)
    : LayerSpec(Number, EquatableArray<int>.From([0]), TensorShape.Of(Inputs), TensorShape.Of(Count))
{
    /// <inheritdoc/>
    public override string Kind => "Input";

    /// <inheritdoc/>
    public override bool ReadsAnyRows => true;

    /// <inheritdoc/>
    public override EquatableArray<ParameterSpec> Parameters => EquatableArray<ParameterSpec>.Empty;
}
