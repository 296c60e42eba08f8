using System;
using System.Collections.Generic;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>Writes the kernels of the forward pass of one layer: A[l] = g(A[l-1] W[l]^T + b[l]), or Z[l] where the activation runs as a pass of its own.</summary>
internal sealed class ForwardWriter(KernelContext context)
{
    /// <summary>The bytes of the first-level cache that the rows of a dot tile may take.</summary>
    private const int DotBlockBytes = 24 * 1024;

    private readonly CodeWriter writer = context.Writer;
    private readonly VectorText text = context.Text;

    /// <summary>Writes ForwardLayer and, where it is needed, ActivateLayer.</summary>
    public void Write(LayerPlan plan)
    {
        if (plan.Forward.Kind == TileKind.Dot)
        {
            WriteDot(plan);
        }
        else
        {
            WriteOuter(plan);
        }

        if (NeedsActivationPass(plan))
        {
            WriteActivation(plan.Layer);
        }
    }

    /// <summary>Whether A[l] is made from Z[l] by a pass of its own: always behind dot tiles, else when the activation is too long to be repeated for every accumulator.</summary>
    public bool NeedsActivationPass(LayerPlan plan) =>
        !IsOutput(plan.Layer) && plan.Layer.Activation != Activation.Linear && (plan.Forward.Kind == TileKind.Dot || !ActivationText.IsCheap(plan.Layer.Activation));

    private bool IsOutput(LayerSpec layer) => layer.Number == context.Network.Layers.Count;

    private static string Signature(KernelContext context, int layer) => $"void ForwardLayer{layer}({context.Refs("input", "weights", "bias", "output")}, nint start, nint end)";

    private void WriteOuter(LayerPlan plan)
    {
        LayerSpec layer = plan.Layer;
        int rows = plan.Forward.Rows;
        bool activates = !IsOutput(layer) && ActivationText.IsCheap(layer.Activation);
        string result = activates && layer.Activation != Activation.Linear ? $"A{layer.Number} = {ActivationText.Name(layer)}(A{layer.Number - 1} W{layer.Number}' + b{layer.Number})" : $"Z{layer.Number} = A{layer.Number - 1} W{layer.Number}' + b{layer.Number}";
        using (context.Kernel(
            $"Layer {layer.Number}, {layer.Inputs} inputs to {layer.Units} units: {result}. Outer tiles of {rows} examples; lanes are units.",
            Signature(context, layer.Number)))
        {
            foreach (Panel panel in Panels.Of(layer.Units, text.Width, plan.Forward.Columns))
            {
                WriteOuterPanel(plan, panel, activates);
            }
        }
    }

    private void WriteOuterPanel(LayerPlan plan, Panel panel, bool activates)
    {
        LayerSpec layer = plan.Layer;
        string units = panel.Count == 1 ? $"{panel.Columns} units from unit {panel.FirstColumn + 1}" : $"{panel.Count} panels of {panel.Columns} units";
        writer.Line($"// {units}");
        using (context.PanelLoop("unit", panel))
        {
            writer.Line($"ref {text.Element} panel = ref Unsafe.Add(ref weights, unit * {layer.Inputs});");
            writer.Line($"ref {text.Element} panelBias = ref Unsafe.Add(ref bias, unit);");
            writer.Line("nint i = start;");
            foreach (int rows in new[] { plan.Forward.Rows, 1 })
            {
                using (writer.Block(rows == 1 ? "for (; i < end; i++)" : $"for (; i + {rows} <= end; i += {rows})"))
                {
                    WriteOuterTile(layer, panel, rows, activates);
                }
            }
        }
    }

    private void WriteOuterTile(LayerSpec layer, Panel panel, int rows, bool activates)
    {
        int inputStride = context.Memory.Strides[layer.Number - 1];
        int outputStride = context.Memory.Strides[layer.Number];
        writer.Line($"ref {text.Element} a = ref Unsafe.Add(ref input, i * {inputStride});");
        writer.Line($"ref {text.Element} w = ref panel;");
        var tile = new OuterTile(text, rows, panel.Pieces, "a", inputStride, 1, "w", panel.Width, VectorText.Number(layer.Inputs));
        tile.Write(writer, piece => VectorText.Load(panel.Pieces[piece].Bits, "panelBias", panel.Pieces[piece].Offset));
        writer.Line($"ref {text.Element} z = ref Unsafe.Add(ref output, (i * {outputStride}) + unit);");
        for (int row = 0; row < rows; row++)
        {
            for (int piece = 0; piece < panel.Pieces.Count; piece++)
            {
                Piece vector = panel.Pieces[piece];
                string value = OuterTile.Accumulator(row, piece);
                if (outputStride == 1)
                {
                    writer.Line($"{VectorText.At("z", row)} = {value}.ToScalar();");
                    continue;
                }

                string result = activates ? ActivationText.Value(layer, text, vector.Bits, value) : value;
                writer.Line(VectorText.Store(result, "z", (row * outputStride) + vector.Offset));
            }
        }
    }

