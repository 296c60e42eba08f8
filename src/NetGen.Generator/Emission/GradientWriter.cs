using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>
/// Writes the kernels of the weight and bias gradients of one layer: dW[l] = dZ[l]^T A[l-1], db[l] = sum of dZ[l]. The gradient goes from the registers straight to the optimizer;
/// it is never stored.
/// </summary>
internal sealed class GradientWriter(KernelContext context)
{
    /// <summary>The generic parameter of every method that updates parameters, and its constraint.</summary>
    public const string Optimizer = "TOptimizer";

    private readonly CodeWriter writer = context.Writer;
    private readonly VectorText text = context.Text;

    /// <summary>The constraint of <see cref="Optimizer"/>.</summary>
    public static string Constraint(string element) => $"where {Optimizer} : struct, IOptimizer<{element}>, allows ref struct";

    /// <summary>Writes GradientLayer, its tiles and BiasLayer.</summary>
    public void Write(LayerPlan plan)
    {
        LayerSpec layer = plan.Layer;
        IReadOnlyList<Panel> panels = Panels.Of(layer.Inputs, text.Width, plan.Gradient.Columns);
        List<(int First, int Count, int Units)> groups = UnitGroups(layer.Units, plan.Gradient.Rows);
        WriteLoop(plan, panels, groups);
        foreach (Panel panel in panels)
        {
            foreach ((_, _, int units) in groups)
            {
                WriteTile(layer, panel, units);
            }
        }

        WriteBias(layer);
    }

    /// <summary>Writes the call that updates the parameters behind one accumulator.</summary>
    public static void WriteUpdate(CodeWriter writer, VectorText text, string index, int bits, int used, string value, int offset)
    {
        string at = offset == 0 ? index : $"{index} + {VectorText.Number(offset)}";
        writer.Line(used == text.Width.LanesOf(bits)
            ? $"optimizer.Update(ref parameters, {at}, {value});"
            : $"PartialUpdate.Apply(ref optimizer, ref parameters, {at}, {value}, {used});");
    }

    private static List<(int First, int Count, int Units)> UnitGroups(int units, int tileUnits)
    {
        var groups = new List<(int, int, int)>();
        int full = units / tileUnits;
        if (full > 0)
        {
            groups.Add((0, full, tileUnits));
        }

        if (units % tileUnits > 0)
        {
            groups.Add((full * tileUnits, 1, units % tileUnits));
        }

        return groups;
    }

    private static string TileName(LayerSpec layer, Panel panel, int units) => $"GradientLayer{layer.Number}Tile{units}x{panel.Columns}";

    /// <summary>The tiles in one row, so that any number of workers gets equal shares of them: panel by panel, since the tiles of a panel read the same inputs.</summary>
    private void WriteLoop(LayerPlan plan, IReadOnlyList<Panel> panels, List<(int First, int Count, int Units)> groups)
    {
        LayerSpec layer = plan.Layer;
        int unitTiles = groups.Sum(group => group.Count);
        int panelCount = panels.Sum(panel => panel.Count);
        int weights = context.Memory.Weights[layer.Number];
        int stride = context.Memory.Strides[layer.Number - 1];
        bool copies = context.Memory.CopiesPanels(layer);
        using (context.Kernel(
            $"Layer {layer.Number}: dW{layer.Number} = dZ{layer.Number}' A{layer.Number - 1} and the update of W{layer.Number}: {panelCount} by {unitTiles} outer tiles of {plan.Gradient.Rows} units; "
            + "lanes are inputs, the examples are the inner loop. This is one worker's share.",
            $"void GradientLayer{layer.Number}<{Optimizer}>({context.Refs("delta", "input", "parameters")}{(copies ? ", " + context.Refs("copy") : string.Empty)}, nint examples, ref {Optimizer} optimizer, int part, int parts) {Constraint(text.Element)}"))
        {
            writer.Line($"nint last = (nint)({VectorText.Number((long)panelCount * unitTiles)}L * (part + 1) / parts);");
            if (copies)
            {
                writer.Line("nint copied = -1;");
            }

            using (writer.Block($"for (nint tile = (nint)({VectorText.Number((long)panelCount * unitTiles)}L * part / parts); tile < last; tile++)"))
            {
                int tilePanels = 0;
                string panelIndex = "tile";
                string unitIndex = "0";
                if (unitTiles > 1)
                {
                    writer.Line($"(nint panel, nint unitTile) = Math.DivRem(tile, {unitTiles});");
                    panelIndex = "panel";
                    unitIndex = "unitTile";
                }

                for (int p = 0; p < panels.Count; p++)
                {
                    Panel panel = panels[p];
                    using (Condition(panels.Count, p, $"{panelIndex} < {tilePanels + panel.Count}"))
                    {
                        string column = panel.Count == 1 ? VectorText.Number(panel.FirstColumn) : $"{panelIndex} * {panel.Columns}";
                        writer.Line($"nint column = {column};");
                        if (copies)
                        {
                            using (writer.Block("if (copied != column)"))
                            {
                                writer.Line($"Transposition.CopyRows(ref Unsafe.Add(ref input, column), {stride}, (int)examples, {panel.Columns}, ref copy, {panel.Width});");
                                writer.Line("copied = column;");
                            }
                        }

                        for (int g = 0; g < groups.Count; g++)
                        {
                            (int first, int count, int units) = groups[g];
                            using (Condition(groups.Count, g, $"{unitIndex} < {first / plan.Gradient.Rows + count}"))
                            {
                                string unit = count == 1 ? VectorText.Number(first) : $"({unitIndex} * {units})";
                                string unitOffset = context.Memory.Strides[layer.Number] == 1 || unit == "0" ? "ref delta" : $"ref Unsafe.Add(ref delta, {unit})";
                                string index = $"{weights} + {(unit == "0" ? string.Empty : $"({unit} * {layer.Inputs}) + ")}column";
                                writer.Line($"{TileName(layer, panel, units)}({unitOffset}, {(copies ? "ref copy" : "ref Unsafe.Add(ref input, column)")}, ref parameters, (nuint)({index}), examples, ref optimizer);");
                            }
                        }
                    }

                    tilePanels += panel.Count;
                }
            }
        }
    }

