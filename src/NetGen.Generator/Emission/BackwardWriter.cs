using NetGen.Generator.Activations;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>Writes the kernel that takes the gradient through one layer: dZ[l-1] = (dZ[l] W[l]) * g'(Z[l-1]).</summary>
internal sealed class BackwardWriter(KernelContext context)
{
    private readonly CodeWriter writer = context.Writer;
    private readonly VectorText text = context.Text;

    /// <summary>Writes BackwardLayer of a layer above the first.</summary>
    public void Write(LayerPlan plan)
    {
        DenseSpec layer = plan.Layer;
        DenseSpec below = context.Network.Dense(layer.Number - 1);
        TilePlan tile = plan.Backward!;
        string names = context.Refs("delta", "weights", "activation") + (context.Memory.StoresDerivative(below) ? ", " + context.Refs("derivative") : string.Empty) + ", " + context.Refs("result");
        using (context.Kernel(
            $"Layer {layer.Number}: dZ{below.Number} = (dZ{layer.Number} W{layer.Number}) * {ActivationFacts.Of(below.Activation).Word}'(Z{below.Number}). Outer tiles of {VectorText.Count(tile.Rows, "example")}; lanes are inputs.",
            $"void BackwardLayer{layer.Number}({names}, nint start, nint end)"))
        {
            foreach (Panel panel in Panels.Of(layer.Inputs, text.Width, tile.Columns))
            {
                WritePanel(plan, below, panel);
            }
        }
    }

    private void WritePanel(LayerPlan plan, DenseSpec below, Panel panel)
    {
        DenseSpec layer = plan.Layer;
        TilePlan tile = plan.Backward!;
        string columns = panel.Count == 1 ? $"{VectorText.Count(panel.Columns, "input")} from input {panel.FirstColumn + 1}" : $"{panel.Count} panels of {VectorText.Count(panel.Columns, "input")}";
        writer.Line($"// {columns}");
        using (context.PanelLoop("column", panel))
        {
            string column = VectorText.Times(KernelContext.Column("column", panel), tile.IsPacked ? layer.Units : 1);
            writer.Line($"ref {text.Element} panel = ref {VectorText.At("weights", column)};");
            writer.Line("nint i = start;");
            foreach (int rows in tile.RowCounts)
            {
                using (context.ExampleLoop(rows))
                {
                    WriteTile(plan, below, panel, rows);
                }
            }
        }
    }

    private void WriteTile(LayerPlan plan, DenseSpec below, Panel panel, int rows)
    {
        DenseSpec layer = plan.Layer;
        int deltaStride = context.Memory.Strides[layer.Number];
        int resultStride = context.Memory.Strides[below.Number];
        bool keeps = context.Memory.StoresDerivative(below);
        writer.Line($"ref {text.Element} d = ref Unsafe.Add(ref delta, {VectorText.Times("i", deltaStride)});");
        writer.Line($"ref {text.Element} w = ref panel;");
        var tile = new OuterTile(text, rows, panel.Pieces, "d", deltaStride, 1, "w", plan.Backward!.IsPacked ? panel.Width : layer.Inputs, VectorText.Number(layer.Units));
        tile.Write(writer, piece => text.ZeroOf(panel.Pieces[piece].Bits));
        writer.Line($"nint first = {KernelContext.RowAndColumn(VectorText.Times("i", resultStride), KernelContext.Column("column", panel))};");
        writer.Line($"ref {text.Element} r = ref Unsafe.Add(ref result, first);");
        if (keeps)
        {
            writer.Line($"ref {text.Element} g = ref Unsafe.Add(ref derivative, first);");
        }
        else if (ActivationFacts.Of(below.Activation).Derivative != DerivativeSource.Nothing)
        {
            writer.Line($"ref {text.Element} a = ref Unsafe.Add(ref activation, first);");
        }

        for (int row = 0; row < rows; row++)
        {
            for (int piece = 0; piece < panel.Pieces.Count; piece++)
            {
                Piece vector = panel.Pieces[piece];
                int offset = (row * resultStride) + vector.Offset;
                writer.Line(VectorText.Store(Delta(below, keeps, vector, row, piece, offset), "r", offset));
            }
        }
    }

    /// <summary>One vector of dZ[l-1]: an accumulator, times the derivative.</summary>
    private Expression Delta(DenseSpec below, bool keeps, Piece vector, int row, int piece, int offset)
    {
        string d = OuterTile.Accumulator(row, piece);
        if (keeps)
        {
            return Expression.Product($"{d} * {VectorText.Load(vector.Bits, "g", offset)}");
        }

        ActivationFunction function = ActivationFunction.Of(below);
        string a = VectorText.Load(vector.Bits, "a", offset);
        if (!function.Facts.IsPiecewiseLinear)
        {
            // A is named more than once in the formula.
            writer.Line($"{text.TypeOf(vector.Bits)} a{row}_{piece} = {a};");
            a = $"a{row}_{piece}";
        }

        return function.TimesDerivative(text, vector.Bits, d, a);
    }
}
