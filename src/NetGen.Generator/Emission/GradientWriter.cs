using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>
/// Writes the kernels of the weight and bias gradients of one layer: dW[l] = dZ[l]^T A[l-1], db[l] = sum of dZ[l]. The gradient goes from the registers
/// straight to the optimizer; it is never stored.
/// </summary>
internal sealed class GradientWriter(KernelContext context)
{
    /// <summary>The generic parameter of every method that updates parameters, and its constraint.</summary>
    public const string Optimizer = "T";

    private readonly CodeWriter writer = context.Writer;
    private readonly VectorText text = context.Text;

    /// <summary>The constraint of <see cref="Optimizer"/>.</summary>
    public static string Constraint(string element) => $"where {Optimizer} : struct, {EmittedFile.SinkAlias(element)}, allows ref struct";

    /// <summary>Writes GradientLayer, its tiles and BiasLayer.</summary>
    public void Write(LayerPlan plan)
    {
        DenseSpec layer = plan.Layer;
        IReadOnlyList<Panel> panels = Panels.Of(layer.Inputs, text.Width, plan.Gradient.Columns);
        List<UnitGroup> groups = UnitGroups(plan);
        WriteLoop(plan, panels, groups);
        foreach (Panel panel in panels)
        {
            foreach (int units in groups.SelectMany(group => group.Tiles).Distinct())
            {
                WriteTile(layer, panel, units);
            }
        }

        WriteBias(layer);
    }

    /// <summary>
    /// Writes the span of all parameters that updates are given. Its length is a constant, so that the bounds that an optimizer checks cost one compare for a
    /// piece.
    /// </summary>
    public static void WriteAllParameters(CodeWriter writer, KernelContext context) =>
        writer.Line(
            $"{EmittedFile.SpanAlias(context.Element)} all = MemoryMarshal.CreateSpan(ref parameters, {VectorText.Number(context.Parameters.Count)});");

    /// <summary>
    /// Writes the copy of the optimizer that updates are made with: no store can change it, so what one update has read and checked is not read and checked by
    /// the next.
    /// </summary>
    public static void WriteOwnOptimizer(CodeWriter writer) => writer.Line($"{Optimizer} own = optimizer;");

    /// <summary>Writes the call that updates the parameters behind one accumulator, in the scope of the two above.</summary>
    public static void WriteUpdate(CodeWriter writer, VectorText text, string index, int bits, int used, string value, int offset)
    {
        string at = offset == 0 ? index : $"{index} + {VectorText.Number(offset)}";
        writer.Line(used == text.Width.LanesOf(bits)
            ? $"own.Update(all, {at}, {value});"
            : $"PartialUpdate.Apply(ref own, all, {at}, {value}, {used});");
    }

    /// <summary>Units whose tiles are worked on one after the other, and how many such groups there are.</summary>
    private sealed record UnitGroup(int First, int Count, IReadOnlyList<int> Tiles)
    {
        public int Units => Tiles.Sum();
    }

    /// <summary>
    /// Groups of one tile each. Where dZ lies in tiles of a line, a group has as many tiles as fill a line, at least one; where the weights are packed, twice
    /// as many, since a packed row then receives a whole cache line at a time.
    /// </summary>
    private List<UnitGroup> UnitGroups(LayerPlan plan)
    {
        var groups = new List<UnitGroup>();
        int lines = plan.IsPacked ? 2 : 1;
        int tiles = plan.IsPacked || context.Memory.TilesDeltas(plan.Layer) ? lines * Math.Max(1, Planner.LineUnits / plan.Gradient.Rows) : 1;
        int full = plan.Layer.Units / (plan.Gradient.Rows * tiles);
        if (full > 0)
        {
            groups.Add(new UnitGroup(0, full, [.. Enumerable.Repeat(plan.Gradient.Rows, tiles)]));
        }

        int first = full * plan.Gradient.Rows * tiles;
        int rest = plan.Layer.Units - first;
        if (rest > 0)
        {
            int whole = rest / plan.Gradient.Rows;
            int last = rest % plan.Gradient.Rows;
            groups.Add(new UnitGroup(first, 1, [.. Enumerable.Repeat(plan.Gradient.Rows, whole), .. last > 0 ? new[] { last } : []]));
        }

        return groups;
    }

    private static string TileName(DenseSpec layer, Panel panel, int units) => $"GradientLayer{layer.Number}Tile{units}x{panel.Columns}";

