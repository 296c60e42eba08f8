using NetGen.Generator.Text;

namespace NetGen.Generator.Activations;

/// <summary>g(z) = z where z is positive, else slope z; g' = 1 where a is positive, else slope: a has the sign of z.</summary>
internal sealed class LeakyRelu(ActivationFacts facts, double slope) : ActivationFunction(facts)
{
    /// <inheritdoc/>
    public override Expression Value(VectorText text, int bits, string z) =>
        Expression.Primary($"ConditionalSelect(GreaterThan({z}, {text.ZeroOf(bits)}), {z}, {z} * {text.Literal(slope)})");

    /// <inheritdoc/>
    public override Expression TimesDerivative(VectorText text, int bits, string d, string a) =>
        Expression.Primary($"ConditionalSelect(GreaterThan({a}, {text.ZeroOf(bits)}), {d}, {d} * {text.Literal(slope)})");
}
