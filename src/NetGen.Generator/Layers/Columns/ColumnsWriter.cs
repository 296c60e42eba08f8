using System.Collections.Generic;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Columns;

/// <summary>Writes what the plan of an input says.</summary>
internal sealed class ColumnsWriter(KernelWriter kernel, ColumnsPlan plan, KernelTable table, LayerPlaces places) : LayerWriter
{
    private readonly ColumnsForwardPlan forward = plan.Forward;

    /// <inheritdoc/>
    public override int ResultLayer => plan.Columns.Number;

    /// <inheritdoc/>
    public override void WriteForward()
    {
        if (!table.IsFirst(plan, forward))
        {
            return;
        }

        LayerLabel label = table.Of(forward);
        using (kernel.Kernel(
            $"{label.Title}: {label.Of("A")} = {plan.Summary}.",
            $"void ColumnsLayer{label.Suffix}({kernel.Refs("input", "output")}, nint start, nint end)"))
        {
            string from = $"ref Unsafe.Add(ref input, {VectorText.Plus(VectorText.Times("start", forward.InputStride), forward.First)})";
            string to = $"ref Unsafe.Add(ref output, {VectorText.Times("start", forward.Stride)})";
            kernel.Writer.Line($"Rows.CopyColumns({from}, {forward.InputStride}, end - start, {forward.Count}, {to}, {forward.Stride});");
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
            "ColumnsLayer" + table.Of(forward).Suffix,
            [places.Activations(0), places.Activations(plan.Columns.Number), Argument.Text("start"), Argument.Text("end")]),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> BackwardCalls() => [];

    /// <inheritdoc/>
    public override void WritePredictInline(IReadOnlyList<string> inputs, string output, CallText text)
    {
        string from = VectorText.At(inputs[0], forward.First);
        kernel.Writer.Line($"// layer {plan.Columns.Number}: {plan.Summary}");
        kernel.Writer.Line($"MemoryMarshal.CreateSpan(ref {from}, {forward.Count}).CopyTo(MemoryMarshal.CreateSpan(ref {output}, {forward.Count}));");
    }
}
