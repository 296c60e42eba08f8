using System.Numerics;

namespace NetGen.Reference;

/// <summary>The exponential linear unit with alpha 1.</summary>
public static class Elu
{
    /// <summary>A = Z where Z is positive, exp(Z) - 1 elsewhere.</summary>
    /// <param name="Z">Z, (m, n[l]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>A, (m, n[l]).</returns>
    /// <exception cref="ArgumentException">Z is empty.</exception>
    public static T[,] Forward<T>(T[,] Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Activations.Forward(Z, Activation.Elu);

    /// <summary>dZ = dA where Z is positive, dA * exp(Z) elsewhere.</summary>
    /// <param name="dA">The derivative of each example's loss with respect to A, (m, n[l]).</param>
    /// <param name="Z">What the forward pass kept: Z, (m, n[l]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dZ, (m, n[l]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T[,] Backward<T>(T[,] dA, T[,] Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Activations.Backward(dA, Z, Activation.Elu);

    /// <summary>g(z).</summary>
    internal static T Value<T>(T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => z > T.Zero ? z : T.Exp(z) - T.One;

    /// <summary>g'(z).</summary>
    internal static T Derivative<T>(T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => z > T.Zero ? T.One : T.Exp(z);
}
