using NetGen.Generator.Text;

namespace NetGen.Generator.Activations;

/// <summary>An activation whose derivative A alone does not give: the forward pass computes both and keeps g'(Z) beside A.</summary>
internal abstract class KeptDerivativeFunction(ActivationFacts facts) : ActivationFunction(facts)
{
    /// <inheritdoc/>
    public sealed override Expression TimesDerivative(VectorText text, int bits, string d, string a) =>
        throw new System.InvalidOperationException($"The derivative of {Facts.Term} does not follow from A.");

    /// <inheritdoc/>
    public abstract override void WriteValueAndDerivative(CodeWriter writer, VectorText text, int bits, string z, string a, string slope);

    /// <summary>z, but the least number where it is -infinity: what it is multiplied by is 0 there, and so must be the product.</summary>
    protected static string NotMinusInfinity(VectorText text, int bits, string z) =>
        $"MaxNative({VectorText.ClassOf(bits)}.Create({text.Element}.MinValue), {z})";

    /// <summary>z, but at most as far from 0 as the slope still differs from its limits: beyond, infinity times 0 would be no number.</summary>
    protected static string Within(double edge, VectorText text, int bits, string z)
    {
        string vector = VectorText.ClassOf(bits);
        return $"MinNative({vector}.Create({text.Literal(edge)}), MaxNative({vector}.Create({text.Literal(-edge)}), {z}))";
    }
}
