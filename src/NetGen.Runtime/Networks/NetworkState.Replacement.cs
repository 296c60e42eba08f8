namespace NetGen.CompilerServices;

/// <content>Parameters that are replaced as a whole: set, drawn, or taken from another network.</content>
public sealed partial class NetworkState<T>
{
    /// <summary>Replaces all parameters.</summary>
    /// <param name="values">As many as there are, checked before.</param>
    /// <exception cref="InvalidOperationException">A step is changing them.</exception>
    public void Set(ReadOnlySpan<T> values)
    {
        BeginWrite("SetParameters");
        try
        {
            values.CopyTo(Replaced());
            isAsDrawn = false;
        }
        finally
        {
            guard?.EndWrite();
        }
    }

    /// <summary>Draws the parameters with the declared initializer.</summary>
    /// <param name="description">The network.</param>
    /// <param name="seed">The same seed draws the same parameters.</param>
    /// <exception cref="InvalidOperationException">A step is changing them.</exception>
    public void Draw(NetworkDescription description, int seed)
    {
        BeginWrite("Initialize");
        try
        {
            ParameterInitializer.Fill(description, Replaced(), seed);
            isAsDrawn = true;
            RestartSteps(seed);
        }
        finally
        {
            guard?.EndWrite();
        }
    }

    /// <summary>Draws the parameters with the declared initializer, in the order in which NumPy code would.</summary>
    /// <param name="description">The network.</param>
    /// <param name="random">The generator.</param>
    /// <exception cref="InvalidOperationException">A step is changing them.</exception>
    public void Draw(NetworkDescription description, NumPyRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        BeginWrite("Initialize");
        try
        {
            ParameterInitializer.Fill(description, Replaced(), random);
            isAsDrawn = true;
            RestartSteps(seed: 0);
        }
        finally
        {
            guard?.EndWrite();
        }
    }

    /// <summary>Gives another state the same parameters, for a predictor.</summary>
    /// <param name="other">The state of a network of the same sizes.</param>
    /// <exception cref="InvalidOperationException">In a Debug build: something is changing the parameters.</exception>
    public void CopyTo(NetworkState<T> other)
    {
        using NetworkReading reading = Reading("CreatePredictor");
        other.Set(Values);
    }

    private Span<T> Replaced()
    {
        isPacked = isFolded = false;
        isInitialized = true;
        return parameters.Span;
    }
}
