namespace NetGen.Benchmarks.Peers.Layerwise;

/// <summary>The three matrix products of a layer, of row-major matrices.</summary>
internal interface IProducts
{
    /// <summary>Z (examples, units) = A (examples, inputs) W^T + Z, whose rows hold the bias.</summary>
    static abstract void Forward(PeerLayer layer, ReadOnlySpan<float> input);

    /// <summary>dW (units, inputs) = dZ^T (units, examples) A (examples, inputs).</summary>
    static abstract void Gradient(PeerLayer layer, ReadOnlySpan<float> input);

    /// <summary>dA (examples, inputs) = dZ (examples, units) W.</summary>
    static abstract void Backward(PeerLayer layer, Span<float> inputDeltas);
}
