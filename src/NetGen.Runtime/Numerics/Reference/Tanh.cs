using System.Numerics;

namespace NetGen.Reference;

/// <summary>The hyperbolic tangent, for hidden layers.</summary>
public static class Tanh
{
    /// <summary>A = tanh(Z).</summary>
    /// <param name="Z">Z, (m, n[l]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>A, (m, n[l]).</returns>
    /// <exception cref="ArgumentException">Z is empty.</exception>
    public static T[,] Forward<T>(T[,] Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Activations.Forward(Z, Activation.Tanh);

    /// <summary>dZ = dA * (1 - A^2), with A = tanh(Z).</summary>
    /// <param name="dA">The derivative of each example's loss with respect to A, (m, n[l]).</param>
    /// <param name="Z">What the forward pass kept: Z, (m, n[l]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dZ, (m, n[l]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T[,] Backward<T>(T[,] dA, T[,] Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Activations.Backward(dA, Z, Activation.Tanh);

    /// <summary>g(z).</summary>
    internal static T Value<T>(T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Tanh(z);

    /// <summary>g'(z).</summary>
    internal static T Derivative<T>(T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T a = Value(z);
        return T.One - (a * a);
    }
}
