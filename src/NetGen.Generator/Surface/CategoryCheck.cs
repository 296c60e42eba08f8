using System.Linq;
using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>The check of class indices among the inputs, in members that take examples.</summary>
internal static class CategoryCheck
{
    /// <summary>Writes it, where some column of x holds class indices.</summary>
    public static void Write(CodeWriter writer, SurfaceContext context)
    {
        if (context.Network.Layers.Any(static layer => layer.TakesCategory))
        {
            string description = context.IsSnapshot ? $"{context.Self}.{SurfaceNames.Description}" : SurfaceNames.Description;
            writer.Line($"global::NetGen.CompilerServices.CategoryGuard.Check<{context.Element}>({description}, x);");
        }
    }
}
