using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Concat;

/// <summary>The copies of the sources' rows, side by side. Equal plans share one kernel.</summary>
/// <param name="Sizes">The units of each source.</param>
/// <param name="Strides">The distance between two rows of each source.</param>
/// <param name="Stride">That of the result.</param>
internal sealed record ConcatForwardPlan(EquatableArray<int> Sizes, EquatableArray<int> Strides, int Stride);

/// <summary>The plan of a concatenation.</summary>
/// <param name="Concat">The layer.</param>
/// <param name="Width">The width of the vectors.</param>
/// <param name="Forward">The forward pass.</param>
/// <param name="Backward">dA of each source; null where nobody needs it.</param>
internal sealed record ConcatPlan(ConcatSpec Concat, VectorWidth Width, ConcatForwardPlan Forward, IReadOnlyList<PassBackPlan?> Backward)
    : LayerPlan(Concat)
{
    /// <inheritdoc/>
    public override double ForwardCycles => Width.CoverCost(Concat.OutputLength) * CostModel.NearLoad;

    /// <inheritdoc/>
    public override double BackwardCycles => Width.CoverCost(Concat.OutputLength) * CostModel.NearLoad;

    /// <inheritdoc/>
    public override IEnumerable<object> Kernels => [Forward, .. Backward.OfType<object>()];

    /// <inheritdoc/>
    public override string Summary => $"{string.Join(" + ", Concat.Sizes)} units side by side";

    /// <summary>Plans a concatenation.</summary>
    public static ConcatPlan Of(ConcatSpec layer, MemoryPlan memory, VectorWidth width) => new(
        layer,
        width,
        new ConcatForwardPlan(layer.Sizes, layer.Sources.Select(source => memory.Strides[source]).ToEquatableArray(), memory.Strides[layer.Number]),
        PassBackPlan.All(layer, memory, layer.Offset));
}
