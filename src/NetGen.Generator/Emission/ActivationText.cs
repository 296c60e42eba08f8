using System;
using NetGen.Generator.Model;

namespace NetGen.Generator.Emission;

/// <summary>The activations and their derivatives as C# expressions on vectors; the formulas are those of the documentation of <see cref="Activation"/>.</summary>
internal static class ActivationText
{
    private static readonly double GeluScale = Math.Sqrt(2 / Math.PI);
    private const double GeluCubic = 0.044715;

    /// <summary>Beyond it, tanh in GELU is 1 in double precision, so that its derivative is 0.</summary>
    private const double GeluEdge = 10;

    /// <summary>Beyond it, the normal density is 0 in double precision.</summary>
    private const double GeluErfEdge = 40;

    /// <summary>The function in words, as comments have it.</summary>
    public static string Name(LayerSpec layer) => layer.Activation switch
    {
        Activation.Linear => "linear",
        Activation.Sigmoid => "sigmoid",
        Activation.Tanh => "tanh",
        Activation.Relu => "relu",
        Activation.LeakyRelu => "leaky relu",
        Activation.Softmax => "softmax",
        Activation.Gelu => "gelu",
        Activation.GeluErf => "gelu (erf)",
        Activation.Silu => "silu",
        Activation.Elu => "elu",
        _ => "softplus",
    };

    /// <summary>Whether A is cheap enough to be computed as Z leaves the registers.</summary>
    public static bool IsCheap(Activation activation) => activation is Activation.Linear or Activation.Relu or Activation.LeakyRelu;

    /// <summary>g(z) of a vector in a variable.</summary>
    public static string Value(LayerSpec layer, VectorText text, int bits, string z)
    {
        string type = text.TypeOf(bits);
        return layer.Activation switch
        {
            Activation.Linear => z,
            Activation.Sigmoid => $"VectorMath.Sigmoid({z})",
            Activation.Tanh => $"VectorMath.Tanh({z})",
            Activation.Relu => $"MaxNative({type}.Zero, {z})",
            Activation.LeakyRelu => $"ConditionalSelect(GreaterThan({z}, {type}.Zero), {z}, {z} * {text.Literal(layer.Slope)})",
            Activation.Gelu => $"{text.Literal(0.5)} * {NotMinusInfinity(text, bits, z)} * ({type}.One + {GeluTanh(text, z)})",
            Activation.GeluErf => $"{text.Literal(0.5)} * {NotMinusInfinity(text, bits, z)} * ({type}.One + {GeluErf(text, z)})",
            Activation.Silu => $"{NotMinusInfinity(text, bits, z)} * VectorMath.Sigmoid({z})",
            Activation.Elu => $"ConditionalSelect(GreaterThan({z}, {type}.Zero), {z}, VectorMath.Exp({z}) - {type}.One)",
            Activation.Softplus => $"VectorMath.Softplus({z})",
            _ => throw new ArgumentOutOfRangeException(nameof(layer), layer.Activation, "softmax is not a function of one element"),
        };
    }

