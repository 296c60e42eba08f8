using NetGen.Generator.Text;

namespace NetGen.Generator.Activations;

/// <summary>g(z) = z where z is positive, else exp(z) - 1; g' = 1 where a is positive, else a + 1.</summary>
internal sealed class Elu(ActivationFacts facts) : ActivationFunction(facts)
{
    /// <inheritdoc/>
    public override Expression Value(VectorText text, int bits, string z) =>
        Expression.Primary($"ConditionalSelect(GreaterThan({z}, {text.ZeroOf(bits)}), {z}, VectorMath.Exp({z}) - {text.TypeOf(bits)}.One)");

    /// <inheritdoc/>
    public override Expression TimesDerivative(VectorText text, int bits, string d, string a) =>
        Expression.Primary($"ConditionalSelect(GreaterThan({a}, {text.ZeroOf(bits)}), {d}, {d} * ({a} + {text.TypeOf(bits)}.One))");
}
