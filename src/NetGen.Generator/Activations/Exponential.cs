using NetGen.Generator.Text;

namespace NetGen.Generator.Activations;

/// <summary>g(z) = exp(z), which is its own derivative.</summary>
internal sealed class Exponential(ActivationFacts facts) : ActivationFunction(facts)
{
    /// <inheritdoc/>
    public override Expression Value(VectorText text, int bits, string z) => Expression.Primary($"VectorMath.Exp({z})");

    /// <inheritdoc/>
    public override Expression TimesDerivative(VectorText text, int bits, string d, string a) => Expression.Product($"{d} * {a}");
}
