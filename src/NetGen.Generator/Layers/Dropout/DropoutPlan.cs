using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Memory;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Dropout;

/// <summary>A = X times the mask. Equal plans share one kernel.</summary>
/// <param name="Units">The units.</param>
/// <param name="Rate">The share that is dropped.</param>
/// <param name="InputStride">The distance between two rows of X.</param>
/// <param name="Stride">The distance between two rows of A.</param>
internal sealed record DropoutForwardPlan(int Units, double Rate, int InputStride, int Stride);

/// <summary>dX = dA times the mask, which is made again. Equal plans share one kernel.</summary>
/// <param name="Forward">The forward pass.</param>
/// <param name="Target">What is done with dX.</param>
internal sealed record DropoutBackwardPlan(DropoutForwardPlan Forward, DeltaTarget Target);

/// <summary>A = X. Equal plans share one kernel.</summary>
/// <param name="Units">The units.</param>
/// <param name="InputStride">The distance between two rows of X.</param>
/// <param name="Stride">The distance between two rows of A.</param>
internal sealed record DropoutCopyPlan(int Units, int InputStride, int Stride);

/// <summary>The plan of a dropout.</summary>
/// <param name="Dropout">The layer.</param>
/// <param name="Width">The width of the vectors.</param>
/// <param name="Forward">The forward pass of a step; a prediction copies.</param>
/// <param name="Copy">That copy.</param>
/// <param name="Backward">The backward pass; null where nobody needs dX.</param>
internal sealed record DropoutPlan(
    DropoutSpec Dropout, VectorWidth Width, DropoutForwardPlan Forward, DropoutCopyPlan Copy, DropoutBackwardPlan? Backward) : LayerPlan(Dropout)
{
    /// <summary>The cycles of a vector of masks.</summary>
    private const double MaskCycles = 14;

    /// <inheritdoc/>
    public override bool DiffersInTraining => true;

    /// <inheritdoc/>
    public override bool IsRandom => true;

    /// <inheritdoc/>
    public override double ForwardCycles => Width.CoverCost(Dropout.Units) * MaskCycles;

    /// <inheritdoc/>
    public override double BackwardCycles => Backward is null ? 0 : Width.CoverCost(Dropout.Units) * MaskCycles;

    /// <inheritdoc/>
    public override IEnumerable<object> Kernels => new object?[] { Forward, Copy, Backward }.OfType<object>();

    /// <inheritdoc/>
    public override string Summary => $"dropout of {VectorText.Count(Dropout.Units, "unit")}, rate {DescriptionText.Number(Dropout.Rate)}";

    /// <summary>Plans a dropout.</summary>
    public static DropoutPlan Of(DropoutSpec layer, MemoryPlan memory, VectorWidth width)
    {
        var forward = new DropoutForwardPlan(layer.Units, layer.Rate, memory.Strides[layer.Source], memory.Strides[layer.Number]);
        return new DropoutPlan(
            layer,
            width,
            forward,
            new DropoutCopyPlan(forward.Units, forward.InputStride, forward.Stride),
            DeltaTarget.Of(layer, 0, memory) is { } target ? new DropoutBackwardPlan(forward, target) : null);
    }
}
