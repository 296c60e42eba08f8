using System.Numerics;

namespace NetGen.Reference;

/// <summary>The Gaussian error linear unit in its tanh form (Hendrycks and Gimpel, 2016): PyTorch's <c>approximate="tanh"</c>.</summary>
public static class Gelu
{
    private const double Cubic = 0.044715;

    /// <summary>A = Z (1 + t) / 2, with t = tanh(sqrt(2 / pi) (Z + 0.044715 Z^3)).</summary>
    /// <param name="Z">Z, (m, n[l]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>A, (m, n[l]).</returns>
    /// <exception cref="ArgumentException">Z is empty.</exception>
    public static T[,] Forward<T>(T[,] Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Activations.Forward(Z, Activation.Gelu);

    /// <summary>dZ = dA * (1 + t + Z (1 - t^2) sqrt(2 / pi) (1 + 3 * 0.044715 Z^2)) / 2, with t = tanh(sqrt(2 / pi) (Z + 0.044715 Z^3)).</summary>
    /// <param name="dA">The derivative of each example's loss with respect to A, (m, n[l]).</param>
    /// <param name="Z">What the forward pass kept: Z, (m, n[l]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dZ, (m, n[l]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T[,] Backward<T>(T[,] dA, T[,] Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Activations.Backward(dA, Z, Activation.Gelu);

    /// <summary>g(z).</summary>
    internal static T Value<T>(T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.IsNegativeInfinity(z) ? T.Zero : T.CreateChecked(0.5) * z * (T.One + Tangent(z));

    /// <summary>g'(z).</summary>
    internal static T Derivative<T>(T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T t = Tangent(z);
        if (T.Abs(t) == T.One)
        {
            return T.CreateChecked(0.5) * (T.One + t);
        }

        T inner = Scale<T>() * (T.One + (T.CreateChecked(3 * Cubic) * z * z));
        return T.CreateChecked(0.5) * (T.One + t + (z * (T.One - (t * t)) * inner));
    }

    private static T Tangent<T>(T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Tanh(Scale<T>() * (z + (T.CreateChecked(Cubic) * z * z * z)));

    private static T Scale<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Sqrt(T.CreateChecked(2) / T.Pi);
}
