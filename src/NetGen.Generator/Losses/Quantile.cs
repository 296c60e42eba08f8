using NetGen.Generator.Text;

namespace NetGen.Generator.Losses;

/// <summary>Of yhat - y: 1 - q times it where it is positive, else -q times it; the derivative is the factor, and 0 at 0.</summary>
internal sealed class Quantile(double quantile) : ErrorLoss
{
    /// <inheritdoc/>
    protected override Expression Value(VectorText text, string error) =>
        Expression.Primary($"Max({error} * {text.Literal(-quantile)}, {error} * {text.Literal(1.0 - quantile)})");

    /// <inheritdoc/>
    protected override string Derivative(VectorText text, string error)
    {
        string factor = $"ConditionalSelect(GreaterThan({error}, {text.Zero}), {text.Class}.Create({text.Literal(1.0 - quantile)}), "
            + $"{text.Class}.Create({text.Literal(-quantile)}))";
        return $"ConditionalSelect({text.Class}.Equals({error}, {text.Zero}), {text.Zero}, {factor})";
    }
}
