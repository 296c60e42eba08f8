using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.LayerNorm;

/// <summary>Writes the moments of each row, its mean first and then what deviates from it, so that nothing cancels; and with them A.</summary>
internal sealed class LayerNormForwardWriter(KernelWriter kernel, LayerNormForwardPlan plan)
{
    private readonly CodeWriter writer = kernel.Writer;
    private readonly VectorText text = kernel.Text;
    private readonly RowSums sums = new(kernel, plan.Units);

    /// <summary>Writes NormalizeLayer.</summary>
    public void Write(LayerLabel label)
    {
        IReadOnlyList<RowArray> arrays = [new("input", plan.InputStride), .. plan.Result.Arrays()];
        string formula = ResultText.Formula(plan.Result, label, $"({label.OfSource("A")} - mean) / deviation * gamma + beta");
        string names = kernel.Refs(["input", "gamma", "beta", "moments", .. plan.Result.Arrays().Select(static array => array.Name)]);
        using (kernel.Kernel(
            $"{label.Title}: {formula}, with the mean and the deviation of the {plan.Units} units of each example, which are kept.",
            $"void NormalizeLayer{label.Suffix}({names}, nint start, nint end)"))
        {
            sums.WriteMask();
            var loop = new RowLoop(kernel, plan.Units, arrays);
            using (writer.Block("for (nint i = start; i < end; i++)"))
            {
                loop.WriteRows();
                WriteMoments("inputRow");
                writer.Line("Unsafe.Add(ref moments, i * 2) = average;");
                writer.Line("Unsafe.Add(ref moments, (i * 2) + 1) = factor;");
                loop.WriteUnits(() => ResultText.Write(plan.Result, kernel, loop, Normalized(loop.Load("input"), "at")));
            }
        }
    }

    /// <summary>Writes A of one example.</summary>
    public void WriteOne(string input, string output, ActivationSpec activation)
    {
        sums.WriteMask();
        WriteMoments(input);
        using (kernel.OneExample(plan.Units))
        {
            ResultText.WriteOne(activation, kernel, Normalized(VectorText.Load(text.Width.Bits, input, "(nuint)unit"), "(nuint)unit"), output);
        }
    }

    private Expression Normalized(string value, string at) => Expression.Sum(
        $"(({value} - mean) * ({VectorText.Load(text.Width.Bits, "gamma", at)} * factor)) + {VectorText.Load(text.Width.Bits, "beta", at)}");

    private void WriteMoments(string row)
    {
        string count = text.Literal(plan.Units);
        writer.Line($"{text.Type} rowSum = {text.Zero};");
        sums.Write(inside => writer.Line($"rowSum += {inside(VectorText.Load(text.Width.Bits, row, "at"))};"));
        writer.Line($"{text.Element} average = HorizontalSum.Of(rowSum) / {count};");
        writer.Line($"{text.Type} mean = {text.Class}.Create(average);");
        writer.Line($"{text.Type} squares = {text.Zero};");
        sums.Write(inside =>
        {
            writer.Line($"{text.Type} d = {inside($"{VectorText.Load(text.Width.Bits, row, "at")} - mean")};");
            writer.Line($"squares = {VectorText.MultiplyAdd("d", "d", "squares")};");
        });
        writer.Line($"{text.Element} factor = 1 / {text.Element}.Sqrt((HorizontalSum.Of(squares) / {count}) + {text.Literal(plan.Epsilon)});");
    }
}
