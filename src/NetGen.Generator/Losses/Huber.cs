using NetGen.Generator.Text;

namespace NetGen.Generator.Losses;

/// <summary>The derivative is the error, but no more than delta either way; with d for it, the loss is d (error - d / 2).</summary>
internal sealed class Huber(double delta) : ErrorLoss
{
    /// <inheritdoc/>
    protected override Expression Value(VectorText text, string error) =>
        Expression.Product($"{Derivative(text, error)} * ({error} - ({text.Literal(0.5)} * {Derivative(text, error)}))");

    /// <inheritdoc/>
    protected override string Derivative(VectorText text, string error) =>
        $"Min(Max({error}, {text.Class}.Create({text.Literal(-delta)})), {text.Class}.Create({text.Literal(delta)}))";
}
