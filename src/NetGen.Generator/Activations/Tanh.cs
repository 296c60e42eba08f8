using NetGen.Generator.Text;

namespace NetGen.Generator.Activations;

/// <summary>g(z) = tanh(z), g' = 1 - a a.</summary>
internal sealed class Tanh(ActivationFacts facts) : ActivationFunction(facts)
{
    /// <inheritdoc/>
    public override Expression Value(VectorText text, int bits, string z) => Expression.Primary($"VectorMath.Tanh({z})");

    /// <inheritdoc/>
    public override Expression TimesDerivative(VectorText text, int bits, string d, string a) =>
        Expression.Product($"{d} * ({text.TypeOf(bits)}.One - ({a} * {a}))");
}
