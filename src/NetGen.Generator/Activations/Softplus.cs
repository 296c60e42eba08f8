using NetGen.Generator.Text;

namespace NetGen.Generator.Activations;

/// <summary>g(z) = log(1 + exp(z)), g' = sigmoid(z).</summary>
internal sealed class Softplus(ActivationFacts facts) : KeptDerivativeFunction(facts)
{
    /// <inheritdoc/>
    public override Expression Value(VectorText text, int bits, string z) => Expression.Primary($"VectorMath.Softplus({z})");

    /// <inheritdoc/>
    public override void WriteValueAndDerivative(CodeWriter writer, VectorText text, int bits, string z, string a, string slope)
    {
        writer.Line($"{text.TypeOf(bits)} {a} = {Value(text, bits, z)};");
        writer.Line($"{text.TypeOf(bits)} {slope} = VectorMath.Sigmoid({z});");
    }
}
