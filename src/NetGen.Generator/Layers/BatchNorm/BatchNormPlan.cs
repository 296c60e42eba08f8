using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Activations;
using NetGen.Generator.Memory;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.BatchNorm;

/// <summary>A = g((X - mean) * scale + beta), whatever the statistics are. Equal plans share one kernel.</summary>
/// <param name="Units">The units.</param>
/// <param name="InputStride">The distance between two rows of X.</param>
/// <param name="Result">What the pass ends with.</param>
internal sealed record NormalizePlan(int Units, int InputStride, ResultPlan Result);

/// <summary>gamma by the running deviation, for whatever normalizes with the running statistics. Equal plans share one kernel.</summary>
/// <param name="Units">The units.</param>
/// <param name="Epsilon">What is added to the variance.</param>
internal sealed record RunningScalePlan(int Units, double Epsilon);

/// <summary>The statistics of a batch: of each block, then of all. Equal plans share their kernels.</summary>
/// <param name="Units">The units.</param>
/// <param name="InputStride">The distance between two rows of X.</param>
/// <param name="RowLength">The length of a row of a block's sums.</param>
/// <param name="Momentum">The share of a batch's statistics in the running ones.</param>
/// <param name="Epsilon">What is added to the variance.</param>
internal sealed record BatchStatisticsPlan(int Units, int InputStride, int RowLength, double Momentum, double Epsilon);

/// <summary>The sums of dZ, and of dZ times the normalized X: of each block, then of all. Equal plans share their kernels.</summary>
/// <param name="Units">The units.</param>
/// <param name="Stride">The distance between two rows of dZ.</param>
/// <param name="InputStride">The distance between two rows of X.</param>
/// <param name="RowLength">The length of a row of a block's sums.</param>
internal sealed record BatchDeltasPlan(int Units, int Stride, int InputStride, int RowLength);

/// <summary>dX from dZ and its sums. Equal plans share one kernel.</summary>
/// <param name="Units">The units.</param>
/// <param name="Stride">The distance between two rows of dZ.</param>
/// <param name="InputStride">The distance between two rows of X.</param>
/// <param name="IsFrozen">Whether the statistics do not depend on the batch, so that dX is dZ times the scale.</param>
/// <param name="Target">What is done with dX.</param>
internal sealed record NormalizeBackPlan(int Units, int Stride, int InputStride, bool IsFrozen, DeltaTarget Target);

/// <summary>The plan of a batch normalization.</summary>
/// <param name="Norm">The layer.</param>
/// <param name="Width">The width of the vectors.</param>
/// <param name="Normalize">What makes A.</param>
/// <param name="RunningScale">
/// What makes the scale of predictions, and of steps where it is frozen; null where the layer before takes it over and no step needs it.
/// </param>
/// <param name="ScaleCopy">Where that scale lies.</param>
/// <param name="Statistics">The statistics of a batch; null where it is frozen.</param>
/// <param name="Deltas">The sums of the backward pass; null likewise.</param>
/// <param name="Back">The backward pass; null where nobody needs dX.</param>
/// <param name="IsFoldedAway">Whether predictions leave it to the layer before.</param>
/// <param name="Update">The updates of gamma and beta from those sums; null where it is frozen.</param>
internal sealed record BatchNormPlan(
    BatchNormSpec Norm,
    VectorWidth Width,
    NormalizePlan Normalize,
    RunningScalePlan? RunningScale,
    int ScaleCopy,
    BatchStatisticsPlan? Statistics,
    BatchDeltasPlan? Deltas,
    NormalizeBackPlan? Back,
    bool IsFoldedAway,
    BiasPlan? Update) : LayerPlan(Norm)
{
    /// <inheritdoc/>
    public override bool IsPacked => Norm.IsFrozen;

    /// <inheritdoc/>
    public override bool IsFolded => !Norm.IsFrozen && !IsFoldedAway;

    /// <inheritdoc/>
    public override bool SumsBatch => !Norm.IsFrozen;

    /// <inheritdoc/>
    public override bool DiffersInTraining => !Norm.IsFrozen || IsFoldedAway;

    /// <inheritdoc/>
    public override double ForwardCycles =>
        Width.CoverCost(Norm.Units) * ((6 * CostModel.NearLoad) + ActivationFunction.Of(Norm.Activation).Cycles);

    /// <inheritdoc/>
    public override double BackwardCycles => Width.CoverCost(Norm.Units) * 12 * CostModel.NearLoad;

    /// <inheritdoc/>
    public override IEnumerable<object> Kernels =>
        new object?[] { Normalize, RunningScale, Statistics, Deltas, Back, Update }.OfType<object>();

    /// <inheritdoc/>
    public override string Summary => $"batch normalization of {VectorText.Count(Norm.Units, "unit")}";

    /// <summary>Plans a batch normalization.</summary>
    public static BatchNormPlan Of(BatchNormSpec layer, MemoryPlan memory, VectorWidth width, PackedMemory packed)
    {
        int stride = memory.Strides[layer.Number];
        int inputStride = memory.Strides[layer.Source];
        int row = memory.WholeLines(layer.Units);
        bool isTrained = !layer.IsFrozen;
        bool isFoldedAway = memory.Graph.FoldedInto(layer.Source) is not null;
        return new BatchNormPlan(
            layer,
            width,
            new NormalizePlan(layer.Units, inputStride, ResultPlan.Of(layer, memory)),
            isTrained && isFoldedAway ? null : new RunningScalePlan(layer.Units, layer.Epsilon),
            isTrained && isFoldedAway ? -1 : packed.Take(row),
            isTrained ? new BatchStatisticsPlan(layer.Units, inputStride, row, layer.Momentum, layer.Epsilon) : null,
            isTrained ? new BatchDeltasPlan(layer.Units, stride, inputStride, row) : null,
            DeltaTarget.Of(layer, 0, memory) is { } target ? new NormalizeBackPlan(layer.Units, stride, inputStride, layer.IsFrozen, target) : null,
            isFoldedAway,
            isTrained ? new BiasPlan(layer.Units, row) : null);
    }
}
