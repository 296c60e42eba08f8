using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers;

/// <summary>Writes the kernel of the gradient of the bias: db[l], the sum of dZ[l] over the examples, and the update of b[l].</summary>
internal sealed class BiasKernelWriter(KernelWriter kernel, int parameterCount)
{
    private readonly CodeWriter writer = kernel.Writer;
    private readonly VectorText text = kernel.Text;
    private readonly UpdateWriter update = new(kernel, parameterCount);

    /// <summary>Writes BiasLayer.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="label">What to call it.</param>
    /// <param name="isOfMatrices">Whether it is for biases alone: normalizations have parameters whose gradients are such sums, too.</param>
    public void Write(BiasPlan plan, LayerLabel label, bool isOfMatrices)
    {
        using (kernel.Kernel(
            isOfMatrices
                ? $"{label.Of("db")}, the sum of {label.Of("dZ")} over the examples, and the update of {label.Of("b")}."
                : "The sum of the rows of delta, which is the gradient of b or, of a normalization, of gamma or beta; and their update.",
            $"void BiasLayer{label.Suffix}<{UpdateWriter.Sink}>({kernel.Refs("delta", "parameters")}, int index, nint examples, "
                + $"ref {UpdateWriter.Sink} sink) "
            + update.Constraint))
        {
            update.WriteAllParameters();
            if (plan.Stride == 1)
            {
                WriteCompact();
                return;
            }

            update.WriteOwnSink();
            foreach (Panel panel in plan.Panels(text.Width))
            {
                using (kernel.PanelLoop("unit", panel))
                {
                    WritePanel(plan, panel);
                }
            }
        }
    }

    private void WriteCompact()
    {
        writer.Lines($$"""
            {{text.Type}} sum = {{text.Zero}};
            for (nint i = 0; i < examples; i += {{text.Lanes}})
            {
                sum += {{text.Class}}.LoadUnsafe(ref delta, (nuint)i);
            }
            """);
        update.WriteOwnSink();
        writer.Line("own.Update(all, index, HorizontalSum.Of(sum));");
    }

    private void WritePanel(BiasPlan plan, Panel panel)
    {
        writer.Line($"ref {text.Element} d = ref {VectorText.At("delta", KernelWriter.Column("unit", panel))};");
        for (int piece = 0; piece < panel.Pieces.Count; piece++)
        {
            writer.Line($"{text.TypeOf(panel.Pieces[piece].Bits)} sum{piece} = {text.ZeroOf(panel.Pieces[piece].Bits)};");
        }

        using (writer.Block("for (nint i = examples; i > 0; i--)"))
        {
            for (int piece = 0; piece < panel.Pieces.Count; piece++)
            {
                writer.Line($"sum{piece} += {VectorText.Load(panel.Pieces[piece].Bits, "d", panel.Pieces[piece].Offset)};");
            }

            writer.Line($"d = ref Unsafe.Add(ref d, {plan.Stride});");
        }

        string first = panel.Count > 1 ? "first" : "index";
        if (panel.Count > 1)
        {
            writer.Line("int first = (int)(index + unit);");
        }

        for (int piece = 0; piece < panel.Pieces.Count; piece++)
        {
            Piece vector = panel.Pieces[piece];
            update.Write(first, vector.Bits, vector.Used, $"sum{piece}", vector.Offset + (panel.Count > 1 ? 0 : panel.FirstColumn));
        }
    }
}
