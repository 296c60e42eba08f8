using System.Numerics;

namespace NetGen.Reference;

/// <summary>The sigmoid linear unit, also called swish.</summary>
public static class Silu
{
    /// <summary>A = Z / (1 + exp(-Z)).</summary>
    /// <param name="Z">Z, (m, n[l]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>A, (m, n[l]).</returns>
    /// <exception cref="ArgumentException">Z is empty.</exception>
    public static T[,] Forward<T>(T[,] Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Activations.Forward(Z, Activation.Silu);

    /// <summary>dZ = dA * S (1 + Z (1 - S)), with S = 1 / (1 + exp(-Z)).</summary>
    /// <param name="dA">The derivative of each example's loss with respect to A, (m, n[l]).</param>
    /// <param name="Z">What the forward pass kept: Z, (m, n[l]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dZ, (m, n[l]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T[,] Backward<T>(T[,] dA, T[,] Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Activations.Backward(dA, Z, Activation.Silu);

    /// <summary>g(z).</summary>
    internal static T Value<T>(T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.IsNegativeInfinity(z) ? T.Zero : z * Sigmoid.Value(z);

    /// <summary>g'(z).</summary>
    internal static T Derivative<T>(T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T s = Sigmoid.Value(z);
        return T.IsInfinity(z) ? s : s * (T.One + (z * (T.One - s)));
    }
}