    /// <summary>Statements that declare <paramref name="a"/> = g(z) and <paramref name="slope"/> = g'(z), for activations whose derivative A alone does not give.</summary>
    public static void WriteValueAndDerivative(CodeWriter writer, LayerSpec layer, VectorText text, int bits, string z, string a, string slope)
    {
        string type = text.TypeOf(bits);
        switch (layer.Activation)
        {
            case Activation.Silu:
                writer.Line($"{type} {slope} = VectorMath.Sigmoid({z});");
                writer.Line($"{type} {a} = {NotMinusInfinity(text, bits, z)} * {slope};");
                writer.Line($"{slope} += Logits.Bounded({a}) * ({type}.One - {slope});");
                break;
            case Activation.Gelu:
                writer.Line($"{type} {slope} = {GeluTanh(text, z)};");
                string within = $"{slope}Within";
                string vector = VectorText.ClassOf(bits);
                writer.Line($"{type} {a} = {text.Literal(0.5)} * {NotMinusInfinity(text, bits, z)} * ({type}.One + {slope});");
                writer.Line($"{type} {within} = {Within(GeluEdge, text, bits, z)};");
                writer.Line($"{slope} = {text.Literal(0.5)} * ({type}.One + {slope} + ({within} * ({type}.One - ({slope} * {slope})) * "
                    + $"({vector}.Create({text.Literal(GeluScale)}) + ({text.Literal(3 * GeluScale * GeluCubic)} * {within} * {within}))));");
                break;
            case Activation.GeluErf:
                writer.Line($"{type} {slope} = {text.Literal(0.5)} * ({type}.One + {GeluErf(text, z)});");
                writer.Line($"{type} {a} = {NotMinusInfinity(text, bits, z)} * {slope};");
                writer.Line($"{type} {slope}Within = {Within(GeluErfEdge, text, bits, z)};");
                writer.Line($"{slope} += {text.Literal(1 / Math.Sqrt(2 * Math.PI))} * {slope}Within * VectorMath.Exp({text.Literal(-0.5)} * {slope}Within * {slope}Within);");
                break;
            default:
                writer.Line($"{type} {a} = {Value(layer, text, bits, z)};");
                writer.Line($"{type} {slope} = {DerivativeOfZ(layer, text, bits, z, a)};");
                break;
        }
    }

    /// <summary>d * g'(Z), from A in a variable, or from g'(Z) itself where that was kept.</summary>
    public static string TimesDerivative(LayerSpec layer, VectorText text, int bits, string d, string a, string? derivative)
    {
        if (derivative is not null)
        {
            return $"{d} * {derivative}";
        }

        string type = text.TypeOf(bits);
        string positive = $"GreaterThan({a}, {type}.Zero)";
        return layer.Activation switch
        {
            Activation.Linear => d,
            Activation.Sigmoid => $"{d} * ({a} - ({a} * {a}))",
            Activation.Tanh => $"{d} * ({type}.One - ({a} * {a}))",
            Activation.Relu => $"ConditionalSelect({positive}, {d}, {type}.Zero)",
            Activation.LeakyRelu => $"ConditionalSelect({positive}, {d}, {d} * {text.Literal(layer.Slope)})",
            Activation.Elu => $"ConditionalSelect({positive}, {d}, {d} * ({a} + {type}.One))",
            _ => throw new ArgumentOutOfRangeException(nameof(layer), layer.Activation, "the derivative does not follow from A"),
        };
    }

    private static string DerivativeOfZ(LayerSpec layer, VectorText text, int bits, string z, string a) => layer.Activation switch
    {
        Activation.Softplus => $"VectorMath.Sigmoid({z})",
        _ => TimesDerivative(layer, text, bits, text.TypeOf(bits) + ".One", a, null),
    };

    /// <summary>z, but the least number where it is -infinity: what it is multiplied by is 0 there, and so must be the product.</summary>
    private static string NotMinusInfinity(VectorText text, int bits, string z) => $"MaxNative({VectorText.ClassOf(bits)}.Create({text.Element}.MinValue), {z})";

    /// <summary>z, but at most as far from 0 as the slope still differs from its limits: beyond, infinity times 0 would be no number.</summary>
    private static string Within(double edge, VectorText text, int bits, string z)
    {
        string vector = VectorText.ClassOf(bits);
        return $"MinNative({vector}.Create({text.Literal(edge)}), MaxNative({vector}.Create({text.Literal(-edge)}), {z}))";
    }

    private static string GeluTanh(VectorText text, string z) =>
        $"VectorMath.Tanh({text.Literal(GeluScale)} * ({z} + ({text.Literal(GeluCubic)} * {z} * {z} * {z})))";

    private static string GeluErf(VectorText text, string z) => $"VectorMath.Erf({text.Literal(Math.Sqrt(0.5))} * {z})";
}
