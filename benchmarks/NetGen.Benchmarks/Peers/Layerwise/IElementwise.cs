namespace NetGen.Benchmarks.Peers.Layerwise;

/// <summary>The passes over single elements between the matrix products.</summary>
internal interface IElementwise
{
    /// <summary>z = max(0, z).</summary>
    static abstract void Relu(Span<float> z);

    /// <summary>z = tanh(z).</summary>
    static abstract void Tanh(Span<float> z);

    /// <summary>z = 1 / (1 + exp(-z)).</summary>
    static abstract void Sigmoid(Span<float> z);

    /// <summary>Softmax of each row of so many units.</summary>
    static abstract void Softmax(Span<float> z, int units);

    /// <summary>d = d where a is positive, 0 elsewhere.</summary>
    static abstract void ReluDerivative(Span<float> d, ReadOnlySpan<float> a);

    /// <summary>d *= 1 - a * a.</summary>
    static abstract void TanhDerivative(Span<float> d, ReadOnlySpan<float> a);

    /// <summary>d = (a - y) * scale: dZ of the last layer.</summary>
    static abstract void OutputDelta(ReadOnlySpan<float> a, ReadOnlySpan<float> y, float scale, Span<float> d);

    /// <summary>sums = the sums of the columns of rows, each as long as sums.</summary>
    static abstract void SumRows(ReadOnlySpan<float> rows, Span<float> sums);

    /// <summary>values -= rate * gradients.</summary>
    static abstract void Descend(Span<float> values, float rate, ReadOnlySpan<float> gradients);
}