    private void WriteDot(LayerPlan plan)
    {
        LayerSpec layer = plan.Layer;
        int tileRows = plan.Forward.Rows;
        int tileUnits = plan.Forward.Columns;
        int inputStride = context.Memory.Strides[layer.Number - 1];
        int outputStride = context.Memory.Strides[layer.Number];
        int vectors = layer.Inputs / text.Lanes;
        int tail = layer.Inputs % text.Lanes;
        int most = DotBlockBytes / context.Text.Width.ElementSize / tileRows / text.Lanes;
        int blocks = (vectors + most - 1) / most;
        int block = (vectors + blocks - 1) / blocks;
        int rest = vectors % block;
        int fullUnits = layer.Units / tileUnits * tileUnits;

        using (context.Kernel(
            $"Layer {layer.Number}, {layer.Inputs} inputs to {layer.Units} units: Z{layer.Number} = A{layer.Number - 1} W{layer.Number}' + b{layer.Number}. "
            + $"Dot tiles of {tileRows} examples by {tileUnits} units; lanes are inputs, {block * text.Lanes} of them at a time, so that the rows of a tile stay in the first-level cache.",
            Signature(context, layer.Number)))
        {
            writer.Line($"Rows.Fill(ref bias, {layer.Units}, ref Unsafe.Add(ref output, start * {outputStride}), {outputStride}, end - start);");
            writer.Line("nint i = start;");
            foreach (int rows in new[] { tileRows, 1 })
            {
                using (writer.Block(rows == 1 ? "for (; i < end; i++)" : $"for (; i + {rows} <= end; i += {rows})"))
                {
                    writer.Line($"ref {text.Element} x = ref Unsafe.Add(ref input, i * {inputStride});");
                    writer.Line($"ref {text.Element} z = ref Unsafe.Add(ref output, i * {outputStride});");
                    string arguments(string count, bool isLast) => tail == 0 ? count : $"{count}, {(isLast ? "true" : "false")}";
                    if (vectors / block - (rest == 0 && tail > 0 ? 1 : 0) is int full and > 0)
                    {
                        using (writer.Block($"for (nint k = 0; k < {full * block * text.Lanes}; k += {block * text.Lanes})"))
                        {
                            WriteDotUnits(layer, rows, tileUnits, fullUnits, "k", arguments(VectorText.Number(block), false));
                        }
                    }

                    if (rest > 0 || tail > 0)
                    {
                        int first = (vectors - (rest == 0 ? block : rest)) * text.Lanes;
                        WriteDotUnits(layer, rows, tileUnits, fullUnits, VectorText.Number(first), arguments(VectorText.Number(rest == 0 ? block : rest), true));
                    }
                }
            }
        }

        var unitSizes = new List<int>();
        if (fullUnits > 0)
        {
            unitSizes.Add(tileUnits);
        }

        if (fullUnits < layer.Units)
        {
            unitSizes.Add(layer.Units - fullUnits);
        }

        foreach (int units in unitSizes)
        {
            WriteDotTile(layer, tileRows, units, tail);
            WriteDotTile(layer, 1, units, tail);
        }
    }

    private void WriteDotUnits(LayerSpec layer, int rows, int tileUnits, int fullUnits, string k, string count)
    {
        string call(int units, string unit) =>
            $"DotLayer{layer.Number}Tile{rows}x{units}(ref Unsafe.Add(ref x, {k}), ref Unsafe.Add(ref weights, ({unit} * {layer.Inputs}) + {k}), {count}, ref Unsafe.Add(ref z, {unit}));";
        if (fullUnits > 0)
        {
            using (writer.Block($"for (nint unit = 0; unit < {fullUnits}; unit += {tileUnits})"))
            {
                writer.Line(call(tileUnits, "unit"));
            }
        }

        if (fullUnits < layer.Units)
        {
            writer.Line(call(layer.Units - fullUnits, VectorText.Number(fullUnits)));
        }
    }

