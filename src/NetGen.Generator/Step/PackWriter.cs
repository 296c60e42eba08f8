using System.Linq;

namespace NetGen.Generator.Step;

/// <summary>Writes the copying of weights into the panels that the outer tiles read.</summary>
internal sealed class PackWriter(KernelContext context)
{
    /// <summary>Writes Pack.</summary>
    public void Write()
    {
        using (context.Kernel(
            "Copies weights into panels, in which the vectors that a tile loads one after the other lie one after the other. One worker's share.",
            $"void Pack({context.Refs("parameters", "packed")}, int part, int parts)",
            "public"))
        {
            context.Calls.Write([.. context.Writers.Select(static layer => layer.PackCalls())]);
        }
    }
}
