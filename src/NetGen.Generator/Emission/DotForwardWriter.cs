using System;
using System.Linq;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>
/// Writes the forward pass of a layer in dot tiles: lanes run along the inputs, some of the inputs at a time, and the lanes of each accumulator are added up
/// and added to Z.
/// </summary>
internal sealed class DotForwardWriter
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

    private readonly KernelContext context;
    private readonly CodeWriter writer;
    private readonly VectorText text;
    private readonly DenseSpec layer;
    private readonly TilePlan tile;
    private readonly int inputStride;
    private readonly int outputStride;

    /// <summary>The inputs behind the last full vector.</summary>
    private readonly int tail;

    /// <summary>The full vectors of a row of inputs, and those of a block of them.</summary>
    private readonly int vectors;
    private readonly int block;

    /// <summary>The units that full tiles cover, and those of a block of them.</summary>
    private readonly int fullUnits;
    private readonly int unitBlock;

    public DotForwardWriter(KernelContext context, LayerPlan plan)
    {
        this.context = context;
        writer = context.Writer;
        text = context.Text;
        layer = plan.Layer;
        tile = plan.Forward;
        inputStride = context.Memory.Strides[layer.Number - 1];
        outputStride = context.Memory.Strides[layer.Number];
        tail = layer.Inputs % text.Lanes;
        vectors = layer.Inputs / text.Lanes;
        int most = BlockBytes / text.Width.ElementSize / (tile.Rows + tile.Columns) / text.Lanes;
        block = EqualBlock(most);
        fullUnits = layer.Units / tile.Columns * tile.Columns;
        unitBlock = WeightBytes / text.Width.ElementSize / (block * text.Lanes) / tile.Columns * tile.Columns;
    }

    private int RestUnits => layer.Units - fullUnits;

    /// <summary>The vectors of the last block; the inputs behind the last full vector belong to it.</summary>
    private int LastBlock => vectors % block == 0 ? block : vectors % block;

    private bool HasManyBlocks => vectors > block;

    /// <summary>Whether the weights of a block of inputs are more than may stay in the second-level cache.</summary>
    private bool HasUnitBlocks => fullUnits > unitBlock;

    /// <summary>
    /// Rows of the input that fill pages come from far, and the processor does not prefetch across pages: the tiles of some examples ask for the same block of
    /// the next examples, each for some of their rows; so there must be no more tiles than rows. The shorter tiles take the last examples, behind which there
    /// are none to ask for.
    /// </summary>
    private bool Prefetches(int rows) => rows == tile.Rows && layer.Number == 1 && context.Memory.IsFarApart(inputStride) && layer.Units <= tile.Rows * tile.Columns;

    /// <summary>
    /// The vectors of a block, at most so many. Where no inputs are left behind the last full vector, up to a quarter more blocks than the fewest may make them
    /// equal, because the last then needs no text of its own.
    /// </summary>
    private int EqualBlock(int most)
    {
        int fewest = (vectors + most - 1) / most;
        for (int blocks = fewest; tail == 0 && blocks <= fewest * 5 / 4; blocks++)
        {
            if (vectors % blocks == 0)
            {
                return vectors / blocks;
            }
        }

        return (vectors + fewest - 1) / fewest;
    }

    /// <summary>Writes ForwardLayer and its tiles.</summary>
    public void Write()
    {
        using (context.Kernel(
            $"Layer {layer.Number}, {VectorText.Count(layer.Inputs, "input")} to {VectorText.Count(layer.Units, "unit")}: Z{layer.Number} = A{layer.Number - 1} W{layer.Number}' + b{layer.Number}. "
            + $"Dot tiles of {VectorText.Count(tile.Rows, "example")} by {VectorText.Count(tile.Columns, "unit")}; lanes are inputs, {block * text.Lanes} of them at a time, so that the rows of a tile stay in the first-level cache.",
            ForwardWriter.Signature(context, layer.Number)))
        {
            writer.Line($"Rows.Fill(ref bias, {layer.Units}, ref Unsafe.Add(ref output, {VectorText.Times("start", outputStride)}), {outputStride}, end - start);");
            WriteBlocks();
        }

        foreach (int units in new[] { tile.Columns, RestUnits }.Where(units => units > 0))
        {
            foreach (int rows in tile.RowCounts)
            {
                WriteTile(rows, units);
            }
        }
    }

    /// <summary>Blocks of inputs outermost: the weights of a block are in the second-level cache while all examples pass.</summary>
    private void WriteBlocks()
    {
        if (!HasManyBlocks)
        {
            WriteUnitBlocks(vectors, "0", isLast: true);
            return;
        }

        int last = (vectors - LastBlock) * text.Lanes;
        bool isEven = LastBlock == block && tail == 0;
        using (writer.Block($"for (nint k = 0; k < {(isEven ? vectors * text.Lanes : last)}; k += {block * text.Lanes})"))
        {
            WriteUnitBlocks(block, "k", isLast: isEven);
        }

        if (!isEven)
        {
            using (writer.Block())
            {
                WriteUnitBlocks(LastBlock, VectorText.Number(last), isLast: true);
            }
        }
    }

    /// <summary>Of the inputs from <paramref name="k"/> on: some units at a time, where the weights of all are more than that cache holds.</summary>
    private void WriteUnitBlocks(int count, string k, bool isLast)
    {
        if (!HasUnitBlocks)
        {
            WriteExamples(count, k, isLast);
            return;
        }

        using (writer.Block($"for (nint first = 0; first < {fullUnits}; first += {unitBlock})"))
        {
            writer.Line($"nint behind = {(fullUnits % unitBlock == 0 ? $"first + {unitBlock}" : $"nint.Min(first + {unitBlock}, {fullUnits})")};");
            WriteExamples(count, k, isLast);
        }
    }

    private void WriteExamples(int count, string k, bool isLast)
    {
        writer.Line("nint i = start;");
        foreach (int rows in tile.RowCounts)
        {
            using (context.ExampleLoop(rows))
            {
                string place = VectorText.Times("i", inputStride);
                writer.Line($"ref {text.Element} x = ref Unsafe.Add(ref input, {(k == "0" ? place : $"({place}) + {k}")});");
                writer.Line($"ref {text.Element} z = ref Unsafe.Add(ref output, {VectorText.Times("i", outputStride)});");
                WriteUnits(rows, count, k, isLast);
            }
        }
    }

    private void WriteUnits(int rows, int count, string k, bool isLast)
    {
        string call(int units, string unit)
        {
            string row = unit == "0" ? "0" : unit == "unit" ? $"(unit * {layer.Inputs})" : VectorText.Number((long)fullUnits * layer.Inputs);
            string place = row == "0" ? k : k == "0" ? row.Trim('(', ')') : $"{row} + {k}";
            string ahead = Prefetches(rows) ? ", ref ahead" : string.Empty;
            string end = tail == 0 ? string.Empty : isLast ? ", true" : ", false";
            return $"{TileName(rows, units)}(ref x, ref {At("weights", place)}, {count}, ref {At("z", unit)}{end}{ahead});";
        }

        if (Prefetches(rows))
        {
            writer.Line($"ref {text.Element} ahead = ref Unsafe.Add(ref x, {VectorText.Number((long)rows * inputStride)});");
        }

        string advance = $"ahead = ref Unsafe.Add(ref ahead, {PrefetchedRows * inputStride});";
        if (fullUnits == tile.Columns)
        {
            writer.Line(call(tile.Columns, "0"));
            if (Prefetches(rows) && RestUnits > 0)
            {
                writer.Line(advance);
            }
        }
        else if (fullUnits > 0)
        {
            using (writer.Block($"for (nint unit = {(HasUnitBlocks ? "first" : "0")}; unit < {(HasUnitBlocks ? "behind" : VectorText.Number(fullUnits))}; unit += {tile.Columns})"))
            {
                writer.Line(call(tile.Columns, "unit"));
                if (Prefetches(rows))
                {
                    writer.Line(advance);
                }
            }
        }

        if (RestUnits > 0)
        {
            string rest = call(RestUnits, VectorText.Number(fullUnits));
            if (!HasUnitBlocks)
            {
                writer.Line(rest);
                return;
            }

            using (writer.Block($"if (behind == {fullUnits})"))
            {
                writer.Line(rest);
            }
        }
    }

    private static string At(string reference, string place) => place == "0" ? reference : $"Unsafe.Add(ref {reference}, {place})";

    /// <summary>The rows of the next examples that each tile asks for, such that the tiles of all units ask for all rows.</summary>
    private int PrefetchedRows
    {
        get
        {
            int tiles = (layer.Units + tile.Columns - 1) / tile.Columns;
            return (tile.Rows + tiles - 1) / tiles;
        }
    }

    private string TileName(int rows, int units) => $"DotLayer{layer.Number}Tile{rows}x{units}";

    private void WriteTile(int rows, int units)
    {
        string parameters = $"{context.Refs("x", "w")}, nint vectors, {context.Refs("z")}{(tail > 0 ? ", bool isLast" : string.Empty)}{(Prefetches(rows) ? ", " + context.Refs("ahead") : string.Empty)}";
        using (context.Kernel(
            $"Adds to Z of {VectorText.Count(rows, "example")} and {VectorText.Count(units, "unit")} what some of the inputs give.",
            $"void {TileName(rows, units)}({parameters})"))
        {
            for (int row = 0; row < rows; row++)
            {
                writer.Line($"{text.Type} {VectorText.Join(units, unit => $"c{row}_{unit} = {(unit == 0 ? text.Zero : $"c{row}_0")}")};");
            }

            using (writer.Block("for (nint round = vectors; round > 0; round--)"))
            {
                for (int row = 0; Prefetches(rows) && row < PrefetchedRows; row++)
                {
                    writer.Line($"Prefetch.Far(ref {VectorText.At("ahead", row * inputStride)});");
                }

                WriteRound(rows, units, row => VectorText.Load(text.Width.Bits, "x", row * inputStride));
                foreach (string moved in Prefetches(rows) ? new[] { "x", "w", "ahead" } : ["x", "w"])
                {
                    writer.Line($"{moved} = ref Unsafe.Add(ref {moved}, {text.Lanes});");
                }
            }

            if (tail > 0)
            {
                using (writer.Block("if (isLast)"))
                {
                    writer.Line($"{text.Type} inside = LessThan({text.Type}.Indices, {text.Class}.Create({text.Literal(tail)}));");
                    WriteRound(rows, units, row => $"ConditionalSelect(inside, {VectorText.Load(text.Width.Bits, "x", row * inputStride)}, {text.Zero})");
                }
            }

            for (int row = 0; row < rows; row++)
            {
                WriteSums(row, units);
            }
        }
    }

    private void WriteRound(int rows, int units, Func<int, string> load)
    {
        writer.Line($"{text.Type} {VectorText.Join(rows, row => $"x{row} = {load(row)}")};");
        for (int unit = 0; unit < units; unit++)
        {
            writer.Line($"{text.Type} w{unit} = {VectorText.Load(text.Width.Bits, "w", unit * layer.Inputs)};");
            for (int row = 0; row < rows; row++)
            {
                writer.Line($"c{row}_{unit} = {VectorText.MultiplyAdd($"x{row}", $"w{unit}", $"c{row}_{unit}")};");
            }
        }
    }

    private void WriteSums(int row, int units)
    {
        if (units == 4)
        {
            int sumBits = text.Width.ElementSize * 4 * 8;
            string sums = $"HorizontalSum.OfFour({VectorText.Join(4, unit => $"c{row}_{unit}")})";
            writer.Line(VectorText.Store(Expression.Sum($"{VectorText.Load(sumBits, "z", row * outputStride)} + {sums}"), "z", row * outputStride));
            return;
        }

        for (int unit = 0; unit < units; unit++)
        {
            writer.Line($"{VectorText.At("z", (row * outputStride) + unit)} += HorizontalSum.Of(c{row}_{unit});");
        }
    }
}
