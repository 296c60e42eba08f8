using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Dropout;

/// <summary>Writes what the plan of a dropout says.</summary>
internal sealed class DropoutWriter(KernelWriter kernel, DropoutPlan plan, KernelTable table, LayerPlaces places) : LayerWriter
{
    private static readonly Argument Start = Argument.Text("start");
    private static readonly Argument End = Argument.Text("end");
    private static readonly Argument Key = Argument.Text("in key");

    private readonly DropoutSpec layer = plan.Dropout;

    private Argument Number => Argument.Text(VectorText.Number(layer.Number));

    /// <inheritdoc/>
    public override int ResultLayer => layer.Number;

    /// <inheritdoc/>
    public override void WriteForward()
    {
        if (table.IsFirst(plan, plan.Copy))
        {
            WriteCopy(table.Of(plan.Copy));
        }

        DropoutForwardPlan forward = plan.Forward;
        if (!table.IsFirst(plan, forward))
        {
            return;
        }

        LayerLabel label = table.Of(forward);
        using (kernel.Kernel(
            $"{label.Title}: {label.Of("A")} = {label.OfSource("A")} * mask, which drops each of {VectorText.Count(forward.Units, "unit")} "
                + $"at the rate {DescriptionText.Number(forward.Rate)}.",
            $"void DropLayer{label.Suffix}({kernel.Refs("input", "output")}, nint start, nint end, in StepKey key, int layer)"))
        {
            var loop = new RowLoop(kernel, forward.Units, [new("input", forward.InputStride), new("output", forward.Stride)]);
            new MaskLoop(kernel, forward.Units, forward.Rate, loop)
                .Write(mask => loop.WriteStore(Expression.Product($"{loop.Load("input")} * {mask}"), "output"));
        }
    }

    /// <inheritdoc/>
    public override void WriteBackward()
    {
        if (plan.Backward is not { } backward || !table.IsFirst(plan, backward))
        {
            return;
        }

        LayerLabel label = table.Of(backward);
        IReadOnlyList<RowArray> arrays = [new("delta", backward.Forward.Stride), .. DeltaTargetText.Arrays(backward.Target)];
        using (kernel.Kernel(
            $"{label.Title}: {DeltaTargetText.Formula(backward.Target, label, 0, $"{label.Of("dZ")} * mask")}.",
            $"void DropBack{label.Suffix}({kernel.Refs([.. arrays.Select(static array => array.Name)])}, nint start, nint end, in StepKey key, int layer)"))
        {
            var loop = new RowLoop(kernel, backward.Forward.Units, arrays);
            new MaskLoop(kernel, backward.Forward.Units, backward.Forward.Rate, loop)
                .Write(mask => DeltaTargetText.Write(backward.Target, kernel, loop, Expression.Product($"{loop.Load("delta")} * {mask}")));
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> ForwardCalls() =>
        [new KernelCall("DropLayer" + table.Of(plan.Forward).Suffix, [Input, Output, Start, End, Key, Number])];

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> PredictionCalls() =>
        [new KernelCall("CopyLayer" + table.Of(plan.Copy).Suffix, [Input, Output, Start, End])];

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> BackwardCalls() => plan.Backward is not { } backward
        ? []
        :
        [
            new KernelCall(
                "DropBack" + table.Of(backward).Suffix,
                [places.Deltas(layer.Number), .. DeltaTargetText.Arguments(backward.Target, layer.Source, places), Start, End, Key, Number]),
        ];

    /// <inheritdoc/>
    public override void WritePredictInline(IReadOnlyList<string> inputs, string output, CallText text)
    {
        string length = VectorText.Number(layer.Units);
        kernel.Writer.Line($"// layer {layer.Number}: dropout, which drops nothing when predicting");
        kernel.Writer.Line($"MemoryMarshal.CreateSpan(ref {inputs[0]}, {length}).CopyTo(MemoryMarshal.CreateSpan(ref {output}, {length}));");
    }

    private Argument Input => places.Activations(layer.Source);

    private Argument Output => places.Activations(layer.Number);

    private void WriteCopy(LayerLabel label)
    {
        using (kernel.Kernel(
            $"{label.Title}: {label.Of("A")} = {label.OfSource("A")}, in predictions.",
            $"void CopyLayer{label.Suffix}({kernel.Refs("input", "output")}, nint start, nint end)"))
        {
            var loop = new RowLoop(kernel, plan.Copy.Units, [new("input", plan.Copy.InputStride), new("output", plan.Copy.Stride)]);
            loop.Write(() => loop.WriteStore(Expression.Primary(loop.Load("input")), "output"));
        }
    }
}
