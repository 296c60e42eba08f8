using NetGen.Generator.Text;

namespace NetGen.Generator.Activations;

/// <summary>g(z) = max(0, z), g' = 1 where a is positive, else 0.</summary>
internal sealed class Relu(ActivationFacts facts) : ActivationFunction(facts)
{
    /// <inheritdoc/>
    public override Expression Value(VectorText text, int bits, string z) => Expression.Primary($"MaxNative({text.ZeroOf(bits)}, {z})");

    /// <inheritdoc/>
    public override Expression TimesDerivative(VectorText text, int bits, string d, string a) =>
        Expression.Primary($"ConditionalSelect(GreaterThan({a}, {text.ZeroOf(bits)}), {d}, {text.ZeroOf(bits)})");
}
