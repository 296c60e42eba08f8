using System;
using NetGen.Generator.Text;

namespace NetGen.Generator.Activations;

/// <summary>
/// g(z) = z P(z) with P(z) = (1 + erf(z / sqrt(2))) / 2, the normal distribution; g' = P(z) + z p(z) with its density p(z) = exp(-z^2 / 2) / sqrt(2 pi).
/// </summary>
internal sealed class GeluErf(ActivationFacts facts) : KeptDerivativeFunction(facts)
{
    /// <summary>Beyond it, the normal density is 0 in double precision.</summary>
    private const double Edge = 40;

    /// <inheritdoc/>
    public override double Cycles => 50;

    /// <inheritdoc/>
    public override Expression Value(VectorText text, int bits, string z) =>
        Expression.Product($"{text.Literal(0.5)} * {NotMinusInfinity(text, bits, z)} * ({text.TypeOf(bits)}.One + {ErfOf(text, z)})");

    /// <inheritdoc/>
    public override void WriteValueAndDerivative(CodeWriter writer, VectorText text, int bits, string z, string a, string slope)
    {
        string type = text.TypeOf(bits);
        string within = $"{slope}Within";
        writer.Line($"{type} {slope} = {text.Literal(0.5)} * ({type}.One + {ErfOf(text, z)});");
        writer.Line($"{type} {a} = {NotMinusInfinity(text, bits, z)} * {slope};");
        writer.Line($"{type} {within} = {Within(Edge, text, bits, z)};");
        writer.Line($"{slope} += {text.Literal(1 / Math.Sqrt(2 * Math.PI))} * {within} * VectorMath.Exp({text.Literal(-0.5)} * {within} * {within});");
    }

    private static string ErfOf(VectorText text, string z) => $"VectorMath.Erf({text.Literal(Math.Sqrt(0.5))} * {z})";
}
