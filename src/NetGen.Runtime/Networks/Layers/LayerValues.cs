namespace NetGen;

/// <summary>What a layer computes with in a forward pass, and where its results go.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal readonly ref struct LayerValues<T>
{
    /// <summary>The number of the layer.</summary>
    public required int Number { get; init; }

    /// <summary>The parameters of the layer.</summary>
    public required ReadOnlySpan<T> Parameters { get; init; }

    /// <summary>A of each source, (m, what it gives).</summary>
    public required ReadOnlySpan<T[]> Inputs { get; init; }

    /// <summary>Receives what comes before the activation, (m, OutputSize).</summary>
    public required Span<T> Z { get; init; }

    /// <summary>Receives what goes out, (m, OutputSize).</summary>
    public required Span<T> A { get; init; }

    /// <summary>The step that is computed; null when predicting.</summary>
    public required TrainingMode? Training { get; init; }

    /// <summary>A of the only source.</summary>
    public ReadOnlySpan<T> Input => Inputs[0];
}
