using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.LayerNorm;

/// <summary>Writes the gradient of gamma of a layer normalization: the sum over the examples of dZ times the normalized X; and the update.</summary>
internal sealed class LayerNormScaleWriter(KernelWriter kernel, int parameterCount)
{
    private readonly CodeWriter writer = kernel.Writer;
    private readonly VectorText text = kernel.Text;
    private readonly UpdateWriter update = new(kernel, parameterCount);

    /// <summary>Writes ScaleLayer.</summary>
    public void Write(LayerNormScalePlan plan, LayerLabel label)
    {
        using (kernel.Kernel(
            $"{label.Of("dgamma")}, the sum of {label.Of("dZ")} * ({label.OfSource("A")} - mean) / deviation over the examples, and the update of gamma.",
            $"void ScaleLayer{label.Suffix}<{UpdateWriter.Sink}>({kernel.Refs("delta", "input", "moments", "parameters")}, int index, nint examples, "
                + $"ref {UpdateWriter.Sink} sink) {update.Constraint}"))
        {
            update.WriteAllParameters();
            update.WriteOwnSink();
            var panels = new ColumnPanels(kernel, plan.Units);
            panels.Write((pieces, column) =>
            {
                writer.Line($"ref {text.Element} d = ref {VectorText.At("delta", column)};");
                writer.Line($"ref {text.Element} x = ref {VectorText.At("input", column)};");
                panels.Each(pieces, (piece, index, type) => $"{type} sum{index} = {type}.Zero;");
                using (writer.Block("for (nint i = 0; i < examples; i++)"))
                {
                    writer.Line($"{text.Element} mean = Unsafe.Add(ref moments, i * 2);");
                    writer.Line($"{text.Element} factor = Unsafe.Add(ref moments, (i * 2) + 1);");
                    panels.Each(pieces, (piece, index, _) =>
                    {
                        string n = $"({VectorText.Load(piece.Bits, "x", piece.Offset)} - {VectorText.ClassOf(piece.Bits)}.Create(mean)) * factor";
                        return $"sum{index} = {VectorText.MultiplyAdd(VectorText.Load(piece.Bits, "d", piece.Offset), n, $"sum{index}")};";
                    });
                    writer.Line($"d = ref Unsafe.Add(ref d, {plan.Stride});");
                    writer.Line($"x = ref Unsafe.Add(ref x, {plan.InputStride});");
                }

                for (int index = 0; index < pieces.Count; index++)
                {
                    update.Write(ColumnPanels.Index(column), pieces[index].Bits, pieces[index].Used, $"sum{index}", pieces[index].Offset);
                }
            });
        }
    }
}
