using NetGen.Generator.Model;

namespace NetGen.Generator.Layers.Standardize;

/// <summary>Inputs with the mean of the training set taken off and divided by its deviation.</summary>
/// <param name="Number">Its place in the order of evaluation.</param>
/// <param name="Source">Where the inputs come from.</param>
/// <param name="Units">How many there are.</param>
internal sealed record StandardizeSpec(int Number, int Source, int Units)
    : LayerSpec(Number, EquatableArray<int>.From([Source]), TensorShape.Of(Units), TensorShape.Of(Units))
{
    /// <summary>How formulas write the mean of an input.</summary>
    public const string Mean = "mean";

    /// <summary>How formulas write what an input is multiplied with, one by its deviation.</summary>
    public const string Scale = "scale";

    /// <inheritdoc/>
    public override bool FitsStatistics => true;

    /// <inheritdoc/>
    public override string Kind => "Standardize";

    /// <inheritdoc/>
    public override EquatableArray<ParameterSpec> Parameters => EquatableArray<ParameterSpec>.From(
    [
        new(ParameterRole.Statistic, TensorShape.Of(Units), Mean),
        new(ParameterRole.Statistic, TensorShape.Of(Units), Scale),
    ]);
}
