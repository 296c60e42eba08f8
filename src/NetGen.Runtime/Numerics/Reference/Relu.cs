using System.Numerics;

namespace NetGen.Reference;

/// <summary>The rectified linear unit, the default of hidden layers.</summary>
public static class Relu
{
    /// <summary>A = max(0, Z).</summary>
    /// <param name="Z">Z, (m, n[l]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>A, (m, n[l]).</returns>
    /// <exception cref="ArgumentException">Z is empty.</exception>
    public static T[,] Forward<T>(T[,] Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Activations.Forward(Z, Activation.Relu);

    /// <summary>dZ = dA where Z is positive, 0 elsewhere, at 0 too.</summary>
    /// <param name="dA">The derivative of each example's loss with respect to A, (m, n[l]).</param>
    /// <param name="Z">What the forward pass kept: Z, (m, n[l]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dZ, (m, n[l]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T[,] Backward<T>(T[,] dA, T[,] Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Activations.Backward(dA, Z, Activation.Relu);

    /// <summary>g(z).</summary>
    internal static T Value<T>(T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Max(T.Zero, z);

    /// <summary>g'(z).</summary>
    internal static T Derivative<T>(T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => z > T.Zero ? T.One : T.Zero;
}
