using NetGen.Generator.Text;

namespace NetGen.Generator.Products;

/// <summary>The names by which the code of a product in outer tiles knows what it works on.</summary>
/// <param name="Operand">The operand whose elements are broadcast.</param>
/// <param name="OperandRow">A row of it.</param>
/// <param name="Column">A column of the matrix and of the result.</param>
/// <param name="ColumnNoun">What a column is.</param>
internal sealed record OuterNames(string Operand, string OperandRow, string Column, string ColumnNoun);

/// <summary>Writes the body of a product in outer tiles: panel by panel, and in each the examples from start to end.</summary>
internal sealed class OuterProductWriter(KernelWriter kernel, OuterPlan plan, OuterNames names, Epilogue epilogue)
{
    private readonly CodeWriter writer = kernel.Writer;

    /// <summary>Writes the body.</summary>
    public void Write()
    {
        foreach (Panel panel in plan.Panels(kernel.Text.Width))
        {
            string columns = VectorText.Count(panel.Columns, names.ColumnNoun);
            writer.Line(panel.Count == 1 ? $"// {columns} from {names.ColumnNoun} {panel.FirstColumn + 1}" : $"// {panel.Count} panels of {columns}");
            using (kernel.PanelLoop(names.Column, panel))
            {
                WritePanel(panel, KernelWriter.Column(names.Column, panel));
            }
        }
    }

    private void WritePanel(Panel panel, string column)
    {
        writer.Line($"ref {kernel.Element} panel = ref {VectorText.At("weights", VectorText.Times(column, plan.PanelStep))};");
        epilogue.WritePanelStart(kernel, column);
        writer.Line("nint i = start;");
        foreach (int rows in plan.Tile.RowCounts)
        {
            using (kernel.ExampleLoop(rows))
            {
                WriteTile(panel, column, rows);
            }
        }
    }

    private void WriteTile(Panel panel, string column, int rows)
    {
        writer.Line($"ref {kernel.Element} {names.OperandRow} = ref Unsafe.Add(ref {names.Operand}, {VectorText.Times("i", plan.OperandStride)});");
        writer.Line($"ref {kernel.Element} w = ref panel;");
        var tile = new OuterTile(
            kernel.Text, rows, panel.Pieces, names.OperandRow, plan.OperandStride, 1, "w", plan.MatrixStep(panel), VectorText.Number(plan.Depth));
        tile.Write(writer, piece => epilogue.Start(kernel, panel.Pieces[piece]));
        epilogue.WritePlace(kernel, KernelWriter.RowAndColumn(VectorText.Times("i", plan.ResultStride), column));
        for (int row = 0; row < rows; row++)
        {
            for (int piece = 0; piece < panel.Pieces.Count; piece++)
            {
                Piece vector = panel.Pieces[piece];
                epilogue.WriteResult(kernel, row, piece, vector, ((long)row * plan.ResultStride) + vector.Offset);
            }
        }
    }
}
