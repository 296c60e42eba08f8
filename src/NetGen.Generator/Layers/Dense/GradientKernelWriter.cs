using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Dense;

/// <summary>
/// Writes the kernels of the weight gradients of a layer, dW[l] = dZ[l]^T A[l-1]: the loop over tiles, which workers share, and the tiles.
/// </summary>
internal sealed class GradientKernelWriter
{
    private readonly KernelWriter kernel;
    private readonly CodeWriter writer;
    private readonly VectorText text;
    private readonly UpdateWriter update;
    private readonly GradientPlan plan;
    private readonly LayerLabel label;
    private readonly IReadOnlyList<Panel> panels;
    private readonly IReadOnlyList<UnitGroup> groups;

    public GradientKernelWriter(KernelWriter kernel, int parameterCount, GradientPlan plan, LayerLabel label)
    {
        this.kernel = kernel;
        writer = kernel.Writer;
        text = kernel.Text;
        update = new UpdateWriter(kernel, parameterCount);
        this.plan = plan;
        this.label = label;
        panels = plan.Panels(text.Width);
        groups = plan.Groups;
    }

    /// <summary>Writes GradientLayer and its tiles.</summary>
    public void Write()
    {
        WriteLoop();
        foreach (Panel panel in panels)
        {
            foreach (int units in groups.SelectMany(static group => group.Tiles).Distinct())
            {
                WriteTile(panel, units);
            }
        }
    }

    private string TileName(Panel panel, int units) => $"GradientLayer{label.Suffix}Tile{units}x{panel.Columns}";

    /// <summary>
    /// The tiles in one row, so that any number of workers gets equal shares of them: panel by panel, since the tiles of a panel read the same inputs.
    /// </summary>
    private void WriteLoop()
    {
        int unitGroups = groups.Sum(static group => group.Count);
        int panelCount = panels.Sum(static panel => panel.Count);
        long tiles = (long)panelCount * unitGroups;
        using (kernel.Kernel(Summary(panelCount, unitGroups), Signature()))
        {
            if (plan.CopiesPanels)
            {
                writer.Line("nint copied = -1;");
            }

            if (tiles > 1)
            {
                writer.Line($"nint last = (nint)({VectorText.Number(tiles)}L * (part + 1) / parts);");
            }

            using (writer.Block(tiles == 1
                ? "if (part == parts - 1)"
                : $"for (nint tile = (nint)({VectorText.Number(tiles)}L * part / parts); tile < last; tile++)"))
            {
                if (unitGroups > 1)
                {
                    writer.Line($"(nint panel, nint group) = Math.DivRem(tile, {unitGroups});");
                }

                WritePanels(unitGroups > 1 ? "panel" : "tile");
            }
        }
    }

    private string Summary(int panelCount, int unitGroups) =>
        $"{label.Of("dW")} = {label.Of("dZ")}' {label.OfSource("A")} and the update of {label.Of("W")}: "
        + $"outer tiles of {VectorText.Count(groups[0].Tiles[0], "unit")}, {panelCount} by {unitGroups} {(plan.IsPacked ? "groups" : "tiles")}; "
        + $"lanes are inputs, the examples are the inner loop.{(plan.IsPacked ? " What was updated is packed at once." : string.Empty)} One worker's share.";

    private string Signature()
    {
        List<string> names = ["delta", "input", "parameters"];
        if (plan.Forward is not null)
        {
            names.Add("forwardCopy");
        }

        if (plan.Backward is not null)
        {
            names.Add("backwardCopy");
        }

        if (plan.CopiesPanels)
        {
            names.Add("copy");
        }

        string rows = plan.TilesDeltas ? "nint rows, " : string.Empty;
        return $"void GradientLayer{label.Suffix}<{UpdateWriter.Sink}>({kernel.Refs([.. names])}, int weights, {rows}nint examples, "
            + $"ref {UpdateWriter.Sink} sink, int part, int parts) {update.Constraint}";
    }

    private void WritePanels(string index)
    {
        int end = 0;
        for (int p = 0; p < panels.Count; p++)
        {
            Panel panel = panels[p];
            end += panel.Count;
            OneOf(panels.Count, p, $"{index} < {end}", () =>
            {
                if (panel.Count > 1)
                {
                    writer.Line($"nint column = {index} * {panel.Columns};");
                }

                if (plan.CopiesPanels)
                {
                    WritePanelCopy(panel);
                }

                for (int g = 0; g < groups.Count; g++)
                {
                    UnitGroup group = groups[g];
                    OneOf(groups.Count, g, $"group < {group.Count}", () => WriteGroup(panel, group));
                }
            });
        }
    }

    /// <summary>Writes one of several alternatives, of two at most: in a block of its own only where there is another.</summary>
    private void OneOf(int count, int index, string condition, System.Action write)
    {
        if (count == 1)
        {
            write();
            return;
        }

        using (writer.Block(index == 0 ? $"if ({condition})" : "else"))
        {
            write();
        }
    }

