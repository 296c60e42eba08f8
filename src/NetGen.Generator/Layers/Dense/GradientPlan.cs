using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Dense;

/// <summary>Units whose tiles are worked on one after the other, and how many such groups there are.</summary>
/// <param name="First">The first unit of the first group.</param>
/// <param name="Count">How many groups.</param>
/// <param name="Tiles">The units of each tile of a group.</param>
internal sealed record UnitGroup(int First, int Count, IReadOnlyList<int> Tiles)
{
    /// <summary>The units of a group.</summary>
    public int Units => Tiles.Sum();
}

/// <summary>
/// The product of the gradients, dW[l] = dZ[l]^T A[l-1]: units broadcast by vectors of inputs, the examples are the inner loop. Equal plans share one kernel.
/// </summary>
/// <param name="Tile">The tiles.</param>
/// <param name="Inputs">The inputs.</param>
/// <param name="Units">The units.</param>
/// <param name="InputStride">The distance between two rows of A[l-1].</param>
/// <param name="DeltaStride">The distance between two rows of dZ[l].</param>
/// <param name="CopiesPanels">Whether the inputs are taken a panel at a time from a copy.</param>
/// <param name="TilesDeltas">Whether dZ[l] is taken from a copy in tiles of units.</param>
/// <param name="AreFarWeights">Whether a tile asks for its weights, and the optimizer's state, before it adds up their gradient.</param>
/// <param name="Forward">The copy that the forward product reads, which is brought up to date with the update.</param>
/// <param name="Backward">The copy that the backward product reads.</param>
internal sealed record GradientPlan(
    TilePlan Tile,
    int Inputs,
    int Units,
    int InputStride,
    int DeltaStride,
    bool CopiesPanels,
    bool TilesDeltas,
    bool AreFarWeights,
    PackedCopy? Forward,
    PackedCopy? Backward)
{
    /// <summary>
    /// The most units of a tile of a layer of more than a few, and the units of a tile of dZ where it is copied into tiles: their deltas fill no more than a
    /// cache line.
    /// </summary>
    public const int LineUnits = 8;

    /// <summary>Whether the update brings a packed copy up to date.</summary>
    public bool IsPacked => Forward is not null || Backward is not null;

    /// <summary>
    /// Groups of one tile each. Where dZ lies in tiles of a line, a group has as many tiles as fill a line, at least one; where the weights are packed, twice
    /// as many, since a packed row then receives a whole cache line at a time.
    /// </summary>
    public IReadOnlyList<UnitGroup> Groups
    {
        get
        {
            var groups = new List<UnitGroup>();
            int lines = IsPacked ? 2 : 1;
            int tiles = IsPacked || TilesDeltas ? lines * Math.Max(1, LineUnits / Tile.Rows) : 1;
            int full = Units / (Tile.Rows * tiles);
            if (full > 0)
            {
                groups.Add(new UnitGroup(0, full, [.. Enumerable.Repeat(Tile.Rows, tiles)]));
            }

            int first = full * Tile.Rows * tiles;
            int rest = Units - first;
            if (rest > 0)
            {
                int last = rest % Tile.Rows;
                groups.Add(new UnitGroup(first, 1, [.. Enumerable.Repeat(Tile.Rows, rest / Tile.Rows), .. last > 0 ? new[] { last } : []]));
            }

            return groups;
        }
    }

    /// <summary>The panels of inputs.</summary>
    public IReadOnlyList<Panel> Panels(VectorWidth width) => Products.Panels.Of(Inputs, width, Tile.Columns);

    /// <summary>The distance between the inputs of two examples, as a tile walks over them.</summary>
    public int InputStep(Panel panel) => CopiesPanels ? panel.Width : InputStride;

    /// <summary>The distance between the deltas of two examples, as a tile walks over them.</summary>
    public int DeltaStep => TilesDeltas ? LineUnits : DeltaStride;

    /// <summary>The most tiles that workers can share.</summary>
    public long Pieces(VectorWidth width) => (((long)Units - 1) / Tile.Rows + 1) * (((Inputs - 1) / (Tile.Columns * width.Lanes)) + 1);
}
