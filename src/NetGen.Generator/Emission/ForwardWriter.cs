using NetGen.Generator.Activations;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>
/// Writes the kernels of the forward pass of one layer: A[l] = g(A[l-1] W[l]^T + b[l]), or Z[l] where the activation runs as a pass of its own.
/// </summary>
internal sealed class ForwardWriter(KernelContext context)
{
    private readonly CodeWriter writer = context.Writer;
    private readonly VectorText text = context.Text;

    /// <summary>Writes ForwardLayer and, where it is needed, ActivateLayer.</summary>
    public void Write(LayerPlan plan)
    {
        if (plan.Forward.Kind == TileKind.Dot)
        {
            new DotForwardWriter(context, plan).Write();
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

    /// <summary>
    /// Whether A[l] is made from Z[l] by a pass of its own: always behind dot tiles, else when the activation is too long to be repeated for every accumulator.
    /// </summary>
    public bool NeedsActivationPass(LayerPlan plan) =>
        !IsOutput(plan.Layer) && plan.Layer.Activation != Activation.Linear && (plan.Forward.Kind == TileKind.Dot || !ActivationFacts.Of(plan.Layer.Activation).IsPiecewiseLinear);

    private bool IsOutput(DenseSpec layer) => layer.Number == context.Network.Layers.Count;

    /// <summary>The signature of ForwardLayer, the same for both kinds of tiles.</summary>
    public static string Signature(KernelContext context, int layer) => $"void ForwardLayer{layer}({context.Refs("input", "weights", "bias", "output")}, nint start, nint end)";

    private void WriteOuter(LayerPlan plan)
    {
        DenseSpec layer = plan.Layer;
        int rows = plan.Forward.Rows;
        bool activates = !IsOutput(layer) && ActivationFacts.Of(layer.Activation).IsPiecewiseLinear;
        string result = activates && layer.Activation != Activation.Linear ? $"A{layer.Number} = {ActivationFacts.Of(layer.Activation).Word}(A{layer.Number - 1} W{layer.Number}' + b{layer.Number})" : $"Z{layer.Number} = A{layer.Number - 1} W{layer.Number}' + b{layer.Number}";
        using (context.Kernel(
            $"Layer {layer.Number}, {VectorText.Count(layer.Inputs, "input")} to {VectorText.Count(layer.Units, "unit")}: {result}. Outer tiles of {VectorText.Count(rows, "example")}; lanes are units.",
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
        DenseSpec layer = plan.Layer;
        string units = panel.Count == 1 ? $"{VectorText.Count(panel.Columns, "unit")} from unit {panel.FirstColumn + 1}" : $"{panel.Count} panels of {VectorText.Count(panel.Columns, "unit")}";
        writer.Line($"// {units}");
        using (context.PanelLoop("unit", panel))
        {
            string unit = KernelContext.Column("unit", panel);
            writer.Line($"ref {text.Element} panel = ref {VectorText.At("weights", VectorText.Times(unit, layer.Inputs))};");
            writer.Line($"ref {text.Element} panelBias = ref {VectorText.At("bias", unit)};");
            writer.Line("nint i = start;");
            foreach (int rows in plan.Forward.RowCounts)
            {
                using (context.ExampleLoop(rows))
                {
                    WriteOuterTile(layer, panel, rows, activates);
                }
            }
        }
    }

    private void WriteOuterTile(DenseSpec layer, Panel panel, int rows, bool activates)
    {
        int inputStride = context.Memory.Strides[layer.Number - 1];
        int outputStride = context.Memory.Strides[layer.Number];
        writer.Line($"ref {text.Element} a = ref Unsafe.Add(ref input, {VectorText.Times("i", inputStride)});");
        writer.Line($"ref {text.Element} w = ref panel;");
        var tile = new OuterTile(text, rows, panel.Pieces, "a", inputStride, 1, "w", panel.Width, VectorText.Number(layer.Inputs));
        tile.Write(writer, piece => VectorText.Load(panel.Pieces[piece].Bits, "panelBias", panel.Pieces[piece].Offset));
        string place = KernelContext.RowAndColumn(VectorText.Times("i", outputStride), KernelContext.Column("unit", panel));
        writer.Line($"ref {text.Element} z = ref Unsafe.Add(ref output, {place});");
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

                Expression result = activates ? ActivationFunction.Of(layer).Value(text, vector.Bits, value) : Expression.Primary(value);
                writer.Line(VectorText.Store(result, "z", (row * outputStride) + vector.Offset));
            }
        }
    }

    private void WriteActivation(DenseSpec layer)
    {
        int stride = context.Memory.Strides[layer.Number];
        bool keeps = context.Memory.StoresDerivative(layer);
        string names = keeps ? context.Refs("z", "derivative") : context.Refs("z");
        using (context.Kernel(
            $"Layer {layer.Number}: A{layer.Number} = {ActivationFacts.Of(layer.Activation).Word}(Z{layer.Number}) in place{(keeps ? ", and its derivative beside it" : string.Empty)}.",
            $"void ActivateLayer{layer.Number}({names}, nint start, nint end)"))
        {
            using (writer.Block($"for (nint i = start * {stride}; i < end * {stride}; i += {text.Lanes})"))
            {
                writer.Line($"{text.Type} value = {text.Class}.LoadUnsafe(ref z, (nuint)i);");
                if (keeps)
                {
                    ActivationFunction.Of(layer).WriteValueAndDerivative(writer, text, text.Width.Bits, "value", "a", "slope");
                    writer.Line("slope.StoreUnsafe(ref derivative, (nuint)i);");
                }
                else
                {
                    writer.Line($"{text.Type} a = {ActivationFunction.Of(layer).Value(text, text.Width.Bits, "value")};");
                }

                writer.Line("a.StoreUnsafe(ref z, (nuint)i);");
            }
        }
    }
}
