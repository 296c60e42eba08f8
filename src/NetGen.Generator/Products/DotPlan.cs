using NetGen.Generator.Text;

namespace NetGen.Generator.Products;

/// <summary>
/// A product in dot tiles: lanes run along the inputs, some of the inputs at a time, and the lanes of each accumulator are added up and added to the result.
/// Equal plans have the same code.
/// </summary>
/// <param name="Tile">The tiles.</param>
/// <param name="Inputs">The elements of a row of both operands.</param>
/// <param name="Units">The columns of the result.</param>
/// <param name="InputStride">The distance between two rows of the inputs.</param>
/// <param name="OutputStride">The distance between two rows of the result.</param>
/// <param name="Lanes">The elements of a vector.</param>
/// <param name="Block">The vectors of a block of inputs.</param>
/// <param name="UnitBlock">The units of a block of weights.</param>
/// <param name="PrefetchedRows">
/// The rows of the next examples that each of the tallest tiles asks for, such that the tiles of all units ask for all rows; 0 where nothing is asked for.
/// </param>
internal sealed record DotPlan(TilePlan Tile, int Inputs, int Units, int InputStride, int OutputStride, int Lanes, int Block, int UnitBlock, int PrefetchedRows)
{
    /// <summary>
    /// The bytes that the rows of a tile take, those of the inputs and of the weights together: what a first-level cache of 32 KB holds. Longer blocks evict
    /// the inputs before the next tile reads them, shorter ones add up lanes more often.
    /// </summary>
    private const int BlockBytes = 32 * 1024;

    /// <summary>
    /// The bytes of the weights that all examples pass before the next are read: half of the second-level cache, through whose other half the inputs stream.
    /// </summary>
    private const int WeightBytes = CostModel.SecondLevelCache / 2;

    /// <summary>The inputs after the last full vector.</summary>
    public int Tail => Inputs % Lanes;

    /// <summary>The full vectors of a row of inputs.</summary>
    public int Vectors => Inputs / Lanes;

    /// <summary>The units that full tiles cover.</summary>
    public int FullUnits => Units / Tile.Columns * Tile.Columns;

    /// <summary>The units that are left to a narrower tile.</summary>
    public int RestUnits => Units - FullUnits;

    /// <summary>Whether the inputs are more than one block.</summary>
    public bool HasManyBlocks => Vectors > Block;

    /// <summary>The vectors of the last block; the inputs after the last full vector belong to it.</summary>
    public int LastBlock => Vectors % Block == 0 ? Block : Vectors % Block;

    /// <summary>Whether the weights of a block of inputs are more than may stay in the second-level cache.</summary>
    public bool HasUnitBlocks => FullUnits > UnitBlock;

    /// <summary>Plans the blocks of a product whose tiles are chosen.</summary>
    /// <param name="tile">The tiles.</param>
    /// <param name="inputs">The elements of a row of both operands.</param>
    /// <param name="units">The columns of the result.</param>
    /// <param name="inputStride">The distance between two rows of the inputs.</param>
    /// <param name="outputStride">The distance between two rows of the result.</param>
    /// <param name="width">The width of the vectors.</param>
    /// <param name="isFar">Whether rows of the inputs come from far, and lie on different pages, across which the processor does not prefetch.</param>
    public static DotPlan Of(TilePlan tile, int inputs, int units, int inputStride, int outputStride, VectorWidth width, bool isFar)
    {
        int most = BlockBytes / width.ElementSize / (tile.Rows + tile.Columns) / width.Lanes;
        int block = EqualBlock(inputs, width.Lanes, most);
        int unitBlock = WeightBytes / width.ElementSize / (block * width.Lanes) / tile.Columns * tile.Columns;
        // The tiles of some examples ask for the same block of the next examples, each for some of their rows; so there must be no more tiles than rows.
        int tiles = (units + tile.Columns - 1) / tile.Columns;
        int prefetched = isFar && units <= tile.Rows * tile.Columns ? (tile.Rows + tiles - 1) / tiles : 0;
        return new DotPlan(tile, inputs, units, inputStride, outputStride, width.Lanes, block, unitBlock, prefetched);
    }

    /// <summary>
    /// Whether tiles of so many rows ask for the next examples: the tallest do; the shorter tiles take the last examples, after which there are none to ask
    /// for.
    /// </summary>
    public bool Prefetches(int rows) => PrefetchedRows > 0 && rows == Tile.Rows;

    /// <summary>
    /// The vectors of a block, at most so many. Where no inputs are left after the last full vector, up to a quarter more blocks than the fewest may make them
    /// equal, because the last then needs no text of its own.
    /// </summary>
    private static int EqualBlock(int inputs, int lanes, int most)
    {
        int vectors = inputs / lanes;
        int fewest = (vectors + most - 1) / most;
        for (int blocks = fewest; inputs % lanes == 0 && blocks <= fewest * 5 / 4; blocks++)
        {
            if (vectors % blocks == 0)
            {
                return vectors / blocks;
            }
        }

        return (vectors + fewest - 1) / fewest;
    }
}
