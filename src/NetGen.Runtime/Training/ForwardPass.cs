using System.Collections.Immutable;
using System.Numerics;

namespace NetGen;

/// <summary>
/// Everything that a forward pass computes, for those who want to look: Z[l] and A[l] of every layer, each (m, n[l]), one example after the other. Layer 0 is
/// the input: A[0] is a copy of x, and Z[0] is empty.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public sealed class ForwardPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Copies the examples and makes room for the rest, which the network then fills in.</summary>
    /// <param name="description">The network.</param>
    /// <param name="x">The examples (m, n[0]).</param>
    /// <exception cref="ArgumentException">x does not hold whole examples.</exception>
    public ForwardPass(NetworkDescription description, ReadOnlySpan<T> x)
    {
        ArgumentNullException.ThrowIfNull(description);
        Description = description;
        Count = Guard.Examples(x.Length, description.InputSize, description.Name);
        ImmutableArray<LayerDescription> layers = description.Layers;
        Z = [[], .. layers.Select(Room)];
        A = [x.ToArray(), .. layers.Select(Room)];
    }

    /// <summary>The network.</summary>
    public NetworkDescription Description { get; }

    /// <summary>The number of examples, m.</summary>
    public int Count { get; }

    /// <summary>Z[l] = W[l] A[l-1] + b[l], each (m, n[l]); Z[0] is empty.</summary>
    public ImmutableArray<T[]> Z { get; }

    /// <summary>A[l] = g[l](Z[l]), each (m, n[l]); A[0] is x.</summary>
    public ImmutableArray<T[]> A { get; }

    /// <summary>The outputs of the network, A[L], (m, n[L]).</summary>
    public T[] Output => A[^1];

    private T[] Room(LayerDescription layer) => new T[Guard.OutputLength(Count, layer.Units, Description.Name)];
}
