using System.Numerics;

namespace NetGen.Reference;

/// <summary>A whole layer, there and back: the linear part and the activation, one after the other.</summary>
public static class Dense
{
    /// <summary>Z = A W^T + b, then g(Z).</summary>
    /// <param name="A">The activations of the layer before, (m, n[l-1]); X for the first layer.</param>
    /// <param name="layer">The layer.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>A[l], and with it what the way back needs.</returns>
    /// <exception cref="ArgumentException">A does not have a column for each input of the layer.</exception>
    public static DenseCache<T> Forward<T>(T[,] A, DenseLayer<T> layer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(layer);
        T[,] Z = Linear.Forward(A, layer.W, layer.b);
        return new(layer, A, Z, Activations.Forward(Z, layer.Activation, layer.Slope));
    }

    /// <summary>dZ from dA through the activation, then dA[l-1], dW and db through the linear part.</summary>
    /// <param name="dA">The derivative of each example's loss with respect to A[l], (m, n[l]).</param>
    /// <param name="cache">What the forward pass kept.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">dA does not have the shape of A[l].</exception>
    public static LinearGradients<T> Backward<T>(T[,] dA, DenseCache<T> cache)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(cache);
        T[,] dZ = Activations.Backward(dA, cache.Z, cache.Layer.Activation, cache.Layer.Slope);
        return Linear.Backward(dZ, cache.Inputs, cache.Layer.W);
    }
}
