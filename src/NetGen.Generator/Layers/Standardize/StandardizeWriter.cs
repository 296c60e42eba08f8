using System.Collections.Generic;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Standardize;

/// <summary>Writes what the plan of standardized inputs says. They come from x, so that no gradient goes back.</summary>
internal sealed class StandardizeWriter(KernelWriter kernel, StandardizePlan plan, KernelTable table, LayerPlaces places) : LayerWriter
{
    private readonly StandardizeForwardPlan forward = plan.Forward;

    private Argument Mean => places.Parameter(plan.Standardize, StandardizeSpec.Mean);

    private Argument Scale => places.Parameter(plan.Standardize, StandardizeSpec.Scale);

    /// <inheritdoc/>
    public override int ResultLayer => plan.Standardize.Number;

    /// <inheritdoc/>
    public override void WriteForward()
    {
        if (!table.IsFirst(plan, forward))
        {
            return;
        }

        LayerLabel label = table.Of(forward);
        IReadOnlyList<RowArray> arrays = [new("input", forward.InputStride), new("output", forward.Stride)];
        using (kernel.Kernel(
            $"{label.Title}: {label.Of("A")} = ({label.OfSource("A")} - mean) * scale.",
            $"void StandardizeLayer{label.Suffix}({kernel.Refs("input", "mean", "scale", "output")}, nint start, nint end)"))
        {
            var loop = new RowLoop(kernel, forward.Units, arrays);
            loop.WriteByUnit(() => loop.WriteStore(
                Expression.Product($"({loop.Load("input")} - {loop.OfUnit("mean")}) * {loop.OfUnit("scale")}"), "output"));
        }
    }

    /// <inheritdoc/>
    public override void WriteBackward()
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> ForwardCalls() =>
    [
        new KernelCall(
            "StandardizeLayer" + table.Of(forward).Suffix,
            [
                places.Activations(plan.Standardize.Source),
                Mean,
                Scale,
                places.Activations(plan.Standardize.Number),
                Argument.Text("start"),
                Argument.Text("end"),
            ]),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> BackwardCalls() => [];

    /// <inheritdoc/>
    public override void WritePredictInline(IReadOnlyList<string> inputs, string output, CallText text)
    {
        CodeWriter writer = kernel.Writer;
        writer.Line($"// layer {plan.Standardize.Number}: {plan.Summary}");
        using (writer.Block())
        {
            writer.Line($"ref {kernel.Element} mean = {text.Of(Mean)};");
            writer.Line($"ref {kernel.Element} scale = {text.Of(Scale)};");
            using (kernel.OneExample(forward.Units))
            {
                string difference = $"{Load(inputs[0])} - {Load("mean")}";
                writer.Line(VectorText.Store(Expression.Product($"({difference}) * {Load("scale")}"), output, "(nuint)unit"));
            }
        }
    }

    private string Load(string array) => VectorText.Load(kernel.Text.Width.Bits, array, "(nuint)unit");
}
