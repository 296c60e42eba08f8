using NetGen.Generator.Activations;
using NetGen.Generator.Text;

namespace NetGen.Generator.Losses;

/// <summary>Fused with the sigmoid of the output: dZ = A - Y, and the loss log(1 + exp(Z)) - Y Z is right for any Z.</summary>
internal sealed class BinaryCrossEntropy : LossFunction
{
    /// <inheritdoc/>
    public override Expression WriteElementwise(CodeWriter writer, ActivationFunction output, VectorText text, string z, string y, string delta)
    {
        writer.Line($"{text.Type} {delta} = {output.Value(text, text.Width.Bits, z)} - {y};");
        return Expression.Primary($"Logits.SigmoidLoss({z}, {y})");
    }
}
