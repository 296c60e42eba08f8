using NetGen.Generator.Model;

namespace NetGen.Generator.Layers.BatchNorm;

/// <summary>
/// Batch normalization: A = g(gamma * (X - mean) / sqrt(variance + epsilon) + beta), with the mean and the variance of each unit over the batch in
/// training, and the running ones when predicting (Ioffe, Szegedy: Batch normalization, 2015).
/// </summary>
/// <param name="Number">Its place in the order of evaluation.</param>
/// <param name="Source">The layer whose results come in.</param>
/// <param name="Units">Its units.</param>
/// <param name="Momentum">The share of a batch's statistics in the running ones.</param>
/// <param name="Epsilon">What is added to the variance.</param>
/// <param name="Activation">The activation g.</param>
internal sealed record BatchNormSpec(int Number, int Source, int Units, double Momentum, double Epsilon, ActivationSpec Activation)
    : LayerSpec(Number, EquatableArray<int>.From([Source]), TensorShape.Of(Units), TensorShape.Of(Units))
{
    /// <summary>How formulas write the running mean of a unit.</summary>
    public const string Mean = "mean";

    /// <summary>How formulas write its running variance.</summary>
    public const string Variance = "variance";

    /// <inheritdoc/>
    public override string Kind => "BatchNorm";

    /// <inheritdoc/>
    public override FoldSpec? Fold => new(Mean, Variance, Epsilon);

    /// <inheritdoc/>
    public override ActivationSpec Function => Activation;

    /// <inheritdoc/>
    public override EquatableArray<ParameterSpec> Parameters => EquatableArray<ParameterSpec>.From(
    [
        new(ParameterRole.Scale, TensorShape.Of(Units)),
        new(ParameterRole.Shift, TensorShape.Of(Units)),
        new(ParameterRole.Statistic, TensorShape.Of(Units), Mean),
        new(ParameterRole.Statistic, TensorShape.Of(Units), Variance),
    ]);
}
