namespace NetGen.Generator.Step.Phases;

/// <summary>What of a layer a pass calls.</summary>
internal enum LayerWork
{
    /// <summary>Its forward pass in training; of a layer that sums the batch, as far as its sums.</summary>
    Forward,

    /// <summary>The rest of that, once the sums are known.</summary>
    ForwardRest,

    /// <summary>Its forward pass in predictions.</summary>
    Predict,

    /// <summary>Its backward pass; of a layer that sums the batch, as far as its sums.</summary>
    Backward,

    /// <summary>The rest of that, once the sums are known.</summary>
    BackwardRest,

    /// <summary>What its gradient wants of dZ, once that is known.</summary>
    Delta,
}

/// <summary>A part of a pass.</summary>
/// <param name="Layer">The number of the layer.</param>
/// <param name="Work">What of it.</param>
internal sealed record LayerPart(int Layer, LayerWork Work);
