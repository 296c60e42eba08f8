using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>Writes the file with the kernels for one vector width.</summary>
internal static class KernelsFileWriter
{
    /// <summary>The text of the file.</summary>
    public static string Write(NetworkPlan plan, WidthPlan width)
    {
        var writer = new CodeWriter();
        var comments = new CodeWriter();
        PlanCommentWriter.Write(comments, plan, width);
        UncheckedType.Write(writer, $"The code of {plan.Network.Type.DisplayName} for vectors of {width.Width.Bits} bits.");
        using (writer.Block($"internal static class Kernels{width.Width.Bits}"))
        {
            var context = new KernelContext(writer, plan, width);
            new PackWriter(context).Write();
            new PredictOneWriter(context).Write();
            if (plan.Kind == PlanKind.Register)
            {
                new RegisterStepWriter(context).Write();
            }
            else
            {
                WriteTiled(context);
            }
        }

        return EmittedFile.OfKernels(plan.Network, comments, writer);
    }

    private static void WriteTiled(KernelContext context)
    {
        new TiledStepWriter(context).Write();
        var forward = new ForwardWriter(context);
        var backward = new BackwardWriter(context);
        var gradient = new GradientWriter(context);
        foreach (LayerPlan layer in context.WidthPlan.Layers)
        {
            forward.Write(layer);
        }

        new OutputWriter(context).Write();
        foreach (LayerPlan layer in context.WidthPlan.Layers)
        {
            if (layer.Backward is not null)
            {
                backward.Write(layer);
            }

            gradient.Write(layer);
        }
    }
}
