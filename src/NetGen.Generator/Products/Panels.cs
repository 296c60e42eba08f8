using System.Collections.Generic;
using NetGen.Generator.Text;

namespace NetGen.Generator.Products;

/// <summary>Columns that one tile covers, and how many such runs of columns lie side by side.</summary>
/// <param name="FirstColumn">The first column of the first of them.</param>
/// <param name="Count">How many.</param>
/// <param name="Columns">The columns of each.</param>
/// <param name="Width">The columns of each with the unused lanes of the last vector: the row length of a packed panel.</param>
/// <param name="Pieces">The vectors that cover them.</param>
internal sealed record Panel(int FirstColumn, int Count, int Columns, int Width, IReadOnlyList<Piece> Pieces);

/// <summary>Divides the columns of a matrix among tiles.</summary>
internal static class Panels
{
    /// <summary>Equal panels of some vectors each, and where they leave a rest, one panel for it.</summary>
    public static IReadOnlyList<Panel> Of(int columns, VectorWidth width, int vectors)
    {
        var panels = new List<Panel>();
        int full = vectors * width.Lanes;
        int count = columns / full;
        if (count > 0)
        {
            panels.Add(Make(0, count, full, width));
        }

        if (columns % full > 0)
        {
            panels.Add(Make(count * full, 1, columns % full, width));
        }

        return panels;
    }

    private static Panel Make(int first, int count, int columns, VectorWidth width)
    {
        IReadOnlyList<Piece> pieces = width.Cover(columns);
        Piece last = pieces[pieces.Count - 1];
        return new Panel(first, count, columns, last.Offset + last.Lanes, pieces);
    }
}
