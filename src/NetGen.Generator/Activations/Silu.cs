using NetGen.Generator.Text;

namespace NetGen.Generator.Activations;

/// <summary>g(z) = z s(z) with the sigmoid s, g' = s + a (1 - s).</summary>
internal sealed class Silu(ActivationFacts facts) : KeptDerivativeFunction(facts)
{
    /// <inheritdoc/>
    public override Expression Value(VectorText text, int bits, string z) => Expression.Product($"{NotMinusInfinity(text, bits, z)} * VectorMath.Sigmoid({z})");

    /// <inheritdoc/>
    public override void WriteValueAndDerivative(CodeWriter writer, VectorText text, int bits, string z, string a, string slope)
    {
        string type = text.TypeOf(bits);
        writer.Line($"{type} {slope} = VectorMath.Sigmoid({z});");
        writer.Line($"{type} {a} = {NotMinusInfinity(text, bits, z)} * {slope};");
        writer.Line($"{slope} += Logits.Bounded({a}) * ({type}.One - {slope});");
    }
}
