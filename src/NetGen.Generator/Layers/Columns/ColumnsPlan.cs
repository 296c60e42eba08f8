using System.Collections.Generic;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Columns;

/// <summary>The copy of some columns of x into rows of their own. Equal plans share one kernel.</summary>
/// <param name="First">The first column.</param>
/// <param name="Count">The columns.</param>
/// <param name="InputStride">The distance between two rows of x.</param>
/// <param name="Stride">The distance between two rows of the copy.</param>
internal sealed record ColumnsForwardPlan(int First, int Count, int InputStride, int Stride);

/// <summary>The plan of an input.</summary>
/// <param name="Columns">The layer.</param>
/// <param name="Width">The width of the vectors.</param>
/// <param name="Forward">The forward pass.</param>
internal sealed record ColumnsPlan(ColumnsSpec Columns, VectorWidth Width, ColumnsForwardPlan Forward) : LayerPlan(Columns)
{
    /// <inheritdoc/>
    public override double ForwardCycles => Width.CoverCost(Columns.Count) * CostModel.NearLoad;

    /// <inheritdoc/>
    public override double BackwardCycles => 0;

    /// <inheritdoc/>
    public override IEnumerable<object> Kernels => [Forward];

    /// <inheritdoc/>
    public override string Summary => Columns.Count == 1
        ? $"column {Columns.First} of x"
        : $"columns {Columns.First} to {Columns.First + Columns.Count - 1} of x";
}
