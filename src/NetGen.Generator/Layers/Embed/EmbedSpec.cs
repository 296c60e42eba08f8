using NetGen.Generator.Model;

namespace NetGen.Generator.Layers.Embed;

/// <summary>An embedding: of a class index, the row of W that is the class's own. W is (Categories, Dimensions).</summary>
/// <param name="Number">Its place in the order of evaluation.</param>
/// <param name="Source">The layer that gives the index, one value.</param>
/// <param name="Categories">The classes.</param>
/// <param name="Dimensions">The values of a row.</param>
/// <param name="Unknown">The class that stands for whatever is none; null where that is refused.</param>
internal sealed record EmbedSpec(int Number, int Source, int Categories, int Dimensions, int? Unknown)
    : LayerSpec(Number, EquatableArray<int>.From([Source]), TensorShape.Of(1), TensorShape.Of(Dimensions))
{
    /// <inheritdoc/>
    public override string Kind => "Embed";

    /// <inheritdoc/>
    public override bool ReadsAnyRows => true;

    /// <inheritdoc/>
    public override bool TakesCategory => Unknown is null;

    /// <inheritdoc/>
    public override bool UsesSomeRows => true;

    /// <inheritdoc/>
    public override EquatableArray<ParameterSpec> Parameters =>
        EquatableArray<ParameterSpec>.From([new(ParameterRole.Weights, TensorShape.Of(Categories, Dimensions))]);
}
