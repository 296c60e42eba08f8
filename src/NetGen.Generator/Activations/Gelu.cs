using System;
using NetGen.Generator.Text;

namespace NetGen.Generator.Activations;

/// <summary>g(z) = z (1 + t) / 2 with t = tanh(c (z + 0.044715 z^3)) and c = sqrt(2 / pi); g' = (1 + t + z (1 - t^2) c (1 + 3 * 0.044715 z^2)) / 2.</summary>
internal sealed class Gelu(ActivationFacts facts) : KeptDerivativeFunction(facts)
{
    private const double Cubic = 0.044715;

    /// <summary>Beyond it, tanh is 1 in double precision, so that its derivative is 0.</summary>
    private const double Edge = 10;

    private static readonly double Scale = Math.Sqrt(2 / Math.PI);

    /// <inheritdoc/>
    public override Expression Value(VectorText text, int bits, string z) =>
        Expression.Product($"{text.Literal(0.5)} * {NotMinusInfinity(text, bits, z)} * ({text.TypeOf(bits)}.One + {TanhOf(text, z)})");

    /// <inheritdoc/>
    public override void WriteValueAndDerivative(CodeWriter writer, VectorText text, int bits, string z, string a, string slope)
    {
        string type = text.TypeOf(bits);
        string vector = VectorText.ClassOf(bits);
        string within = $"{slope}Within";
        writer.Line($"{type} {slope} = {TanhOf(text, z)};");
        writer.Line($"{type} {a} = {text.Literal(0.5)} * {NotMinusInfinity(text, bits, z)} * ({type}.One + {slope});");
        writer.Line($"{type} {within} = {Within(Edge, text, bits, z)};");
        writer.Line($"{slope} = {text.Literal(0.5)} * ({type}.One + {slope} + ({within} * ({type}.One - ({slope} * {slope})) * "
            + $"({vector}.Create({text.Literal(Scale)}) + ({text.Literal(3 * Scale * Cubic)} * {within} * {within}))));");
    }

    private static string TanhOf(VectorText text, string z) =>
        $"VectorMath.Tanh({text.Literal(Scale)} * ({z} + ({text.Literal(Cubic)} * {z} * {z} * {z})))";
}
