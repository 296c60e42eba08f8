using System.Numerics;

namespace NetGen.Reference;

/// <summary>The softmax of each example: its outputs are positive and sum to 1.</summary>
public static class Softmax
{
    /// <summary>
    /// A[j] = exp(Z[j]) / sum over k of exp(Z[k]), of each row; the largest Z of the row is subtracted first, which changes nothing but keeps exp finite.
    /// </summary>
    /// <param name="Z">Z, (m, n[l]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>A, (m, n[l]).</returns>
    /// <exception cref="ArgumentException">Z is empty.</exception>
    public static T[,] Forward<T>(T[,] Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Activations.Forward(Z, Activation.Softmax);

    /// <summary>
    /// dZ[j] = A[j] (dA[j] - sum over k of dA[k] A[k]), of each row, with A = softmax(Z): the product of dA with the Jacobian, whose elements are
    /// dA[k]/dZ[j] = A[k] (1 - A[j]) for k = j and -A[k] A[j] for the others.
    /// </summary>
    /// <param name="dA">The derivative of each example's loss with respect to A, (m, n[l]).</param>
    /// <param name="Z">What the forward pass kept: Z, (m, n[l]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dZ, (m, n[l]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T[,] Backward<T>(T[,] dA, T[,] Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Activations.Backward(dA, Z, Activation.Softmax);

    /// <summary>The softmax of one row.</summary>
    internal static void ForwardRow<T>(ReadOnlySpan<T> z, Span<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T greatest = z[0];
        foreach (T value in z)
        {
            greatest = T.Max(greatest, value);
        }

        T sum = T.Zero;
        for (int unit = 0; unit < z.Length; unit++)
        {
            sum += a[unit] = z[unit] == greatest ? T.One : T.Exp(z[unit] - greatest);
        }

        for (int unit = 0; unit < z.Length; unit++)
        {
            a[unit] /= sum;
        }
    }

    /// <summary>dZ of one row.</summary>
    internal static void BackwardRow<T>(ReadOnlySpan<T> da, ReadOnlySpan<T> z, Span<T> dz)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ForwardRow(z, dz);
        T mean = Matrices.Dot(da, dz);
        for (int unit = 0; unit < z.Length; unit++)
        {
            dz[unit] *= da[unit] - mean;
        }
    }
}
