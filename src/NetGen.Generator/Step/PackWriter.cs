using System.Linq;

namespace NetGen.Generator.Step;

/// <summary>Writes the copying of weights into the panels that the outer tiles read.</summary>
internal sealed class PackWriter(KernelContext context)
{
    /// <summary>Writes Pack, and Fold where there is something for it.</summary>
    public void Write()
    {
        using (context.Kernel(
            "One worker's share of packing weights into panels, in the order in which tiles load them.",
            $"void Pack({context.Refs("parameters", "packed")}, int part, int parts)",
            "public"))
        {
            context.Calls.Write([.. context.Writers.Select(static layer => layer.PackCalls())]);
        }

        if (!context.Plan.Folds)
        {
            return;
        }

        using (context.Kernel(
            "Makes what only predictions read of the parameters.",
            $"void Fold({context.Refs("parameters", "packed")})",
            "public"))
        {
            context.Calls.Write([.. context.Writers.Select(static layer => layer.FoldCalls())]);
        }
    }
}