    private void WritePanelCopy(Panel panel)
    {
        string column = KernelWriter.Column("column", panel);
        using (writer.Block($"if (copied != {column})"))
        {
            writer.Line($"Transposition.CopyRows(ref {VectorText.At("input", column)}, {plan.InputStride}, (int)examples, {panel.Columns}, ref copy, "
                + $"{panel.Width});");
            writer.Line($"copied = {column};");
        }
    }

    private void WriteGroup(Panel panel, UnitGroup group)
    {
        string column = KernelWriter.Column("column", panel);
        string input = plan.CopiesPanels ? "ref copy" : $"ref {VectorText.At("input", column)}";
        int first = 0;
        foreach (int units in group.Tiles)
        {
            string unit = Unit(group, first);
            string place = plan.TilesDeltas ? DeltaTile(group, first) : unit == "0" ? string.Empty : unit;
            string delta = place.Length == 0 || plan.DeltaStride == 1 ? "ref delta" : $"ref Unsafe.Add(ref delta, {Bare(place)})";
            writer.Line($"{TileName(panel, units)}({delta}, {input}, ref parameters, {Index(unit, column)}, examples, ref sink);");
            first += units;
        }

        string firstUnit = group.Count == 1 ? VectorText.Number(group.First) : $"group * {group.Units}";
        WritePacking("PackUnits", "forwardCopy", plan.Forward, firstUnit, group.Units, column, panel.Columns);
        WritePacking("PackInputs", "backwardCopy", plan.Backward, firstUnit, group.Units, column, panel.Columns);
    }

    /// <summary>Writes the call that brings the packed copy of some units and some inputs up to date, where there is one.</summary>
    private void WritePacking(string method, string target, PackedCopy? copy, string unit, int units, string input, int inputs)
    {
        if (copy is not null)
        {
            string weights = $"ref Unsafe.Add(ref parameters, weights), {plan.Units}, {plan.Inputs}";
            string panels = $"ref {target}, {copy.PanelWidth}, {copy.LastPanelWidth}";
            writer.Line($"WeightPanels.{method}<{text.Element}, {UpdateWriter.Sink}>({weights}, {unit}, {units}, {input}, {inputs}, {panels});");
        }
    }

    /// <summary>The index of the weight of a unit and an input, both expressions.</summary>
    private string Index(string unit, string input)
    {
        long constant = 0;
        List<string> terms = [];
        foreach (string term in new[] { VectorText.Times(unit, plan.Inputs), input })
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

        terms.Insert(0, "weights");
        if (constant != 0)
        {
            terms.Insert(1, VectorText.Number(constant));
        }

        string sum = string.Join(" + ", terms);
        return terms.Any(static term => term.Contains("group") || term.Contains("column")) ? $"(int)({sum})" : sum;
    }

    /// <summary>An expression without the parentheses around all of it.</summary>
    private static string Bare(string expression) =>
        expression.StartsWith("(", System.StringComparison.Ordinal) && expression.IndexOf(')') == expression.Length - 1
            ? expression.Substring(1, expression.Length - 2)
            : expression;

    /// <summary>A unit of a group, by its distance from the first.</summary>
    private static string Unit(UnitGroup group, int distance) =>
        group.Count == 1 ? VectorText.Number(group.First + distance) : distance == 0 ? $"(group * {group.Units})" : $"((group * {group.Units}) + {distance})";

    /// <summary>Where dZ of such a unit lies in tiles of a line: a group starts where a tile does.</summary>
    private static string DeltaTile(UnitGroup group, int distance)
    {
        int column = distance % GradientPlan.LineUnits;
        string first = Unit(group, distance - column);
        string tile = first == "0" ? string.Empty : $"{first} * rows";
        return column == 0 ? tile : tile.Length == 0 ? VectorText.Number(column) : $"({tile}) + {column}";
    }

    private void WriteTile(Panel panel, int units)
    {
        string signature = $"void {TileName(panel, units)}<{UpdateWriter.Sink}>({kernel.Refs("d", "a", "parameters")}, int index, nint examples, "
            + $"ref {UpdateWriter.Sink} sink) {update.Constraint}";
        using (kernel.Kernel($"{label.Of("dW")} of {VectorText.Count(units, "unit")} and {VectorText.Count(panel.Columns, "input")}, "
            + $"and their update.", signature))
        {
            update.WriteAllParameters();
            if (plan.AreFarWeights)
            {
                writer.Line($"sink.PrefetchRows(all, index, {plan.Inputs}, {units}, {panel.Columns});");
            }

            var tile = new OuterTile(text, units, panel.Pieces, "d", 1, plan.DeltaStep, "a", plan.InputStep(panel), "examples");
            tile.Write(writer, piece => text.ZeroOf(panel.Pieces[piece].Bits));
            update.WriteOwnSink();
            for (int unit = 0; unit < units; unit++)
            {
                for (int piece = 0; piece < panel.Pieces.Count; piece++)
                {
                    Piece vector = panel.Pieces[piece];
                    update.Write("index", vector.Bits, vector.Used, OuterTile.Accumulator(unit, piece), ((long)unit * plan.Inputs) + vector.Offset);
                }
            }
        }
    }
}
