using System;
using System.Collections.Generic;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers;

/// <summary>Writes sums over rows, for some vectors of units side by side, so that the latency of an addition is hidden.</summary>
/// <param name="kernel">Where to.</param>
/// <param name="units">The units.</param>
internal sealed class ColumnPanels(KernelWriter kernel, int units)
{
    private const int Vectors = 4;

    private readonly CodeWriter writer = kernel.Writer;

    /// <summary>Writes the panels one after the other.</summary>
    /// <param name="body">Writes one, given its vectors and its first unit, an expression.</param>
    public void Write(Action<IReadOnlyList<Piece>, string> body)
    {
        foreach (Panel panel in Panels.Of(units, kernel.Text.Width, Vectors))
        {
            using (kernel.PanelLoop("unit", panel))
            {
                body(panel.Pieces, KernelWriter.Column("unit", panel));
            }
        }
    }

    /// <summary>The index of the parameter of the first unit of a panel, in a kernel whose parameters start at "index".</summary>
    public static string Index(string column) =>
        column == "0" ? "index" : long.TryParse(column, out long first) ? VectorText.Plus("index", first) : $"index + (int){column}";

    /// <summary>Writes a line for each vector of a panel.</summary>
    /// <param name="pieces">The vectors.</param>
    /// <param name="line">The line, given the vector, its index, and the name of its type.</param>
    public void Each(IReadOnlyList<Piece> pieces, Func<Piece, int, string, string> line)
    {
        for (int index = 0; index < pieces.Count; index++)
        {
            writer.Line(line(pieces[index], index, kernel.Text.TypeOf(pieces[index].Bits)));
        }
    }
}
