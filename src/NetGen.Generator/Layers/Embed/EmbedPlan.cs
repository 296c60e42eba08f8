using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Embed;

/// <summary>Rows of W by index. Equal plans share one kernel.</summary>
/// <param name="Categories">The classes.</param>
/// <param name="Dimensions">The values of a row.</param>
/// <param name="Unknown">The class of what is none.</param>
/// <param name="IndexStride">The distance between two indices.</param>
/// <param name="Stride">The distance between two rows of the result.</param>
internal sealed record EmbedForwardPlan(int Categories, int Dimensions, int? Unknown, int IndexStride, int Stride);

/// <summary>The gradient of the rows that a batch uses, each the sum of dZ over the examples of its class. Equal plans share one kernel.</summary>
/// <param name="Forward">What the rows are taken for.</param>
internal sealed record EmbedGradientPlan(EmbedForwardPlan Forward)
{
    /// <summary>The vectors of a panel of sums: enough to hide the latency of an addition.</summary>
    private const int PanelVectors = 4;

    /// <summary>The panels of dimensions whose sums are kept side by side.</summary>
    public IReadOnlyList<Panel> Panels(VectorWidth width) => Products.Panels.Of(Forward.Dimensions, width, PanelVectors);
}

/// <summary>The plan of an embedding.</summary>
/// <param name="Embed">The layer.</param>
/// <param name="Width">The width of the vectors.</param>
/// <param name="Forward">The forward pass.</param>
/// <param name="Gradient">The gradient; null where W is not trained.</param>
internal sealed record EmbedPlan(EmbedSpec Embed, VectorWidth Width, EmbedForwardPlan Forward, EmbedGradientPlan? Gradient) : LayerPlan(Embed)
{
    /// <inheritdoc/>
    public override double ForwardCycles => Width.CoverCost(Embed.Dimensions) * CostModel.FarLoad;

    /// <inheritdoc/>
    public override double BackwardCycles => Gradient is null ? 0 : Width.CoverCost(Embed.Dimensions) * CostModel.FarLoad;

    /// <inheritdoc/>
    public override long GradientPieces => Gradient is null ? 1 : Embed.Categories;

    /// <inheritdoc/>
    public override IEnumerable<object> Kernels => new object?[] { Forward, Gradient }.OfType<object>();

    /// <inheritdoc/>
    public override string Summary => $"embedding of {Embed.Categories} classes in {VectorText.Count(Embed.Dimensions, "dimension")}";

    /// <summary>Plans an embedding.</summary>
    public static EmbedPlan Of(EmbedSpec layer, MemoryPlan memory, VectorWidth width)
    {
        var forward = new EmbedForwardPlan(
            layer.Categories, layer.Dimensions, layer.Unknown, memory.Strides[layer.Source], memory.Strides[layer.Number]);
        return new EmbedPlan(layer, width, forward, LayerGraph.IsTrained(layer) ? new EmbedGradientPlan(forward) : null);
    }
}