    /// <summary>
    /// The tiles in one row, so that any number of workers gets equal shares of them: panel by panel, since the tiles of a panel read the same inputs.
    /// </summary>
    private void WriteLoop(LayerPlan plan, IReadOnlyList<Panel> panels, List<UnitGroup> groups)
    {
        DenseSpec layer = plan.Layer;
        int unitGroups = groups.Sum(group => group.Count);
        int panelCount = panels.Sum(panel => panel.Count);
        bool copies = context.Memory.CopiesPanels(layer);
        string count = VectorText.Number((long)panelCount * unitGroups);
        string refs = context.Refs("delta", "input", "parameters") + (plan.IsPacked ? ", " + context.Refs("packed") : string.Empty) + (copies ? ", " + context.Refs("copy") : string.Empty);
        string rows = context.Memory.TilesDeltas(layer) ? "nint rows, " : string.Empty;
        using (context.Kernel(
            $"dW{layer.Number} = dZ{layer.Number}' A{layer.Number - 1} and the update of W{layer.Number}: outer tiles of {VectorText.Count(groups[0].Tiles[0], "unit")}, {panelCount} by {unitGroups} {(plan.IsPacked ? "groups" : "tiles")}; "
            + $"lanes are inputs, the examples are the inner loop.{(plan.IsPacked ? " What was updated is packed at once." : string.Empty)} One worker's share.",
            $"void GradientLayer{layer.Number}<{Optimizer}>({refs}, {rows}nint examples, ref {Optimizer} optimizer, int part, int parts) {Constraint(text.Element)}"))
        {
            if (copies)
            {
                writer.Line("nint copied = -1;");
            }

            bool isOnly = (long)panelCount * unitGroups == 1;
            if (!isOnly)
            {
                writer.Line($"nint last = (nint)({count}L * (part + 1) / parts);");
            }

            using (writer.Block(isOnly ? "if (part == parts - 1)" : $"for (nint tile = (nint)({count}L * part / parts); tile < last; tile++)"))
            {
                if (unitGroups > 1)
                {
                    writer.Line($"(nint panel, nint group) = Math.DivRem(tile, {unitGroups});");
                }

                int tilePanels = 0;
                for (int p = 0; p < panels.Count; p++)
                {
                    Panel panel = panels[p];
                    string panelIndex = unitGroups > 1 ? "panel" : "tile";
                    using (Condition(panels.Count, p, $"{panelIndex} < {tilePanels + panel.Count}"))
                    {
                        if (panel.Count > 1)
                        {
                            writer.Line($"nint column = {panelIndex} * {panel.Columns};");
                        }

                        if (copies)
                        {
                            WritePanelCopy(layer, panel);
                        }

                        for (int g = 0; g < groups.Count; g++)
                        {
                            using (Condition(groups.Count, g, $"group < {groups[g].Count}"))
                            {
                                WriteGroup(plan, panel, groups[g]);
                            }
                        }
                    }

                    tilePanels += panel.Count;
                }
            }
        }
    }

    private void WritePanelCopy(DenseSpec layer, Panel panel)
    {
        string column = KernelContext.Column("column", panel);
        using (writer.Block($"if (copied != {column})"))
        {
            writer.Line($"Transposition.CopyRows(ref {VectorText.At("input", column)}, {context.Memory.Strides[layer.Number - 1]}, (int)examples, {panel.Columns}, ref copy, {panel.Width});");
            writer.Line($"copied = {column};");
        }
    }

    private void WriteGroup(LayerPlan plan, Panel panel, UnitGroup group)
    {
        DenseSpec layer = plan.Layer;
        string column = KernelContext.Column("column", panel);
        string input = context.Memory.CopiesPanels(layer) ? "ref copy" : $"ref {VectorText.At("input", column)}";
        int first = 0;
        foreach (int units in group.Tiles)
        {
            string unit = Unit(group, first);
            string place = context.Memory.TilesDeltas(layer) ? DeltaTile(group, first) : unit == "0" ? string.Empty : unit;
            string delta = place.Length == 0 || context.Memory.Strides[layer.Number] == 1 ? "ref delta" : $"ref Unsafe.Add(ref delta, {place})";
            writer.Line($"{TileName(layer, panel, units)}({delta}, {input}, ref parameters, {Index(layer, unit, column)}, examples, ref optimizer);");
            first += units;
        }

        new PackWriter(context).WriteTile(plan, group.Count == 1 ? VectorText.Number(group.First) : $"group * {group.Units}", group.Units, column, panel.Columns);
    }

    /// <summary>The index of the weight of a unit and an input, both expressions.</summary>
    private string Index(DenseSpec layer, string unit, string input)
    {
        string row = VectorText.Times(unit, layer.Inputs);
        long constant = context.Parameters.Weights(layer);
        var terms = new List<string>();
        foreach (string term in new[] { row, input })
        {
            if (long.TryParse(term, out long number))
            {
                constant += number;
            }
            else
            {
                terms.Add(term.Contains(" ") ? $"({term})" : term);
            }
        }

        string sum = VectorText.Plus(constant, string.Join(" + ", terms));
        return terms.Count == 0 ? sum : $"(int)({sum})";
    }

    /// <summary>A unit of a group, by its distance from the first.</summary>
    private static string Unit(UnitGroup group, int distance) =>
        group.Count == 1 ? VectorText.Number(group.First + distance) : distance == 0 ? $"(group * {group.Units})" : $"((group * {group.Units}) + {distance})";