    private void WriteDotTile(LayerSpec layer, int rows, int units, int tail)
    {
        int inputStride = context.Memory.Strides[layer.Number - 1];
        int outputStride = context.Memory.Strides[layer.Number];
        string parameters = $"{context.Refs("x", "w")}, nint vectors, {(tail > 0 ? "bool isLast, " : string.Empty)}ref {text.Element} z";
        using (context.Kernel(
            $"Adds to Z of {rows} example{(rows == 1 ? string.Empty : "s")} and {units} unit{(units == 1 ? string.Empty : "s")} what some of the inputs give.",
            $"void DotLayer{layer.Number}Tile{rows}x{units}({parameters})"))
        {
            for (int row = 0; row < rows; row++)
            {
                writer.Line($"{text.Type} {Join(units, unit => $"c{row}_{unit} = {text.Zero}")};");
            }

            using (writer.Block("for (nint round = vectors; round > 0; round--)"))
            {
                WriteDotRound(layer, rows, units, row => VectorText.Load(text.Width.Bits, "x", row * inputStride));
                writer.Line($"x = ref Unsafe.Add(ref x, {text.Lanes});");
                writer.Line($"w = ref Unsafe.Add(ref w, {text.Lanes});");
            }

            if (tail > 0)
            {
                using (writer.Block("if (isLast)"))
                {
                    writer.Line($"{text.Type} inside = {text.Class}.LessThan({text.Type}.Indices, {text.Class}.Create({text.Literal(tail)}));");
                    WriteDotRound(layer, rows, units, row => $"{text.Class}.ConditionalSelect(inside, {VectorText.Load(text.Width.Bits, "x", row * inputStride)}, {text.Zero})");
                }
            }

            for (int row = 0; row < rows; row++)
            {
                if (units == 4)
                {
                    int sumBits = text.Width.ElementSize * 4 * 8;
                    string sums = $"HorizontalSum.OfFour({Join(4, unit => $"c{row}_{unit}")})";
                    writer.Line(VectorText.Store($"({VectorText.Load(sumBits, "z", row * outputStride)} + {sums})", "z", row * outputStride));
                    continue;
                }

                for (int unit = 0; unit < units; unit++)
                {
                    writer.Line($"{VectorText.At("z", (row * outputStride) + unit)} += HorizontalSum.Of(c{row}_{unit});");
                }
            }
        }
    }

    private void WriteDotRound(LayerSpec layer, int rows, int units, Func<int, string> load)
    {
        writer.Line($"{text.Type} {Join(rows, row => $"x{row} = {load(row)}")};");
        for (int unit = 0; unit < units; unit++)
        {
            writer.Line($"{text.Type} w{unit} = {VectorText.Load(text.Width.Bits, "w", unit * layer.Inputs)};");
            for (int row = 0; row < rows; row++)
            {
                writer.Line($"c{row}_{unit} = {VectorText.MultiplyAdd($"x{row}", $"w{unit}", $"c{row}_{unit}")};");
            }
        }
    }

    private void WriteActivation(LayerSpec layer)
    {
        int stride = context.Memory.Strides[layer.Number];
        bool keeps = context.Memory.StoresDerivative(layer);
        string names = keeps ? context.Refs("z", "derivative") : context.Refs("z");
        using (context.Kernel(
            $"Layer {layer.Number}: A{layer.Number} = {ActivationText.Name(layer)}(Z{layer.Number}) in place{(keeps ? ", and its derivative beside it" : string.Empty)}.",
            $"void ActivateLayer{layer.Number}({names}, nint start, nint end)"))
        {
            using (writer.Block($"for (nint i = start * {stride}; i < end * {stride}; i += {text.Lanes})"))
            {
                writer.Line($"{text.Type} value = {text.Class}.LoadUnsafe(ref z, (nuint)i);");
                if (keeps)
                {
                    ActivationText.WriteValueAndDerivative(writer, layer, text, text.Width.Bits, "value", "a", "slope");
                    writer.Line("slope.StoreUnsafe(ref derivative, (nuint)i);");
                }
                else
                {
                    writer.Line($"{text.Type} a = {ActivationText.Value(layer, text, text.Width.Bits, "value")};");
                }

                writer.Line("a.StoreUnsafe(ref z, (nuint)i);");
            }
        }
    }

    private static string Join(int count, Func<int, string> item) => string.Join(", ", System.Linq.Enumerable.Select(System.Linq.Enumerable.Range(0, count), item));
}
