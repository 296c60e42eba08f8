namespace NetGen.Generator.Model;

/// <summary>
/// A layer that, when predicting, is a factor and a shift of each unit, which the layer before can take over: gamma / sqrt(variance + epsilon), and beta
/// less the mean times that.
/// </summary>
/// <param name="Mean">The symbol of the running mean.</param>
/// <param name="Variance">The symbol of the running variance.</param>
/// <param name="Epsilon">What is added to the variance.</param>
internal sealed record FoldSpec(string Mean, string Variance, double Epsilon);