    /// <summary>Where dZ of such a unit lies in tiles of a line: a group starts where a tile does.</summary>
    private static string DeltaTile(UnitGroup group, int distance)
    {
        int column = distance % Planner.LineUnits;
        string first = Unit(group, distance - column);
        string tile = first == "0" ? string.Empty : $"{first} * rows";
        return column == 0 ? tile : tile.Length == 0 ? VectorText.Number(column) : $"({tile}) + {column}";
    }

    private IDisposable Condition(int count, int index, string condition)
    {
        if (count == 1)
        {
            return NoScope.Instance;
        }

        return writer.Block(index == 0 ? $"if ({condition})" : "else");
    }

    private void WriteTile(DenseSpec layer, Panel panel, int units)
    {
        using (context.Kernel(
            $"dW{layer.Number} of {VectorText.Count(units, "unit")} and {VectorText.Count(panel.Columns, "input")}, and their update.",
            $"void {TileName(layer, panel, units)}<{Optimizer}>({context.Refs("d", "a", "parameters")}, int index, nint examples, ref {Optimizer} optimizer) "
            + Constraint(text.Element)))
        {
            WriteAllParameters(writer, context);
            int inputStep = context.Memory.CopiesPanels(layer) ? panel.Width : context.Memory.Strides[layer.Number - 1];
            int deltaStep = context.Memory.TilesDeltas(layer) ? Planner.LineUnits : context.Memory.Strides[layer.Number];
            if (context.Memory.AreFarWeights(layer))
            {
                writer.Line($"optimizer.PrefetchRows(all, index, {layer.Inputs}, {units}, {panel.Columns});");
            }

            var tile = new OuterTile(text, units, panel.Pieces, "d", 1, deltaStep, "a", inputStep, "examples");
            tile.Write(writer, piece => text.ZeroOf(panel.Pieces[piece].Bits));
            WriteOwnOptimizer(writer);
            for (int unit = 0; unit < units; unit++)
            {
                for (int piece = 0; piece < panel.Pieces.Count; piece++)
                {
                    Piece vector = panel.Pieces[piece];
                    WriteUpdate(writer, text, "index", vector.Bits, vector.Used, OuterTile.Accumulator(unit, piece), (unit * layer.Inputs) + vector.Offset);
                }
            }
        }
    }

    private void WriteBias(DenseSpec layer)
    {
        int stride = context.Memory.Strides[layer.Number];
        using (context.Kernel(
            $"db{layer.Number}, the sum of dZ{layer.Number} over the examples, and the update of b{layer.Number}.",
            $"void BiasLayer{layer.Number}<{Optimizer}>({context.Refs("delta", "parameters")}, nint examples, ref {Optimizer} optimizer) {Constraint(text.Element)}"))
        {
            WriteAllParameters(writer, context);
            if (stride == 1)
            {
                writer.Line($"{text.Type} sum = {text.Zero};");
                using (writer.Block($"for (nint i = 0; i < examples; i += {text.Lanes})"))
                {
                    writer.Line($"sum += {text.Class}.LoadUnsafe(ref delta, (nuint)i);");
                }

                WriteOwnOptimizer(writer);
                writer.Line($"own.Update(all, {context.Parameters.Biases(layer)}, HorizontalSum.Of(sum));");
                return;
            }

            WriteOwnOptimizer(writer);
            foreach (Panel panel in Panels.Of(layer.Units, text.Width, 4))
            {
                using (context.PanelLoop("unit", panel))
                {
                    string unit = KernelContext.Column("unit", panel);
                    writer.Line($"ref {text.Element} d = ref {VectorText.At("delta", unit)};");
                    for (int piece = 0; piece < panel.Pieces.Count; piece++)
                    {
                        writer.Line($"{text.TypeOf(panel.Pieces[piece].Bits)} sum{piece} = {text.ZeroOf(panel.Pieces[piece].Bits)};");
                    }

                    using (writer.Block("for (nint i = examples; i > 0; i--)"))
                    {
                        for (int piece = 0; piece < panel.Pieces.Count; piece++)
                        {
                            writer.Line($"sum{piece} += {VectorText.Load(panel.Pieces[piece].Bits, "d", panel.Pieces[piece].Offset)};");
                        }

                        writer.Line($"d = ref Unsafe.Add(ref d, {stride});");
                    }

                    bool isLooped = panel.Count > 1;
                    int first = context.Parameters.Biases(layer) + panel.FirstColumn;
                    if (isLooped)
                    {
                        writer.Line($"int index = (int)({VectorText.Plus(context.Parameters.Biases(layer), "unit")});");
                    }

                    for (int piece = 0; piece < panel.Pieces.Count; piece++)
                    {
                        Piece vector = panel.Pieces[piece];
                        string index = isLooped ? "index" : VectorText.Number(first + vector.Offset);
                        WriteUpdate(writer, text, index, vector.Bits, vector.Used, $"sum{piece}", isLooped ? vector.Offset : 0);
                    }
                }
            }
        }
    }

    private sealed class NoScope : IDisposable
    {
        public static readonly NoScope Instance = new();

        public void Dispose()
        {
        }
    }
}
