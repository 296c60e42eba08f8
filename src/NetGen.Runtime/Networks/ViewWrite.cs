using System.Numerics;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>The time in which a view writes to the parameters of a network; nothing for a view of other values.</summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
internal readonly ref struct ViewWrite<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly NetworkState<T>? state;

    /// <summary>Begins.</summary>
    /// <param name="state">What holds the parameters.</param>
    /// <param name="view">What messages call the view, such as "W2 of CatNet"; null for default, which has no state.</param>
    /// <exception cref="InvalidOperationException">A step is changing the parameters, or, in a Debug build, anything else is using them.</exception>
    public ViewWrite(NetworkState<T>? state, string? view)
    {
        state?.BeginViewWrite(view ?? "a view");
        this.state = state;
    }

    /// <summary>Ends: the network knows that it has been written to.</summary>
    public void Dispose() => state?.EndViewWrite();
}
