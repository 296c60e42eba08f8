using NetGen.Generator.Model;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>Writes the copying of weights into the panels that the outer tiles read.</summary>
internal sealed class PackWriter(KernelContext context)
{
    private readonly CodeWriter writer = context.Writer;

    /// <summary>Writes Pack.</summary>
    public void Write()
    {
        string element = context.Element;
        using (context.Kernel(
            "Copies weights into panels, in which the vectors that a tile loads one after the other lie one after the other. This is one worker's share.",
            $"void Pack({context.Refs("parameters", "packed")}, int part, int parts)",
            "public"))
        {
            foreach (LayerPlan plan in context.WidthPlan.Layers)
            {
                LayerSpec layer = plan.Layer;
                int weights = context.Memory.Weights[layer.Number];
                if (plan.Forward.IsPacked)
                {
                    writer.Line($"// layer {layer.Number}, forward: the units of a panel side by side, input by input");
                    using (Share(layer.Inputs))
                    {
                        foreach (Panel panel in Panels.Of(layer.Units, context.Text.Width, plan.Forward.Columns))
                        {
                            using (context.PanelLoop("unit", panel))
                            {
                                writer.Line($"ref {element} source = ref Unsafe.Add(ref parameters, {weights} + (unit * {layer.Inputs}) + first);");
                                writer.Line($"ref {element} target = ref Unsafe.Add(ref packed, {plan.Forward.PackedOffset} + (unit * {layer.Inputs}) + (first * {panel.Width}));");
                                writer.Line($"Transposition.PackColumns(ref source, {layer.Inputs}, {panel.Columns}, (int)(last - first), ref target, {panel.Width});");
                            }
                        }
                    }
                }

                if (plan.Backward is { IsPacked: true } backward)
                {
                    writer.Line($"// layer {layer.Number}, backward: the inputs of a panel side by side, unit by unit");
                    using (Share(layer.Units))
                    {
                        foreach (Panel panel in Panels.Of(layer.Inputs, context.Text.Width, backward.Columns))
                        {
                            using (context.PanelLoop("column", panel))
                            {
                                writer.Line($"ref {element} source = ref Unsafe.Add(ref parameters, {weights} + column + (first * {layer.Inputs}));");
                                writer.Line($"ref {element} target = ref Unsafe.Add(ref packed, {backward.PackedOffset} + (column * {layer.Units}) + (first * {panel.Width}));");
                                writer.Line($"Transposition.CopyRows(ref source, {layer.Inputs}, (int)(last - first), {panel.Columns}, ref target, {panel.Width});");
                            }
                        }
                    }
                }
            }
        }
    }

    private CodeWriter.Scope Share(int count)
    {
        CodeWriter.Scope scope = writer.Block();
        writer.Line($"nint first = (nint)({count}L * part / parts);");
        writer.Line($"nint last = (nint)({count}L * (part + 1) / parts);");
        return scope;
    }
}
