using NetGen.Generator.Layers;

namespace NetGen.Generator.Step.Tiled;

/// <summary>How a tiled network shares out the examples of a batch.</summary>
internal static class TiledPlan
{
    /// <summary>A multiple of the rows of every tile (8, 6, 4, 3): a share of so many examples leaves none to the shorter tiles.</summary>
    public const int TileRows = 24;

    /// <summary>The examples of a block of which sums over the batch are made: shares of the batch are whole blocks.</summary>
    public const int BlockRows = BatchSumCalls.BlockExamples;

    /// <summary>A multiple of both.</summary>
    public const int BlockShare = 2 * TileRows;

    /// <summary>
    /// The most examples that go through all layers before the next do. More leave the second-level cache between two layers of a hundred units; fewer read the
    /// weights more often.
    /// </summary>
    public const int ExamplesAtOnce = 12 * TileRows;
}
