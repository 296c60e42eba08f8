using System.Numerics;

namespace NetGen.Reference;

/// <summary>The leaky rectified linear unit.</summary>
public static class LeakyRelu
{
    /// <summary>A = Z where Z is positive, slope * Z elsewhere.</summary>
    /// <param name="Z">Z, (m, n[l]).</param>
    /// <param name="slope">The slope where Z is not positive; finite and not negative.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>A, (m, n[l]).</returns>
    /// <exception cref="ArgumentException">Z is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The slope is negative or not finite, or would be in T, or 0 or subnormal there.</exception>
    public static T[,] Forward<T>(T[,] Z, double slope = 0.01)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Activations.Forward(Z, Activation.LeakyRelu, slope);

    /// <summary>dZ = dA where Z is positive, slope * dA elsewhere, at 0 too.</summary>
    /// <param name="dA">The derivative of each example's loss with respect to A, (m, n[l]).</param>
    /// <param name="Z">What the forward pass kept: Z, (m, n[l]).</param>
    /// <param name="slope">The slope where Z is not positive; finite and not negative.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dZ, (m, n[l]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The slope is negative or not finite, or would be in T, or 0 or subnormal there.</exception>
    public static T[,] Backward<T>(T[,] dA, T[,] Z, double slope = 0.01)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Activations.Backward(dA, Z, Activation.LeakyRelu, slope);

    /// <summary>g(z).</summary>
    internal static T Value<T>(T z, T slope)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => z > T.Zero ? z : slope * z;

    /// <summary>g'(z).</summary>
    internal static T Derivative<T>(T z, T slope)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => z > T.Zero ? T.One : slope;
}
