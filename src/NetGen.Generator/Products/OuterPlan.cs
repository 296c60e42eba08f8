using System.Collections.Generic;
using NetGen.Generator.Text;

namespace NetGen.Generator.Products;

/// <summary>
/// A product in outer tiles: rows of an operand, of which one element after the other is broadcast, times a matrix whose rows are read in vectors, a panel of
/// columns at a time. Equal plans have the same code but for what follows the product.
/// </summary>
/// <param name="Tile">The tiles.</param>
/// <param name="Depth">The elements of a row of the operand, which are summed over.</param>
/// <param name="Columns">The columns of the matrix and of the result.</param>
/// <param name="OperandStride">The distance between two rows of the operand.</param>
/// <param name="ResultStride">The distance between two rows of the result.</param>
/// <param name="IsPacked">Whether the matrix is a copy in which the rows of a panel lie one after the other.</param>
internal sealed record OuterPlan(TilePlan Tile, int Depth, int Columns, int OperandStride, int ResultStride, bool IsPacked)
{
    /// <summary>The panels of columns.</summary>
    public IReadOnlyList<Panel> Panels(VectorWidth width) => Products.Panels.Of(Columns, width, Tile.Columns);

    /// <summary>The distance between two rows of the matrix within a panel.</summary>
    public int MatrixStep(Panel panel) => IsPacked ? panel.Width : Columns;

    /// <summary>How much farther a panel starts for each column before it.</summary>
    public int PanelStep => IsPacked ? Depth : 1;
}
