using System.Collections.Generic;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.BatchNorm;

/// <summary>
/// Writes the statistics of a batch. Of each block of examples the mean and the sum of squares about it; from these, in the order of the blocks, those of the
/// batch: nothing cancels, and neither threads nor the vector width change what is added to what (Chan, Golub, LeVeque: Updating formulae and a pairwise
/// algorithm for computing sample variances, 1979).
/// </summary>
internal sealed class BatchStatisticsWriter(KernelWriter kernel, BatchStatisticsPlan plan, LayerLabel label)
{
    private readonly CodeWriter writer = kernel.Writer;
    private readonly VectorText text = kernel.Text;

    /// <summary>Writes BlockMoments and BatchMoments.</summary>
    public void Write()
    {
        WriteBlocks();
        WriteBatch();
    }

    private void WriteBlocks()
    {
        int block = BatchSumCalls.BlockExamples;
        using (kernel.Kernel(
            $"{label.Title}: of each block of {block} examples the mean of {label.OfSource("A")}, and the sum of squares about it.",
            $"void BlockMoments{label.Suffix}({kernel.Refs("input", "blocks")}, nint start, nint end)"))
        using (writer.Block($"for (nint block = start; block < end; block += {block})"))
        {
            writer.Line($"nint rows = nint.Min({block}, end - block);");
            writer.Line($"{text.Element} share = 1 / ({text.Element})rows;");
            writer.Line($"ref {text.Element} sums = ref Unsafe.Add(ref blocks, block / {block} * {2 * plan.RowLength});");
            new ColumnPanels(kernel, plan.Units).Write(WritePanel);
        }
    }

    private void WritePanel(IReadOnlyList<Piece> pieces, string column)
    {
        var panels = new ColumnPanels(kernel, plan.Units);
        writer.Line($"ref {text.Element} first = ref Unsafe.Add(ref input, {KernelWriter.RowAndColumn($"block * {plan.InputStride}", column)});");
        writer.Line($"ref {text.Element} x = ref first;");
        panels.Each(pieces, static (_, index, type) => $"{type} sum{index} = {type}.Zero;");
        using (writer.Block("for (nint i = rows; i > 0; i--)"))
        {
            panels.Each(pieces, static (piece, index, _) => $"sum{index} += {VectorText.Load(piece.Bits, "x", piece.Offset)};");
            writer.Line($"x = ref Unsafe.Add(ref x, {plan.InputStride});");
        }

        panels.Each(pieces, static (_, index, type) => $"{type} mean{index} = sum{index} * share, square{index} = {type}.Zero;");
        writer.Line("x = ref first;");
        using (writer.Block("for (nint i = rows; i > 0; i--)"))
        {
            panels.Each(pieces, static (piece, index, type) => $"{type} d{index} = {VectorText.Load(piece.Bits, "x", piece.Offset)} - mean{index};");
            panels.Each(pieces, static (_, index, _) => $"square{index} = {VectorText.MultiplyAdd($"d{index}", $"d{index}", $"square{index}")};");
            writer.Line($"x = ref Unsafe.Add(ref x, {plan.InputStride});");
        }

        writer.Line($"ref {text.Element} target = ref {VectorText.At("sums", column)};");
        panels.Each(pieces, static (piece, index, _) => VectorText.Store(Expression.Primary($"mean{index}"), "target", piece.Offset));
        panels.Each(pieces, (piece, index, _) => VectorText.Store(Expression.Primary($"square{index}"), "target", plan.RowLength + piece.Offset));
    }

    private void WriteBatch()
    {
        int block = BatchSumCalls.BlockExamples;
        string names = kernel.Refs("blocks", "gamma", "mean", "factor", "scale", "runningMean", "runningVariance");
        using (kernel.Kernel(
            $"{label.Title}: one worker's share of the mean, of one by the deviation, and of gamma by the deviation, over the batch; and of the running ones.",
            $"void BatchMoments{label.Suffix}({names}, nint examples, bool changes, int part, int parts)"))
        using (kernel.UnitShare(plan.Units))
        {
            writer.Lines($$"""
                {{text.Element}} count = ({{text.Element}})examples;
                ref {{text.Element}} sums = ref Unsafe.Add(ref blocks, unit);
                {{text.Type}} sum = {{text.Zero}};
                for (nint first = 0, at = 0; first < examples; first += {{block}}, at += {{2 * plan.RowLength}})
                {
                    sum += {{VectorText.Load(text.Width.Bits, "sums", "(nuint)at")}} * ({{text.Element}})nint.Min({{block}}, examples - first);
                }

                {{text.Type}} average = sum / count;
                {{text.Type}} squares = {{text.Zero}};
                for (nint first = 0, at = 0; first < examples; first += {{block}}, at += {{2 * plan.RowLength}})
                {
                    {{text.Type}} d = {{VectorText.Load(text.Width.Bits, "sums", "(nuint)at")}} - average;
                    {{text.Type}} within = {{VectorText.Load(text.Width.Bits, "sums", $"(nuint)(at + {plan.RowLength})")}};
                    squares += within + (d * d * ({{text.Element}})nint.Min({{block}}, examples - first));
                }

                {{text.Type}} variance = squares / count;
                {{text.Type}} inverse = {{text.Type}}.One / Sqrt(variance + {{text.Class}}.Create({{text.Literal(plan.Epsilon)}}));
                average.StoreUnsafe(ref mean, (nuint)unit);
                inverse.StoreUnsafe(ref factor, (nuint)unit);
                ({{VectorText.Load(text.Width.Bits, "gamma", "(nuint)unit")}} * inverse).StoreUnsafe(ref scale, (nuint)unit);
                if (changes)
                {
                    // the running variance is the unbiased one, which one example has none of
                    int used = (int)nint.Min({{text.Lanes}}, {{plan.Units}} - unit);
                    {{text.Type}} unbiased = examples > 1 ? squares / (count - 1) : {{VectorText.Load(text.Width.Bits, "runningVariance", "(nuint)unit")}};
                    RunningStatistics.Move(ref Unsafe.Add(ref runningMean, unit), average, {{text.Literal(plan.Momentum)}}, used);
                    RunningStatistics.Move(ref Unsafe.Add(ref runningVariance, unit), unbiased, {{text.Literal(plan.Momentum)}}, used);
                }
                """);
        }
    }
}
