using System.Collections.Generic;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.BatchNorm;

/// <summary>
/// Writes the sums of the backward pass of a batch normalization: of dZ, which is dbeta, and of dZ times the normalized X, which is dgamma; of each block of
/// examples, and from these, in the order of the blocks, of the batch.
/// </summary>
internal sealed class BatchDeltasWriter(KernelWriter kernel, BatchDeltasPlan plan, LayerLabel label)
{
    private readonly CodeWriter writer = kernel.Writer;
    private readonly VectorText text = kernel.Text;

    /// <summary>Writes BlockDeltas and BatchDeltas.</summary>
    public void Write()
    {
        WriteBlocks();
        WriteBatch();
    }

    private void WriteBlocks()
    {
        int block = BatchSumCalls.BlockExamples;
        using (kernel.Kernel(
            $"{label.Title}: of each block of {block} examples the sum of {label.Of("dZ")}, "
                + $"and of {label.Of("dZ")} * ({label.OfSource("A")} - mean) / deviation.",
            $"void BlockDeltas{label.Suffix}({kernel.Refs("delta", "input", "mean", "factor", "blocks")}, nint start, nint end)"))
        using (writer.Block($"for (nint block = start; block < end; block += {block})"))
        {
            writer.Line($"nint rows = nint.Min({block}, end - block);");
            writer.Line($"ref {text.Element} sums = ref Unsafe.Add(ref blocks, block / {block} * {2 * plan.RowLength});");
            new ColumnPanels(kernel, plan.Units).Write(WritePanel);
        }
    }

    private void WritePanel(IReadOnlyList<Piece> pieces, string column)
    {
        var panels = new ColumnPanels(kernel, plan.Units);
        writer.Line($"ref {text.Element} d = ref Unsafe.Add(ref delta, {KernelWriter.RowAndColumn($"block * {plan.Stride}", column)});");
        writer.Line($"ref {text.Element} x = ref Unsafe.Add(ref input, {KernelWriter.RowAndColumn($"block * {plan.InputStride}", column)});");
        writer.Line($"ref {text.Element} panelMean = ref {VectorText.At("mean", column)};");
        writer.Line($"ref {text.Element} panelFactor = ref {VectorText.At("factor", column)};");
        panels.Each(pieces, static (piece, index, type) => $"{type} mean{index} = {VectorText.Load(piece.Bits, "panelMean", piece.Offset)};");
        panels.Each(pieces, static (piece, index, type) => $"{type} factor{index} = {VectorText.Load(piece.Bits, "panelFactor", piece.Offset)};");
        panels.Each(pieces, static (_, index, type) => $"{type} sum{index} = {type}.Zero, product{index} = {type}.Zero;");
        using (writer.Block("for (nint i = rows; i > 0; i--)"))
        {
            panels.Each(pieces, static (piece, index, type) => $"{type} d{index} = {VectorText.Load(piece.Bits, "d", piece.Offset)};");
            panels.Each(pieces, static (piece, index, type) =>
                $"{type} n{index} = ({VectorText.Load(piece.Bits, "x", piece.Offset)} - mean{index}) * factor{index};");
            panels.Each(pieces, static (_, index, _) => $"sum{index} += d{index};");
            panels.Each(pieces, static (_, index, _) => $"product{index} = {VectorText.MultiplyAdd($"d{index}", $"n{index}", $"product{index}")};");
            writer.Line($"d = ref Unsafe.Add(ref d, {plan.Stride});");
            writer.Line($"x = ref Unsafe.Add(ref x, {plan.InputStride});");
        }

        writer.Line($"ref {text.Element} target = ref {VectorText.At("sums", column)};");
        panels.Each(pieces, static (piece, index, _) => VectorText.Store(Expression.Primary($"sum{index}"), "target", piece.Offset));
        panels.Each(pieces, (piece, index, _) => VectorText.Store(Expression.Primary($"product{index}"), "target", plan.RowLength + piece.Offset));
    }

    private void WriteBatch()
    {
        int block = BatchSumCalls.BlockExamples;
        using (kernel.Kernel(
            $"{label.Title}: one worker's share of these sums over the batch.",
            $"void BatchDeltas{label.Suffix}({kernel.Refs("blocks", "deltaSum", "productSum")}, nint examples, int part, int parts)"))
        using (kernel.UnitShare(plan.Units))
        {
            writer.Lines($$"""
                ref {{text.Element}} sums = ref Unsafe.Add(ref blocks, unit);
                {{text.Type}} sum = {{text.Zero}}, product = {{text.Zero}};
                for (nint first = 0, at = 0; first < examples; first += {{block}}, at += {{2 * plan.RowLength}})
                {
                    sum += {{VectorText.Load(text.Width.Bits, "sums", "(nuint)at")}};
                    product += {{VectorText.Load(text.Width.Bits, "sums", $"(nuint)(at + {plan.RowLength})")}};
                }

                sum.StoreUnsafe(ref deltaSum, (nuint)unit);
                product.StoreUnsafe(ref productSum, (nuint)unit);
                """);
        }
    }
}
