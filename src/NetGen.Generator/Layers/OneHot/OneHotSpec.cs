using NetGen.Generator.Model;

namespace NetGen.Generator.Layers.OneHot;

/// <summary>A class index as a row of which one value is 1, the others 0.</summary>
/// <param name="Number">Its place in the order of evaluation.</param>
/// <param name="Source">The layer that gives the index, one value.</param>
/// <param name="Categories">The classes.</param>
/// <param name="Unknown">The class that stands for whatever is none; null where that is refused.</param>
internal sealed record OneHotSpec(int Number, int Source, int Categories, int? Unknown)
    : LayerSpec(Number, EquatableArray<int>.From([Source]), TensorShape.Of(1), TensorShape.Of(Categories))
{
    /// <inheritdoc/>
    public override string Kind => "OneHot";

    /// <inheritdoc/>
    public override bool ReadsAnyRows => true;

    /// <inheritdoc/>
    public override bool TakesCategory => Unknown is null;

    /// <inheritdoc/>
    public override EquatableArray<ParameterSpec> Parameters => EquatableArray<ParameterSpec>.Empty;
}
