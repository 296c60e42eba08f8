using System.Collections.Generic;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Dense;

/// <summary>The form of a copy of weights in panels.</summary>
/// <param name="PanelWidth">The row length of its panels.</param>
/// <param name="LastPanelWidth">That of the last of them, which may be narrower.</param>
internal sealed record PackedCopy(int PanelWidth, int LastPanelWidth)
{
    /// <summary>The copy that a product reads; null where it reads the weights as they lie.</summary>
    public static PackedCopy? Of(OuterPlan? product, VectorWidth width)
    {
        if (product is not { IsPacked: true })
        {
            return null;
        }

        IReadOnlyList<Panel> panels = product.Panels(width);
        return new PackedCopy(panels[0].Width, panels[panels.Count - 1].Width);
    }
}
