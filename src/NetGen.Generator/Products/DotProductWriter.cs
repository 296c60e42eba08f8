using System;
using System.Linq;
using NetGen.Generator.Text;

namespace NetGen.Generator.Products;

/// <summary>
/// Writes a product in dot tiles: lanes run along the inputs, some of the inputs at a time, and the lanes of each accumulator are added up and added to Z.
/// </summary>
/// <param name="kernel">Where to.</param>
/// <param name="plan">The product.</param>
/// <param name="name">What the names of its tiles start with.</param>
internal sealed class DotProductWriter(KernelWriter kernel, DotPlan plan, string name)
{
    private readonly CodeWriter writer = kernel.Writer;
    private readonly VectorText text = kernel.Text;
    private readonly TilePlan tile = plan.Tile;

    /// <summary>Writes the kernel and its tiles.</summary>
    /// <param name="product">What it computes.</param>
    /// <param name="signature">The signature of the kernel.</param>
    public void Write(string product, string signature)
    {
        using (kernel.Kernel(
            $"{product} Dot tiles of {VectorText.Count(tile.Rows, "example")} by {VectorText.Count(tile.Columns, "unit")}; lanes are inputs, "
            + $"{plan.Block * text.Lanes} of them at a time, so that the rows of a tile stay in the first-level cache.",
            signature))
        {
            writer.Line($"Rows.Fill(ref bias, {plan.Units}, ref Unsafe.Add(ref output, {VectorText.Times("start", plan.OutputStride)}), "
                + $"{plan.OutputStride}, end - start);");
            WriteBlocks();
        }

        foreach (int units in new[] { tile.Columns, plan.RestUnits }.Where(units => units > 0))
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
        if (!plan.HasManyBlocks)
        {
            WriteUnitBlocks(plan.Vectors, "0", isLast: true);
            return;
        }

        int last = (plan.Vectors - plan.LastBlock) * text.Lanes;
        bool isEven = plan.LastBlock == plan.Block && plan.Tail == 0;
        using (kernel.StepLoop("k", isEven ? plan.Vectors * text.Lanes : last, plan.Block * text.Lanes))
        {
            WriteUnitBlocks(plan.Block, "k", isLast: isEven);
        }

        if (!isEven)
        {
            using (writer.Block())
            {
                WriteUnitBlocks(plan.LastBlock, VectorText.Number(last), isLast: true);
            }
        }
    }

    /// <summary>Of the inputs from <paramref name="k"/> on: some units at a time, where the weights of all are more than that cache holds.</summary>
    private void WriteUnitBlocks(int count, string k, bool isLast)
    {
        if (!plan.HasUnitBlocks)
        {
            WriteExamples(count, k, isLast);
            return;
        }

        using (writer.Block($"for (nint first = 0; first < {plan.FullUnits}; first += {plan.UnitBlock})"))
        {
            string next = $"first + {plan.UnitBlock}";
            writer.Line($"nint unitEnd = {(plan.FullUnits % plan.UnitBlock == 0 ? next : $"nint.Min({next}, {plan.FullUnits})")};");
            WriteExamples(count, k, isLast);
        }
    }

    private void WriteExamples(int count, string k, bool isLast)
    {
        writer.Line("nint i = start;");
        foreach (int rows in tile.RowCounts)
        {
            using (kernel.ExampleLoop(rows))
            {
                string place = VectorText.Times("i", plan.InputStride);
                writer.Line($"ref {text.Element} x = ref Unsafe.Add(ref input, {(k == "0" ? place : $"({place}) + {k}")});");
                writer.Line($"ref {text.Element} z = ref Unsafe.Add(ref output, {VectorText.Times("i", plan.OutputStride)});");
                WriteUnits(rows, count, k, isLast);
            }
        }
    }

