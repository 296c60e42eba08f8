using NetGen.Generator.Activations;
using NetGen.Generator.Text;

namespace NetGen.Generator.Losses;

/// <summary>max(0, 1 - t Z) with t = 2 Y - 1, of linear outputs: dZ = -t where that is positive, else 0.</summary>
internal sealed class Hinge : LossFunction
{
    /// <inheritdoc/>
    public override Expression WriteElementwise(CodeWriter writer, ActivationFunction output, VectorText text, string z, string y, string delta)
    {
        writer.Line($"{text.Type} {delta}Side = {y} + {y} - {text.Type}.One;");
        writer.Line($"{text.Type} {delta}Loss = Max({text.Zero}, {text.Type}.One - ({delta}Side * {z}));");
        writer.Line($"{text.Type} {delta} = ConditionalSelect(GreaterThan({delta}Loss, {text.Zero}), -{delta}Side, {text.Zero});");
        return Expression.Primary($"{delta}Loss");
    }
}
