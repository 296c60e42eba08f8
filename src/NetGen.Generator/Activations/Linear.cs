using NetGen.Generator.Text;

namespace NetGen.Generator.Activations;

/// <summary>g(z) = z, g' = 1.</summary>
internal sealed class Linear(ActivationFacts facts) : ActivationFunction(facts)
{
    /// <inheritdoc/>
    public override Expression Value(VectorText text, int bits, string z) => Expression.Primary(z);

    /// <inheritdoc/>
    public override Expression TimesDerivative(VectorText text, int bits, string d, string a) => Expression.Primary(d);
}