    private void WriteUnits(int rows, int count, string k, bool isLast)
    {
        string call(int units, string unit)
        {
            string row = unit == "0" ? "0" : unit == "unit" ? $"(unit * {plan.Inputs})" : VectorText.Number((long)plan.FullUnits * plan.Inputs);
            string place = row == "0" ? k : k == "0" ? row.Trim('(', ')') : $"{row} + {k}";
            string ahead = plan.Prefetches(rows) ? ", ref ahead" : string.Empty;
            string end = plan.Tail == 0 ? string.Empty : isLast ? ", true" : ", false";
            return $"{TileName(rows, units)}(ref x, ref {VectorText.At("weights", place)}, {count}, ref {VectorText.At("z", unit)}{end}{ahead});";
        }

        if (plan.Prefetches(rows))
        {
            writer.Line($"ref {text.Element} ahead = ref {VectorText.At("x", (long)rows * plan.InputStride)};");
        }

        string advance = $"ahead = ref {VectorText.At("ahead", (long)plan.PrefetchedRows * plan.InputStride)};";
        if (plan.FullUnits == tile.Columns)
        {
            writer.Line(call(tile.Columns, "0"));
            if (plan.Prefetches(rows) && plan.RestUnits > 0)
            {
                writer.Line(advance);
            }
        }
        else if (plan.FullUnits > 0)
        {
            using (writer.Block($"for (nint unit = {(plan.HasUnitBlocks ? "first" : "0")}; "
                + $"unit < {(plan.HasUnitBlocks ? "unitEnd" : VectorText.Number(plan.FullUnits))}; unit += {tile.Columns})"))
            {
                writer.Line(call(tile.Columns, "unit"));
                if (plan.Prefetches(rows))
                {
                    writer.Line(advance);
                }
            }
        }

        if (plan.RestUnits > 0)
        {
            string rest = call(plan.RestUnits, VectorText.Number(plan.FullUnits));
            if (!plan.HasUnitBlocks)
            {
                writer.Line(rest);
                return;
            }

            using (writer.Block($"if (unitEnd == {plan.FullUnits})"))
            {
                writer.Line(rest);
            }
        }
    }

    private string TileName(int rows, int units) => $"{name}Tile{rows}x{units}";

    private void WriteTile(int rows, int units)
    {
        string parameters = $"{kernel.Refs("x", "w")}, nint vectors, "
            + $"{kernel.Refs("z")}{(plan.Tail > 0 ? ", bool isLast" : string.Empty)}{(plan.Prefetches(rows) ? ", " + kernel.Refs("ahead") : string.Empty)}";
        using (kernel.Kernel(
            $"Adds to Z of {VectorText.Count(rows, "example")} and {VectorText.Count(units, "unit")} what some of the inputs give.",
            $"void {TileName(rows, units)}({parameters})"))
        {
            for (int row = 0; row < rows; row++)
            {
                writer.Line($"{text.Type} {VectorText.Join(units, unit => $"c{row}_{unit} = {(unit == 0 ? text.Zero : $"c{row}_0")}")};");
            }

            using (writer.Block("for (nint round = vectors; round > 0; round--)"))
            {
                for (int row = 0; plan.Prefetches(rows) && row < plan.PrefetchedRows; row++)
                {
                    writer.Line($"Prefetch.Far(ref {VectorText.At("ahead", (long)row * plan.InputStride)});");
                }

                WriteRound(rows, units, Load);
                foreach (string moved in plan.Prefetches(rows) ? new[] { "x", "w", "ahead" } : ["x", "w"])
                {
                    writer.Line($"{moved} = ref Unsafe.Add(ref {moved}, {text.Lanes});");
                }
            }

            if (plan.Tail > 0)
            {
                using (writer.Block("if (isLast)"))
                {
                    writer.Line($"{text.Type} inside = LessThan({text.Type}.Indices, {text.Class}.Create({text.Literal(plan.Tail)}));");
                    WriteRound(rows, units, row => $"ConditionalSelect(inside, {Load(row)}, {text.Zero})");
                }
            }

            for (int row = 0; row < rows; row++)
            {
                WriteSums(row, units);
            }
        }
    }

    /// <summary>The load of a vector of inputs of a row.</summary>
    private string Load(int row) => VectorText.Load(text.Width.Bits, "x", (long)row * plan.InputStride);

    private void WriteRound(int rows, int units, Func<int, string> load)
    {
        writer.Line($"{text.Type} {VectorText.Join(rows, row => $"x{row} = {load(row)}")};");
        for (int unit = 0; unit < units; unit++)
        {
            writer.Line($"{text.Type} w{unit} = {VectorText.Load(text.Width.Bits, "w", (long)unit * plan.Inputs)};");
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
            long place = (long)row * plan.OutputStride;
            writer.Line(VectorText.Store(Expression.Sum($"{VectorText.Load(sumBits, "z", place)} + {sums}"), "z", place));
            return;
        }

        for (int unit = 0; unit < units; unit++)
        {
            writer.Line($"{VectorText.At("z", ((long)row * plan.OutputStride) + unit)} += HorizontalSum.Of(c{row}_{unit});");
        }
    }
}
