using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.BatchNorm;

/// <summary>Writes the kernel that normalizes with statistics that are known.</summary>
internal sealed class NormalizeWriter(KernelWriter kernel)
{
    /// <summary>The formula, of vectors.</summary>
    public static Expression Normalized(string x, string mean, string scale, string beta) =>
        Expression.Primary(VectorText.MultiplyAdd($"{x} - {mean}", scale, beta));

    /// <summary>Writes NormalizeLayer.</summary>
    public void Write(NormalizePlan plan, LayerLabel label)
    {
        IReadOnlyList<RowArray> arrays = [new("input", plan.InputStride), .. plan.Result.Arrays()];
        IEnumerable<string> results = plan.Result.Arrays().Select(static array => array.Name);
        using (kernel.Kernel(
            $"{label.Title}: {ResultText.Formula(plan.Result, label, $"({label.OfSource("A")} - mean) * scale + beta")}.",
            $"void NormalizeLayer{label.Suffix}({kernel.Refs(["input", "mean", "scale", "beta", .. results])}, nint start, nint end)"))
        {
            var loop = new RowLoop(kernel, plan.Units, arrays);
            loop.WriteByUnit(() => ResultText.Write(
                plan.Result, kernel, loop, Normalized(loop.Load("input"), loop.OfUnit("mean"), loop.OfUnit("scale"), loop.OfUnit("beta"))));
        }
    }
}
