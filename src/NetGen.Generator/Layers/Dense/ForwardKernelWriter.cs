using NetGen.Generator.Activations;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Dense;

/// <summary>
/// Writes the kernels of the forward pass of a layer: A[l] = g(A[l-1] W[l]^T + b[l]), or Z[l] where the activation runs as a pass of its own.
/// </summary>
internal sealed class ForwardKernelWriter(KernelWriter kernel)
{
    private const string Folded = "W and b with the normalization after them folded in";

    private static readonly OuterNames Names = new("input", "a", "unit", "unit");

    private readonly CodeWriter writer = kernel.Writer;
    private readonly VectorText text = kernel.Text;

    /// <summary>Writes ForwardLayer.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="label">What to call it.</param>
    /// <param name="isFolded">Whether it is for predictions alone, with W and b that the normalization after the layer is folded into.</param>
    public void Write(ForwardPlan plan, LayerLabel label, bool isFolded)
    {
        string signature = $"void ForwardLayer{label.Suffix}({kernel.Refs("input", "weights", "bias", "output")}, nint start, nint end)";
        if (plan.Dot is { } dot)
        {
            string product = $"{Title(label, dot.Inputs, dot.Units)}: {(isFolded ? $"{Product(label)}, {Folded}" : $"{label.Of("Z")} = {Product(label)}")}.";
            new DotProductWriter(kernel, dot, $"DotLayer{label.Suffix}").Write(product, signature);
            return;
        }

        OuterPlan outer = plan.Outer!;
        bool isLinear = plan.Activation.Kind == Activation.Linear;
        string value = isLinear ? Product(label) : $"{ActivationFacts.Of(plan.Activation.Kind).Word}({Product(label)})";
        string result = isFolded ? $"{value}, {Folded}" : $"{label.Of(isLinear ? "Z" : "A")} = {value}";
        using (kernel.Kernel(
            $"{Title(label, outer.Depth, outer.Columns)}: {result}. Outer tiles of {VectorText.Count(outer.Tile.Rows, "example")}; lanes are units.",
            signature))
        {
            new OuterProductWriter(kernel, outer, Names, new BiasEpilogue(plan.Activation, outer.ResultStride == 1)).Write();
        }
    }

    /// <summary>Writes ActivateLayer.</summary>
    public void Write(ActivationPass plan, LayerLabel label)
    {
        ActivationFunction function = ActivationFunction.Of(plan.Activation);
        string names = plan.KeepsDerivative ? kernel.Refs("z", "derivative") : kernel.Refs("z");
        string kept = plan.KeepsDerivative ? ", and its derivative beside it" : string.Empty;
        using (kernel.Kernel(
            $"{label.Title}: {label.Of("A")} = {function.Facts.Word}({label.Of("Z")}) in place{kept}.",
            $"void ActivateLayer{label.Suffix}({names}, nint start, nint end)"))
        using (writer.Block($"for (nint i = start * {plan.Stride}; i < end * {plan.Stride}; i += {text.Lanes})"))
        {
            writer.Line($"{text.Type} value = {text.Class}.LoadUnsafe(ref z, (nuint)i);");
            if (plan.KeepsDerivative)
            {
                function.WriteValueAndDerivative(writer, text, text.Width.Bits, "value", "a", "slope");
                writer.Line("slope.StoreUnsafe(ref derivative, (nuint)i);");
            }
            else
            {
                writer.Line($"{text.Type} a = {function.Value(text, text.Width.Bits, "value")};");
            }

            writer.Line("a.StoreUnsafe(ref z, (nuint)i);");
        }
    }

    private static string Title(LayerLabel label, int inputs, int units) =>
        $"{label.Title}, {VectorText.Count(inputs, "input")} to {VectorText.Count(units, "unit")}";

    private static string Product(LayerLabel label) => $"{label.OfSource("A")} {label.Of("W")}' + {label.Of("b")}";
}
