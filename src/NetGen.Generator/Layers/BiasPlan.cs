using System.Collections.Generic;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers;

/// <summary>db[l], the sum of dZ[l] over the examples. Equal plans share one kernel.</summary>
/// <param name="Units">The units.</param>
/// <param name="Stride">The distance between two rows of dZ[l].</param>
internal sealed record BiasPlan(int Units, int Stride)
{
    /// <summary>The vectors of a panel of sums: enough to hide the latency of an addition.</summary>
    private const int PanelVectors = 4;

    /// <summary>The panels of units whose sums are kept side by side.</summary>
    public IReadOnlyList<Panel> Panels(VectorWidth width) => Products.Panels.Of(Units, width, PanelVectors);
}
