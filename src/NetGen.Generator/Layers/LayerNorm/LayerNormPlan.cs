using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Activations;
using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.LayerNorm;

/// <summary>The moments of each row, and A. Equal plans share one kernel.</summary>
/// <param name="Units">The units.</param>
/// <param name="Epsilon">What is added to the variance.</param>
/// <param name="InputStride">The distance between two rows of X.</param>
/// <param name="Result">What the pass ends with.</param>
internal sealed record LayerNormForwardPlan(int Units, double Epsilon, int InputStride, ResultPlan Result);

/// <summary>dX from dZ. Equal plans share one kernel.</summary>
/// <param name="Units">The units.</param>
/// <param name="Stride">The distance between two rows of dZ.</param>
/// <param name="InputStride">The distance between two rows of X.</param>
/// <param name="Target">What is done with dX.</param>
internal sealed record LayerNormBackwardPlan(int Units, int Stride, int InputStride, DeltaTarget Target);

/// <summary>dgamma, the sum of dZ times the normalized X. Equal plans share one kernel.</summary>
/// <param name="Units">The units.</param>
/// <param name="Stride">The distance between two rows of dZ.</param>
/// <param name="InputStride">The distance between two rows of X.</param>
internal sealed record LayerNormScalePlan(int Units, int Stride, int InputStride);

/// <summary>The plan of a layer normalization.</summary>
/// <param name="Norm">The layer.</param>
/// <param name="Width">The width of the vectors.</param>
/// <param name="Forward">The forward pass.</param>
/// <param name="Backward">The backward pass; null where nobody needs dX.</param>
/// <param name="Scale">dgamma; null where it is not trained.</param>
/// <param name="Shift">dbeta; null likewise.</param>
internal sealed record LayerNormPlan(
    LayerNormSpec Norm,
    VectorWidth Width,
    LayerNormForwardPlan Forward,
    LayerNormBackwardPlan? Backward,
    LayerNormScalePlan? Scale,
    BiasPlan? Shift) : LayerPlan(Norm)
{
    /// <inheritdoc/>
    public override double ForwardCycles =>
        Width.CoverCost(Norm.Units) * ((5 * CostModel.NearLoad) + ActivationFunction.Of(Norm.Activation).Cycles);

    /// <inheritdoc/>
    public override double BackwardCycles => Width.CoverCost(Norm.Units) * 10 * CostModel.NearLoad;

    /// <inheritdoc/>
    public override IEnumerable<object> Kernels => new object?[] { Forward, Backward, Scale, Shift }.OfType<object>();

    /// <inheritdoc/>
    public override string Summary => $"layer normalization of {VectorText.Count(Norm.Units, "unit")}";

    /// <summary>Plans a layer normalization.</summary>
    public static LayerNormPlan Of(LayerNormSpec layer, MemoryPlan memory, VectorWidth width)
    {
        int stride = memory.Strides[layer.Number];
        int inputStride = memory.Strides[layer.Source];
        bool isTrained = LayerGraph.IsTrained(layer);
        return new LayerNormPlan(
            layer,
            width,
            new LayerNormForwardPlan(layer.Units, layer.Epsilon, inputStride, ResultPlan.Of(layer, memory)),
            DeltaTarget.Of(layer, 0, memory) is { } target ? new LayerNormBackwardPlan(layer.Units, stride, inputStride, target) : null,
            isTrained ? new LayerNormScalePlan(layer.Units, stride, inputStride) : null,
            isTrained ? new BiasPlan(layer.Units, stride) : null);
    }
}
