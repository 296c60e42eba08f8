using System.Numerics;

namespace NetGen.Reference;

/// <summary>What goes back through a layer.</summary>
/// <param name="dA">The derivative of each example's loss with respect to the activations of the layer before, (m, n[l-1]).</param>
/// <param name="dW">The derivative of the cost with respect to the weights, (n[l], n[l-1]).</param>
/// <param name="db">The derivative of the cost with respect to the biases, n[l] values.</param>
/// <typeparam name="T">The element type: float or double.</typeparam>
public sealed record LinearGradients<T>(T[,] dA, T[,] dW, T[] db)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
