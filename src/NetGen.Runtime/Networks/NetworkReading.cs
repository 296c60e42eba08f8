using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>The time in which something reads the parameters of a network; nothing for a network that is not watched.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct NetworkReading
{
    private readonly AccessGuard? guard;

    internal NetworkReading(AccessGuard? guard, string operation)
    {
        guard?.BeginRead(operation);
        this.guard = guard;
    }

    /// <summary>Ends.</summary>
    public void Dispose() => guard?.EndRead();
}
