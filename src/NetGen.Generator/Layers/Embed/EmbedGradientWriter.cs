using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Embed;

/// <summary>
/// Writes the gradient of an embedding. A worker takes its share of the classes, links the examples of each, first to last, and adds up their dZ: so the order
/// of a sum depends on the batch alone. Rows of classes that no example has are not touched.
/// </summary>
internal sealed class EmbedGradientWriter(KernelWriter kernel, int parameterCount, EmbedGradientPlan plan, LayerLabel label)
{
    private readonly CodeWriter writer = kernel.Writer;
    private readonly VectorText text = kernel.Text;
    private readonly UpdateWriter update = new(kernel, parameterCount);
    private readonly EmbedForwardPlan forward = plan.Forward;

    /// <summary>Writes EmbedGradient.</summary>
    public void Write()
    {
        using (kernel.Kernel(
            $"{label.Title}: the gradient of the rows of {label.Of("W")} that the batch uses, and their update.",
            $"void EmbedGradient{label.Suffix}<{UpdateWriter.Sink}>({kernel.Refs("input", "delta", "heads", "links", "parameters")}, int index, nint examples, "
                + $"ref {UpdateWriter.Sink} sink, int part, int parts) {update.Constraint}"))
        {
            update.WriteAllParameters();
            update.WriteOwnSink();
            WriteLinks();
            using (writer.Block("for (int category = first; category < last; category++)"))
            {
                writer.Line("int head = Unsafe.Add(ref firsts, category);");
                using (writer.Block("if (head < 0)"))
                {
                    writer.Line("continue;");
                }

                writer.Line();
                writer.Line($"int row = index + ({VectorText.Times("category", forward.Dimensions)});");
                foreach (Panel panel in plan.Panels(text.Width))
                {
                    using (kernel.PanelLoop("unit", panel))
                    {
                        WriteSums(panel);
                    }
                }
            }
        }
    }

    private void WriteLinks()
    {
        string category = CategoryText.Of(
            $"Unsafe.Add(ref input, {VectorText.Times("i", forward.IndexStride)})", forward.Categories, forward.Unknown);
        writer.Lines($$"""
            int first = (int)((long){{forward.Categories}} * part / parts);
            int last = (int)((long){{forward.Categories}} * (part + 1) / parts);
            ref int firsts = ref Unsafe.As<{{kernel.Element}}, int>(ref heads);
            ref int nexts = ref Unsafe.As<{{kernel.Element}}, int>(ref links);
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref firsts, first), last - first).Fill(-1);
            for (int i = (int)examples - 1; i >= 0; i--)
            {
                int category = {{category}};
                if (category >= first && category < last)
                {
                    Unsafe.Add(ref nexts, i) = Unsafe.Add(ref firsts, category);
                    Unsafe.Add(ref firsts, category) = i;
                }
            }
            """);
        writer.Line();
    }

    private void WriteSums(Panel panel)
    {
        for (int piece = 0; piece < panel.Pieces.Count; piece++)
        {
            writer.Line($"{text.TypeOf(panel.Pieces[piece].Bits)} sum{piece} = {text.ZeroOf(panel.Pieces[piece].Bits)};");
        }

        using (writer.Block("for (int i = head; i >= 0; i = Unsafe.Add(ref nexts, i))"))
        {
            string place = KernelWriter.RowAndColumn($"(nint)i * {forward.Stride}", KernelWriter.Column("unit", panel));
            writer.Line($"ref {kernel.Element} d = ref Unsafe.Add(ref delta, {place});");
            for (int piece = 0; piece < panel.Pieces.Count; piece++)
            {
                writer.Line($"sum{piece} += {VectorText.Load(panel.Pieces[piece].Bits, "d", panel.Pieces[piece].Offset)};");
            }
        }

        for (int piece = 0; piece < panel.Pieces.Count; piece++)
        {
            Piece vector = panel.Pieces[piece];
            string from = panel.Count > 1 ? "row + (int)unit" : "row";
            update.Write(from, vector.Bits, vector.Used, $"sum{piece}", vector.Offset + (panel.Count > 1 ? 0 : panel.FirstColumn));
        }
    }
}
