using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.BatchNorm;

/// <summary>
/// Writes the backward pass of a batch normalization: with N the normalized X, dX = (dZ - mean(dZ) - N * mean(dZ * N)) * scale, the means over the batch;
/// where the statistics are frozen, dX = dZ * scale.
/// </summary>
internal sealed class NormalizeBackWriter(KernelWriter kernel)
{
    private readonly CodeWriter writer = kernel.Writer;
    private readonly VectorText text = kernel.Text;

    /// <summary>Writes NormalizeBack.</summary>
    public void Write(NormalizeBackPlan plan, LayerLabel label)
    {
        if (plan.IsFrozen)
        {
            WriteFrozen(plan, label);
            return;
        }

        IReadOnlyList<RowArray> arrays = [new("delta", plan.Stride), new("input", plan.InputStride), .. DeltaTargetText.Arrays(plan.Target)];
        string names = kernel.Refs(["delta", "input", "mean", "factor", "scale", "deltaSum", "productSum", .. Targets(plan)]);
        string formula = DeltaTargetText.Formula(plan.Target, label, 0, $"({label.Of("dZ")} - mean(dZ) - N * mean(dZ * N)) * scale");
        using (kernel.Kernel(
            $"{label.Title}: {formula}, where N = ({label.OfSource("A")} - mean) / deviation.",
            $"void NormalizeBack{label.Suffix}({names}, nint start, nint end, nint examples)"))
        {
            writer.Line($"{text.Element} share = 1 / ({text.Element})examples;");
            var loop = new RowLoop(kernel, plan.Units, arrays);
            loop.WriteByUnit(() =>
            {
                writer.Line($"{text.Type} n = ({loop.Load("input")} - {loop.OfUnit("mean")}) * {loop.OfUnit("factor")};");
                writer.Line($"{text.Type} common = {VectorText.MultiplyAdd("n", loop.OfUnit("productSum"), loop.OfUnit("deltaSum"))} * share;");
                DeltaTargetText.Write(plan.Target, kernel, loop, Expression.Product($"({loop.Load("delta")} - common) * {loop.OfUnit("scale")}"));
            });
        }
    }

    private void WriteFrozen(NormalizeBackPlan plan, LayerLabel label)
    {
        IReadOnlyList<RowArray> arrays = [new("delta", plan.Stride), .. DeltaTargetText.Arrays(plan.Target)];
        using (kernel.Kernel(
            $"{label.Title}: {DeltaTargetText.Formula(plan.Target, label, 0, $"{label.Of("dZ")} * scale")}.",
            $"void NormalizeBack{label.Suffix}({kernel.Refs(["delta", "scale", .. Targets(plan)])}, nint start, nint end)"))
        {
            var loop = new RowLoop(kernel, plan.Units, arrays);
            loop.WriteByUnit(() => DeltaTargetText.Write(
                plan.Target, kernel, loop, Expression.Product($"{loop.Load("delta")} * {loop.OfUnit("scale")}")));
        }
    }

    private static IEnumerable<string> Targets(NormalizeBackPlan plan) => DeltaTargetText.Arrays(plan.Target).Select(static array => array.Name);
}