    private IDisposable Condition(int count, int index, string condition)
    {
        if (count == 1)
        {
            return NoScope.Instance;
        }

        return writer.Block(index == 0 ? $"if ({condition})" : "else");
    }

    private void WriteTile(LayerSpec layer, Panel panel, int units)
    {
        using (context.Kernel(
            $"dW{layer.Number} of {units} unit{(units == 1 ? string.Empty : "s")} and {panel.Columns} input{(panel.Columns == 1 ? string.Empty : "s")}, over all examples, and their update.",
            $"void {TileName(layer, panel, units)}<{Optimizer}>({context.Refs("d", "a", "parameters")}, nuint index, nint examples, ref {Optimizer} optimizer) {Constraint(text.Element)}"))
        {
            int inputStep = context.Memory.CopiesPanels(layer) ? panel.Width : context.Memory.Strides[layer.Number - 1];
            var tile = new OuterTile(text, units, panel.Pieces, "d", 1, context.Memory.Strides[layer.Number], "a", inputStep, "examples")
            {
                // each example's dZ is on a page of its own: the next tile's are asked for while this one's are at hand
                ScalarsAhead = context.Memory.IsFarApart(context.Memory.Strides[layer.Number]) ? context.Memory.LineElements : 0,
            };
            tile.Write(writer, piece => text.ZeroOf(panel.Pieces[piece].Bits));
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

    private void WriteBias(LayerSpec layer)
    {
        int stride = context.Memory.Strides[layer.Number];
        using (context.Kernel(
            $"Layer {layer.Number}: db{layer.Number}, the sum of dZ{layer.Number} over the examples, and the update of b{layer.Number}.",
            $"void BiasLayer{layer.Number}<{Optimizer}>({context.Refs("delta", "parameters")}, nint examples, ref {Optimizer} optimizer) {Constraint(text.Element)}"))
        {
            if (stride == 1)
            {
                writer.Line($"{text.Type} sum = {text.Zero};");
                using (writer.Block($"for (nint i = 0; i < examples; i += {text.Lanes})"))
                {
                    writer.Line($"sum += {text.Class}.LoadUnsafe(ref delta, (nuint)i);");
                }

                writer.Line($"optimizer.Update(ref parameters, {context.Memory.Biases[layer.Number]}, HorizontalSum.Of(sum));");
                return;
            }

            foreach (Panel panel in Panels.Of(layer.Units, text.Width, 4))
            {
                using (context.PanelLoop("unit", panel))
                {
                    writer.Line($"ref {text.Element} d = ref Unsafe.Add(ref delta, unit);");
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

                    writer.Line($"nuint index = (nuint)({context.Memory.Biases[layer.Number]} + unit);");
                    for (int piece = 0; piece < panel.Pieces.Count; piece++)
                    {
                        Piece vector = panel.Pieces[piece];
                        WriteUpdate(writer, text, "index", vector.Bits, vector.Used, $"sum{piece}", vector.Offset);
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
