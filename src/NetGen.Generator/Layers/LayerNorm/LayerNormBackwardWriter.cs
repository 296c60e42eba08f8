using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.LayerNorm;

/// <summary>
/// Writes the backward pass of a layer normalization: with N = (X - mean) / deviation and G = dZ * gamma, dX = (G - mean(G) - N * mean(G * N)) / deviation,
/// the means over the units of the example.
/// </summary>
internal sealed class LayerNormBackwardWriter(KernelWriter kernel)
{
    private readonly CodeWriter writer = kernel.Writer;
    private readonly VectorText text = kernel.Text;

    /// <summary>Writes NormalizeBack.</summary>
    public void Write(LayerNormBackwardPlan plan, LayerLabel label)
    {
        IReadOnlyList<RowArray> arrays = [new("delta", plan.Stride), new("input", plan.InputStride), .. DeltaTargetText.Arrays(plan.Target)];
        IEnumerable<string> targets = DeltaTargetText.Arrays(plan.Target).Select(static array => array.Name);
        string formula = DeltaTargetText.Formula(plan.Target, label, 0, "(G - mean(G) - N * mean(G * N)) / deviation");
        using (kernel.Kernel(
            $"{label.Title}: {formula}, where G = {label.Of("dZ")} * gamma and N = ({label.OfSource("A")} - mean) / deviation.",
            $"void NormalizeBack{label.Suffix}({kernel.Refs(["delta", "input", "gamma", "moments", .. targets])}, nint start, nint end)"))
        {
            var sums = new RowSums(kernel, plan.Units);
            sums.WriteMask();
            var loop = new RowLoop(kernel, plan.Units, arrays);
            using (writer.Block("for (nint i = start; i < end; i++)"))
            {
                loop.WriteRows();
                writer.Line($"{text.Type} mean = {text.Class}.Create(Unsafe.Add(ref moments, i * 2));");
                writer.Line($"{text.Element} factor = Unsafe.Add(ref moments, (i * 2) + 1);");
                writer.Line($"{text.Type} sum = {text.Zero}, product = {text.Zero};");
                sums.Write(inside =>
                {
                    writer.Line($"{text.Type} g = {inside($"{loop.Load("delta")} * {loop.OfUnit("gamma")}")};");
                    writer.Line($"{text.Type} n = {inside($"({loop.Load("input")} - mean) * factor")};");
                    writer.Line("sum += g;");
                    writer.Line($"product = {VectorText.MultiplyAdd("g", "n", "product")};");
                });
                writer.Line($"{text.Element} share = 1 / {text.Literal(plan.Units)};");
                writer.Line($"{text.Type} meanG = {text.Class}.Create(HorizontalSum.Of(sum) * share);");
                writer.Line($"{text.Type} meanGN = {text.Class}.Create(HorizontalSum.Of(product) * share);");
                loop.WriteUnits(() =>
                {
                    writer.Line($"{text.Type} g = {loop.Load("delta")} * {loop.OfUnit("gamma")};");
                    writer.Line($"{text.Type} n = ({loop.Load("input")} - mean) * factor;");
                    DeltaTargetText.Write(plan.Target, kernel, loop, Expression.Product("(g - meanG - (n * meanGN)) * factor"));
                });
            }
        }
    }
}
