using System.Collections.Generic;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>Writes the copying of weights into the panels that the outer tiles read.</summary>
internal sealed class PackWriter(KernelContext context)
{
    private readonly CodeWriter writer = context.Writer;

    /// <summary>Writes Pack.</summary>
    public void Write()
    {
        using (context.Kernel(
            "Copies weights into panels, in which the vectors that a tile loads one after the other lie one after the other. One worker's share.",
            $"void Pack({context.Refs("parameters", "packed")}, int part, int parts)",
            "public"))
        {
            foreach (LayerPlan plan in context.WidthPlan.Layers)
            {
                DenseSpec layer = plan.Layer;
                if (plan.Forward.IsPacked)
                {
                    writer.Line($"// layer {layer.Number}, forward: the units of a panel side by side, input by input");
                    using (Share(layer.Inputs))
                    {
                        writer.Line(PackUnits(plan, "0", VectorText.Number(layer.Units), "first", "last - first"));
                    }
                }

                if (plan.Backward is { IsPacked: true })
                {
                    writer.Line($"// layer {layer.Number}, backward: the inputs of a panel side by side, unit by unit");
                    using (Share(layer.Units))
                    {
                        writer.Line(PackInputs(plan, "first", "last - first", "0", VectorText.Number(layer.Inputs)));
                    }
                }
            }
        }
    }

    /// <summary>Writes the calls that bring the packed copies of some units and some inputs of a layer up to date.</summary>
    public void WriteTile(LayerPlan plan, string unit, int units, string input, int inputs)
    {
        if (plan.Forward.IsPacked)
        {
            writer.Line(PackUnits(plan, unit, VectorText.Number(units), input, VectorText.Number(inputs)));
        }

        if (plan.Backward is { IsPacked: true })
        {
            writer.Line(PackInputs(plan, unit, VectorText.Number(units), input, VectorText.Number(inputs)));
        }
    }

    private string PackUnits(LayerPlan plan, string unit, string units, string input, string inputs) =>
        $"WeightPanels.PackUnits({Part(plan.Layer, unit, units, input, inputs)}, {Target(plan.Forward, Panels.Of(plan.Layer.Units, context.Text.Width, plan.Forward.Columns))});";

    private string PackInputs(LayerPlan plan, string unit, string units, string input, string inputs) =>
        $"WeightPanels.PackInputs({Part(plan.Layer, unit, units, input, inputs)}, {Target(plan.Backward!, Panels.Of(plan.Layer.Inputs, context.Text.Width, plan.Backward!.Columns))});";

    private string Part(DenseSpec layer, string unit, string units, string input, string inputs) =>
        $"ref {VectorText.At("parameters", context.Parameters.Weights(layer))}, {layer.Units}, {layer.Inputs}, {unit}, {units}, {input}, {inputs}";

    private static string Target(TilePlan tile, IReadOnlyList<Panel> panels) =>
        $"ref {VectorText.At("packed", tile.PackedOffset)}, {panels[0].Width}, {panels[panels.Count - 1].Width}";

    private CodeWriter.Scope Share(int count)
    {
        CodeWriter.Scope scope = writer.Block();
        writer.Line($"nint first = (nint)({count}L * part / parts);");
        writer.Line($"nint last = (nint)({count}L * (part + 1) / parts);");
        return scope;
    }
}
