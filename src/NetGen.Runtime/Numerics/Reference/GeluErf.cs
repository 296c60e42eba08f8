using System.Numerics;
using NetGen.Numerics;

namespace NetGen.Reference;

/// <summary>The Gaussian error linear unit as it is defined, with the error function: PyTorch's and Keras's default.</summary>
public static class GeluErf
{
    /// <summary>A = Z (1 + erf(Z / sqrt(2))) / 2.</summary>
    /// <param name="Z">Z, (m, n[l]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>A, (m, n[l]).</returns>
    /// <exception cref="ArgumentException">Z is empty.</exception>
    public static T[,] Forward<T>(T[,] Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Activations.Forward(Z, Activation.GeluErf);

    /// <summary>dZ = dA * ((1 + erf(Z / sqrt(2))) / 2 + Z exp(-Z^2 / 2) / sqrt(2 pi)).</summary>
    /// <param name="dA">The derivative of each example's loss with respect to A, (m, n[l]).</param>
    /// <param name="Z">What the forward pass kept: Z, (m, n[l]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dZ, (m, n[l]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T[,] Backward<T>(T[,] dA, T[,] Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Activations.Backward(dA, Z, Activation.GeluErf);

    /// <summary>g(z).</summary>
    internal static T Value<T>(T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.IsNegativeInfinity(z) ? T.Zero : z * Probability(z);

    /// <summary>g'(z).</summary>
    internal static T Derivative<T>(T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.IsInfinity(z) ? Probability(z) : Probability(z) + (z * T.Exp(T.CreateChecked(-0.5) * z * z) / T.Sqrt(T.Tau));

    /// <summary>That a normal number is below z.</summary>
    private static T Probability<T>(T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.CreateChecked(0.5) * (T.One + T.CreateTruncating(VectorMath.Erf(double.CreateTruncating(z / T.Sqrt(T.CreateChecked(2))))));
}
