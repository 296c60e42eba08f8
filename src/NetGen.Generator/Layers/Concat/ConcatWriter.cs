using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Concat;

/// <summary>Writes what the plan of a concatenation says.</summary>
internal sealed class ConcatWriter(KernelWriter kernel, ConcatPlan plan, KernelTable table, LayerPlaces places) : LayerWriter
{
    private readonly CodeWriter writer = kernel.Writer;
    private readonly PassBackWriter back = new(kernel, plan, table, places);

    /// <inheritdoc/>
    public override int ResultLayer => plan.Concat.Number;

    /// <inheritdoc/>
    public override void WriteForward()
    {
        ConcatForwardPlan forward = plan.Forward;
        if (!table.IsFirst(plan, forward))
        {
            return;
        }

        LayerLabel label = table.Of(forward);
        IReadOnlyList<string> inputs = [.. forward.Sizes.Select(static (_, index) => $"input{index + 1}")];
        string formula = string.Join(", ", inputs.Select((_, index) => label.OfSource("A", index)));
        using (kernel.Kernel(
            $"{label.Title}: {label.Of("A")} = {formula} side by side.",
            $"void ConcatLayer{label.Suffix}({kernel.Refs([.. inputs, "output"])}, nint start, nint end)"))
        {
            int offset = 0;
            for (int index = 0; index < inputs.Count; index++)
            {
                string from = $"ref Unsafe.Add(ref {inputs[index]}, {VectorText.Times("start", forward.Strides[index])})";
                string to = $"ref Unsafe.Add(ref output, {VectorText.Plus(VectorText.Times("start", forward.Stride), offset)})";
                writer.Line($"Rows.CopyColumns({from}, {forward.Strides[index]}, end - start, {forward.Sizes[index]}, {to}, {forward.Stride});");
                offset += forward.Sizes[index];
            }
        }
    }

    /// <inheritdoc/>
    public override void WriteBackward() => back.Write(plan.Backward);

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> ForwardCalls() =>
    [
        new KernelCall(
            "ConcatLayer" + table.Of(plan.Forward).Suffix,
            [.. plan.Concat.Sources.Select(places.Activations), places.Activations(plan.Concat.Number), Argument.Text("start"), Argument.Text("end")]),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> BackwardCalls() => back.Calls(plan.Backward);

    /// <inheritdoc/>
    public override void WritePredictInline(IReadOnlyList<string> inputs, string output, CallText text)
    {
        writer.Line($"// layer {plan.Concat.Number}: {plan.Summary}");
        for (int index = 0; index < inputs.Count; index++)
        {
            int size = plan.Concat.Sizes[index];
            string to = VectorText.At(output, plan.Concat.Offset(index));
            writer.Line($"MemoryMarshal.CreateSpan(ref {inputs[index]}, {size}).CopyTo(MemoryMarshal.CreateSpan(ref {to}, {size}));");
        }
    }
}
