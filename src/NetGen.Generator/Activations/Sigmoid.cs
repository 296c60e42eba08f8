using NetGen.Generator.Text;

namespace NetGen.Generator.Activations;

/// <summary>g(z) = 1 / (1 + exp(-z)), g' = a (1 - a), computed as a - a a.</summary>
internal sealed class Sigmoid(ActivationFacts facts) : ActivationFunction(facts)
{
    /// <inheritdoc/>
    public override Expression Value(VectorText text, int bits, string z) => Expression.Primary($"VectorMath.Sigmoid({z})");

    /// <inheritdoc/>
    public override Expression TimesDerivative(VectorText text, int bits, string d, string a) => Expression.Product($"{d} * ({a} - ({a} * {a}))");
}
