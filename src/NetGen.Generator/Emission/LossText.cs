using System;
using NetGen.Generator.Model;

namespace NetGen.Generator.Emission;

/// <summary>The losses and what they give to dZ[L], as C# statements on vectors.</summary>
internal static class LossText
{
    /// <summary>
    /// Declares <paramref name="delta"/> = dLoss/dZ for an output activation that works element by element, and returns the expression of the loss. Sigmoid with binary
    /// cross-entropy is fused: its delta is A - Y, and its loss log(1 + exp(Z)) - Y Z is right for any Z.
    /// </summary>
    public static string WriteElementwise(CodeWriter writer, NetworkSpec network, VectorText text, string z, string y, string delta)
    {
        LayerSpec layer = network.OutputLayer();
        if (network.Loss == Loss.BinaryCrossEntropy)
        {
            writer.Line($"{text.Type} {delta} = VectorMath.Sigmoid({z}) - {y};");
            return $"Logits.SigmoidLoss({z}, {y})";
        }

        string slope = $"{delta}Slope";
        string error = $"{delta}Error";
        if (layer.Activation == Activation.Linear)
        {
            writer.Line($"{text.Type} {error} = {z} - {y};");
        }
        else
        {
            ActivationText.WriteValueAndDerivative(writer, layer, text, text.Width.Bits, z, $"{delta}Output", slope);
            writer.Line($"{text.Type} {error} = {delta}Output - {y};");
        }

        string derivative = DerivativeOfError(network.Loss, text, error);
        writer.Line($"{text.Type} {delta} = {(layer.Activation == Activation.Linear ? derivative : $"{derivative} * {slope}")};");
        return OfError(network.Loss, text, error);
    }

    /// <summary>The loss as a function of yhat - y.</summary>
    public static string OfError(Loss loss, VectorText text, string error) => loss switch
    {
        Loss.SquaredError => $"{text.Literal(0.5)} * {error} * {error}",
        Loss.AbsoluteError => $"{text.Class}.Abs({error})",
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, "cross-entropies are not functions of the error"),
    };

    /// <summary>The derivative of the loss with respect to yhat.</summary>
    public static string DerivativeOfError(Loss loss, VectorText text, string error) => loss switch
    {
        Loss.SquaredError => error,
        Loss.AbsoluteError =>
            $"ConditionalSelect({text.Class}.Equals({error}, {text.Zero}), {text.Zero}, {text.Class}.CopySign({text.Type}.One, {error}))",
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, "cross-entropies are not functions of the error"),
    };
}
