using NetGen.Generator.Activations;
using NetGen.Generator.Text;

namespace NetGen.Generator.Losses;

/// <summary>Fused with the exponential of the output: dZ = A - Y, and the loss is A - Y Z.</summary>
internal sealed class Poisson : LossFunction
{
    /// <inheritdoc/>
    public override Expression WriteElementwise(CodeWriter writer, ActivationFunction output, VectorText text, string z, string y, string delta)
    {
        writer.Line($"{text.Type} {delta}Rate = {output.Value(text, text.Width.Bits, z)};");
        writer.Line($"{text.Type} {delta} = {delta}Rate - {y};");
        return Expression.Primary($"Logits.PoissonLoss({z}, {delta}Rate, {y})");
    }
}
