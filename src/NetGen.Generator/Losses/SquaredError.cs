using NetGen.Generator.Text;

namespace NetGen.Generator.Losses;

/// <summary>Half of the square of the error, whose derivative is the error.</summary>
internal sealed class SquaredError : ErrorLoss
{
    /// <inheritdoc/>
    protected override Expression Value(VectorText text, string error) => Expression.Product($"{text.Literal(0.5)} * {error} * {error}");

    /// <inheritdoc/>
    protected override string Derivative(VectorText text, string error) => error;
}
