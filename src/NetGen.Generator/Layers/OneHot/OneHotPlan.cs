using System.Collections.Generic;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.OneHot;

/// <summary>Rows of which one value is 1. Equal plans share one kernel.</summary>
/// <param name="Categories">The classes.</param>
/// <param name="Unknown">The class of what is none.</param>
/// <param name="IndexStride">The distance between two indices.</param>
/// <param name="Stride">The distance between two rows.</param>
internal sealed record OneHotForwardPlan(int Categories, int? Unknown, int IndexStride, int Stride);

/// <summary>The plan of a one-hot encoding.</summary>
/// <param name="Hot">The layer.</param>
/// <param name="Width">The width of the vectors.</param>
/// <param name="Forward">The forward pass.</param>
internal sealed record OneHotPlan(OneHotSpec Hot, VectorWidth Width, OneHotForwardPlan Forward) : LayerPlan(Hot)
{
    /// <inheritdoc/>
    public override double ForwardCycles => Width.CoverCost(Hot.Categories) * CostModel.NearLoad;

    /// <inheritdoc/>
    public override double BackwardCycles => 0;

    /// <inheritdoc/>
    public override IEnumerable<object> Kernels => [Forward];

    /// <inheritdoc/>
    public override string Summary => $"one-hot of {Hot.Categories} classes";
}
