using System.Collections.Generic;
using NetGen.Generator.Layers.Dense;

namespace NetGen.Generator.Planning;

/// <summary>How a matrix product of a layer is computed.</summary>
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
/// <param name="PackedOffset">Where the packed copy of the weights starts; negative when the weights are read where they lie.</param>
/// <param name="Cycles">The cycles that the cost model expects for one example.</param>
internal sealed record TilePlan(TileKind Kind, int Rows, int Columns, int PackedOffset, double Cycles)
{
    /// <summary>Whether the tiles read a packed copy of the weights.</summary>
    public bool IsPacked => PackedOffset >= 0;

    /// <summary>
    /// The rows of the tiles that cover any number of examples: full ones, then single rows; between them, where a full tile has more than four rows, pairs.
    /// Such dot tiles have fours as well, because every pass over the weights reads them from the second-level cache.
    /// </summary>
    public IReadOnlyList<int> RowCounts => Rows == 1 ? [1] : Rows <= 4 ? [Rows, 1] : Kind == TileKind.Dot ? [Rows, 4, 2, 1] : [Rows, 2, 1];
}

/// <summary>The tiles of one layer.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Forward">Z[l] = A[l-1] W[l]^T + b[l].</param>
/// <param name="Backward">dA[l-1] = dZ[l] W[l]; null for the first layer, whose input needs no gradient.</param>
/// <param name="Gradient">dW[l] = dZ[l]^T A[l-1]: units broadcast by vectors of inputs, the examples are the inner loop.</param>
internal sealed record LayerPlan(DenseSpec Layer, TilePlan Forward, TilePlan? Backward, TilePlan Gradient)
{
    /// <summary>Whether there is a packed copy of the weights, which a step brings up to date tile by tile.</summary>
    public bool IsPacked => Forward.IsPacked || Backward is { IsPacked: true };
}
