using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Sum;

/// <summary>Writes what the plan of a sum says.</summary>
internal sealed class SumWriter(KernelWriter kernel, SumPlan plan, KernelTable table, LayerPlaces places) : LayerWriter
{
    private readonly PassBackWriter back = new(kernel, plan, table, places);

    /// <inheritdoc/>
    public override int ResultLayer => plan.Sum.Number;

    /// <inheritdoc/>
    public override void WriteForward()
    {
        SumForwardPlan forward = plan.Forward;
        if (!table.IsFirst(plan, forward))
        {
            return;
        }

        LayerLabel label = table.Of(forward);
        IReadOnlyList<RowArray> inputs = [.. forward.Strides.Select(static (stride, index) => new RowArray($"input{index + 1}", stride))];
        IReadOnlyList<RowArray> arrays = [.. inputs, .. forward.Result.Arrays()];
        string formula = string.Join(" + ", inputs.Select((_, index) => label.OfSource("A", index)));
        using (kernel.Kernel(
            $"{label.Title}, {VectorText.Count(forward.Units, "unit")}: {ResultText.Formula(forward.Result, label, formula)}.",
            $"void SumLayer{label.Suffix}({kernel.Refs([.. arrays.Select(static array => array.Name)])}, nint start, nint end)"))
        {
            var loop = new RowLoop(kernel, forward.Units, arrays);
            loop.Write(() => ResultText.Write(forward.Result, kernel, loop, Total([.. inputs.Select(input => loop.Load(input.Name))])));
        }
    }

    /// <inheritdoc/>
    public override void WriteBackward() => back.Write(plan.Backward);

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> ForwardCalls() =>
    [
        new KernelCall(
            "SumLayer" + table.Of(plan.Forward).Suffix,
            [
                .. plan.Sum.Sources.Select(places.Activations),
                .. plan.Forward.Result.Arguments(plan.Sum.Number, places),
                Argument.Text("start"),
                Argument.Text("end"),
            ]),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> BackwardCalls() => back.Calls(plan.Backward);

    /// <inheritdoc/>
    public override void WritePredictInline(IReadOnlyList<string> inputs, string output, CallText text)
    {
        kernel.Writer.Line($"// layer {plan.Sum.Number}: {plan.Summary}");
        using (kernel.OneExample(plan.Sum.Units))
        {
            IReadOnlyList<string> terms = [.. inputs.Select(input => VectorText.Load(kernel.Text.Width.Bits, input, "(nuint)unit"))];
            ResultText.WriteOne(ResultPlan.OfOne(plan.Sum), kernel, Total(terms), output);
        }
    }

    private static Expression Total(IReadOnlyList<string> terms) =>
        terms.Count == 1 ? Expression.Primary(terms[0]) : Expression.Sum(string.Join(" + ", terms));
}
