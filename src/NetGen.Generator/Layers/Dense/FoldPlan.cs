using NetGen.Generator.Model;

namespace NetGen.Generator.Layers.Dense;

/// <summary>A dense layer in predictions, with the normalization after it as part of W and b.</summary>
/// <param name="Taker">The layer of that normalization, whose results these are.</param>
/// <param name="Spec">What it does.</param>
/// <param name="Forward">The product, with the activation of the normalization.</param>
/// <param name="Activation">That activation, where it is a pass of its own.</param>
/// <param name="Predict">The layer in the prediction of one example.</param>
/// <param name="Weights">Where the copy of W starts in packed memory, in panels or row by row as the product reads it.</param>
/// <param name="Scale">Where the factors of the units start.</param>
/// <param name="Bias">Where b starts.</param>
internal sealed record FoldPlan(
    LayerSpec Taker, FoldSpec Spec, ForwardPlan Forward, ActivationPass? Activation, PredictPlan Predict, int Weights, int Scale, int Bias);
