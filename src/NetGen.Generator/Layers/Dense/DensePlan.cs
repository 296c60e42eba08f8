using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Activations;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Dense;

/// <summary>The plan of a dense layer.</summary>
/// <param name="Dense">The layer.</param>
/// <param name="Width">The width of the vectors.</param>
/// <param name="Forward">Z[l] = A[l-1] W[l]^T + b[l].</param>
/// <param name="Activation">A[l] = g(Z[l]), where that is a pass of its own.</param>
/// <param name="Backward">dZ[l-1] = (dZ[l] W[l]) * g'(Z[l-1]); null for the first layer, whose input needs no gradient.</param>
/// <param name="Gradient">dW[l] = dZ[l]^T A[l-1].</param>
/// <param name="Bias">db[l], the sum of dZ[l]; null without b.</param>
/// <param name="Predict">The layer in the prediction of one example.</param>
/// <param name="ForwardCopy">Where the packed copy for the forward product starts; negative when the weights are read where they lie.</param>
/// <param name="BackwardCopy">Where the packed copy for the backward product starts; negative likewise.</param>
/// <param name="Zeros">Where the zeros start in packed memory that stand for b; negative with b.</param>
/// <param name="IsTrained">Whether a step updates W and b; else there are no kernels of their gradients.</param>
/// <param name="Fold">The layer in predictions, where the normalization after it is folded into it; else null.</param>
internal sealed record DensePlan(
    DenseSpec Dense,
    VectorWidth Width,
    ForwardPlan Forward,
    ActivationPass? Activation,
    BackwardPlan? Backward,
    GradientPlan Gradient,
    BiasPlan? Bias,
    PredictPlan Predict,
    int ForwardCopy,
    int BackwardCopy,
    int Zeros,
    bool IsTrained,
    FoldPlan? Fold) : LayerPlan(Dense)
{
    /// <inheritdoc/>
    public override bool IsPacked => Gradient.IsPacked;

    /// <inheritdoc/>
    public override bool IsFolded => Fold is not null;

    /// <inheritdoc/>
    public override bool DiffersInTraining => Fold is not null;

    /// <summary>The layer in the prediction of one example.</summary>
    public PredictPlan Predicted => Fold?.Predict ?? Predict;

    /// <inheritdoc/>
    public override double ForwardCycles => Forward.Tile.Cycles + (Width.CoverCost(Dense.Units) * ActivationFunction.Of(Dense.Function).Cycles);

    /// <inheritdoc/>
    public override double BackwardCycles => (Backward?.Product.Tile.Cycles ?? 0) + (IsTrained ? Gradient.Tile.Cycles : 0);

    /// <inheritdoc/>
    public override long GradientPieces => IsTrained ? Gradient.Pieces(Width) : 1;

    /// <inheritdoc/>
    public override IEnumerable<object> Kernels =>
        new object?[]
        {
            Forward, Activation, Fold?.Forward, Fold?.Activation, Backward, IsTrained ? Gradient : null, IsTrained ? Bias : null, Predicted,
        }.OfType<object>();

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            string sizes = $"{VectorText.Count(Dense.Inputs, "input")} to {VectorText.Count(Dense.Units, "unit")}";
            string backward = Backward is null ? string.Empty : $"; backward {Backward.Product.Tile.Describe(Backward.Product.IsPacked)}";
            string gradient = IsTrained ? $"; gradient {Gradient.Tile.Describe(isPacked: false)}" : "; frozen";
            return $"{sizes}: forward {Forward.Tile.Describe(Forward.IsPacked)}{backward}{gradient}";
        }
    }
}
