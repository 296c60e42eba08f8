using System.Collections.Generic;
using NetGen.Generator.Text;

namespace NetGen.Generator.Products;

/// <summary>How a matrix product is computed.</summary>
internal enum TileKind
{
    /// <summary>Lanes run along the summed dimension; both operands are read as they lie.</summary>
    Dot,

    /// <summary>Lanes run along the columns of the result; the other operand is broadcast.</summary>
    Outer,
}

/// <summary>
/// A tile of a matrix product. Dot: <paramref name="Rows"/> examples by <paramref name="Columns"/> units.
/// Outer: <paramref name="Rows"/> broadcast rows by <paramref name="Columns"/> vectors.
/// </summary>
/// <param name="Kind">The form.</param>
/// <param name="Rows">The rows of a tile.</param>
/// <param name="Columns">The units (dot) or vectors (outer) of a tile.</param>
/// <param name="Cycles">The cycles that the cost model expects for one example.</param>
internal sealed record TilePlan(TileKind Kind, int Rows, int Columns, double Cycles)
{
    /// <summary>
    /// The rows of the tiles that cover any number of examples: full ones, then single rows; between them, where a full tile has more than four rows, pairs.
    /// Such dot tiles have fours as well, because every pass over the weights reads them from the second-level cache.
    /// </summary>
    public IReadOnlyList<int> RowCounts => Rows == 1 ? [1] : Rows <= 4 ? [Rows, 1] : Kind == TileKind.Dot ? [Rows, 4, 2, 1] : [Rows, 2, 1];

    /// <summary>The tiles, as comments show them.</summary>
    public string Describe(bool isPacked) => Kind == TileKind.Dot
        ? $"dot tiles of {VectorText.Count(Rows, "example")} x {VectorText.Count(Columns, "unit")} ({CostModel.Text(Cycles)} cycles)"
        : $"outer tiles of {VectorText.Count(Rows, "row")} x {VectorText.Count(Columns, "vector")}{(isPacked ? ", packed" : string.Empty)} "
            + $"({CostModel.Text(Cycles)} cycles)";
}
