namespace NetGen;

/// <summary>
/// Notices that something changes a network while something else uses it. Any number of readers may be at work together, a writer only alone; the thread does
/// not matter, since no operation that is watched is part of another.
/// </summary>
/// <param name="network">The network's name.</param>
internal sealed class AccessGuard(string network)
{
    private readonly Lock gate = new();
    private int readers;
    private string? reading;
    private string? writing;

    /// <summary>Begins to use the parameters.</summary>
    /// <param name="operation">What does so.</param>
    /// <exception cref="InvalidOperationException">Something is changing them.</exception>
    public void BeginRead(string operation)
    {
        lock (gate)
        {
            if (writing is not null)
            {
                throw Overlap(operation, writing, "is changing the parameters");
            }

            readers++;
            reading = operation;
        }
    }

    /// <summary>Ends what <see cref="BeginRead"/> began.</summary>
    public void EndRead()
    {
        lock (gate)
        {
            readers--;
        }
    }

    /// <summary>Begins to change the parameters.</summary>
    /// <param name="operation">What does so.</param>
    /// <exception cref="InvalidOperationException">Something is using or changing them.</exception>
    public void BeginWrite(string operation)
    {
        lock (gate)
        {
            if (writing is not null)
            {
                throw Overlap(operation, writing, "is changing the parameters");
            }

            if (readers > 0)
            {
                throw Overlap(operation, reading!, "is reading the parameters");
            }

            writing = operation;
        }
    }

    /// <summary>Ends what <see cref="BeginWrite"/> began.</summary>
    public void EndWrite()
    {
        lock (gate)
        {
            writing = null;
        }
    }

    private InvalidOperationException Overlap(string operation, string other, string what) => new(
        $"{operation} of {network} was called while {other} {what}, in an update of its own or on another thread. " +
        "Nothing else may use a network that is being changed: call one after the other, or predict with what CreatePredictor returned.");
}
