using System.Collections.Generic;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.OneHot;

/// <summary>Writes what the plan of a one-hot encoding says.</summary>
internal sealed class OneHotWriter(KernelWriter kernel, OneHotPlan plan, KernelTable table, LayerPlaces places) : LayerWriter
{
    private readonly CodeWriter writer = kernel.Writer;
    private readonly OneHotForwardPlan forward = plan.Forward;

    /// <inheritdoc/>
    public override int ResultLayer => plan.Hot.Number;

    /// <inheritdoc/>
    public override void WriteForward()
    {
        if (!table.IsFirst(plan, forward))
        {
            return;
        }

        LayerLabel label = table.Of(forward);
        string index = $"Unsafe.Add(ref input, {VectorText.Times("i", forward.IndexStride)})";
        using (kernel.Kernel(
            $"{label.Title}: {label.Of("A")} is 1 at the class {label.OfSource("A")}, else 0.",
            $"void OneHotLayer{label.Suffix}({kernel.Refs("input", "output")}, nint start, nint end)"))
        using (writer.Block("for (nint i = start; i < end; i++)"))
        {
            writer.Line($"ref {kernel.Element} row = ref Unsafe.Add(ref output, {VectorText.Times("i", forward.Stride)});");
            WriteRow("row", index);
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
            "OneHotLayer" + table.Of(forward).Suffix,
            [places.Activations(plan.Hot.Source), places.Activations(plan.Hot.Number), Argument.Text("start"), Argument.Text("end")]),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> BackwardCalls() => [];

    /// <inheritdoc/>
    public override void WritePredictInline(IReadOnlyList<string> inputs, string output, CallText text)
    {
        writer.Line($"// layer {plan.Hot.Number}: {plan.Summary}");
        WriteRow(output, inputs[0]);
    }

    private void WriteRow(string row, string index)
    {
        writer.Line($"MemoryMarshal.CreateSpan(ref {row}, {forward.Categories}).Clear();");
        writer.Line($"Unsafe.Add(ref {row}, {CategoryText.Of(index, forward.Categories, forward.Unknown)}) = 1;");
    }
}
