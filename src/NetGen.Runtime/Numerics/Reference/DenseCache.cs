using System.Numerics;

namespace NetGen.Reference;

/// <summary>What the forward pass of a layer keeps for the way back.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Inputs">A[l-1], the activations of the layer before, (m, n[l-1]).</param>
/// <param name="Z">Z[l], (m, n[l]).</param>
/// <param name="A">A[l], (m, n[l]).</param>
/// <typeparam name="T">The element type: float or double.</typeparam>
public sealed record DenseCache<T>(DenseLayer<T> Layer, T[,] Inputs, T[,] Z, T[,] A)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
