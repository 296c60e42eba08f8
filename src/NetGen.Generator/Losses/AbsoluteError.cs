using NetGen.Generator.Text;

namespace NetGen.Generator.Losses;

/// <summary>The absolute value of the error, whose derivative is its sign, and 0 at 0.</summary>
internal sealed class AbsoluteError : ErrorLoss
{
    /// <inheritdoc/>
    protected override Expression Value(VectorText text, string error) => Expression.Primary($"{text.Class}.Abs({error})");

    /// <inheritdoc/>
    protected override string Derivative(VectorText text, string error) =>
        $"ConditionalSelect({text.Class}.Equals({error}, {text.Zero}), {text.Zero}, {text.Class}.CopySign({text.Type}.One, {error}))";
}
