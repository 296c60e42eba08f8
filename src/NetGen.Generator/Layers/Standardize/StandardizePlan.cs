using System.Collections.Generic;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Standardize;

/// <summary>A = (X - mean) * scale. Equal plans share one kernel.</summary>
/// <param name="Units">The inputs.</param>
/// <param name="InputStride">The distance between two rows of X.</param>
/// <param name="Stride">The distance between two rows of A.</param>
internal sealed record StandardizeForwardPlan(int Units, int InputStride, int Stride);

/// <summary>The plan of standardized inputs.</summary>
/// <param name="Standardize">The layer.</param>
/// <param name="Width">The width of the vectors.</param>
/// <param name="Forward">The forward pass.</param>
internal sealed record StandardizePlan(StandardizeSpec Standardize, VectorWidth Width, StandardizeForwardPlan Forward) : LayerPlan(Standardize)
{
    /// <inheritdoc/>
    public override double ForwardCycles => Width.CoverCost(Standardize.Units) * CostModel.NearLoad * 3;

    /// <inheritdoc/>
    public override double BackwardCycles => 0;

    /// <inheritdoc/>
    public override IEnumerable<object> Kernels => [Forward];

    /// <inheritdoc/>
    public override string Summary => $"{VectorText.Count(Standardize.Units, "input")} standardized";
}
