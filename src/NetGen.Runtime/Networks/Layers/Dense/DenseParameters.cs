namespace NetGen;

/// <summary>The parameters of a dense layer.</summary>
internal readonly ref struct DenseParameters<T>(ReadOnlySpan<T> weights, ReadOnlySpan<T> biases)
{
    /// <summary>W (units, inputs), row by row.</summary>
    public ReadOnlySpan<T> Weights { get; } = weights;

    /// <summary>b (units).</summary>
    public ReadOnlySpan<T> Biases { get; } = biases;

    /// <summary>Both.</summary>
    public void Deconstruct(out ReadOnlySpan<T> weights, out ReadOnlySpan<T> biases)
    {
        weights = Weights;
        biases = Biases;
    }
}
