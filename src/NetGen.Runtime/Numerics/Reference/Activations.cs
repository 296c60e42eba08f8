using System.Numerics;

namespace NetGen.Reference;

/// <summary>Every activation of the library by its name, for code that learns from a declaration which one a layer has.</summary>
public static class Activations
{
    /// <summary>A = g(Z).</summary>
    /// <param name="Z">Z, (m, n[l]).</param>
    /// <param name="activation">g; <see cref="Activation.Linear"/> is Z itself.</param>
    /// <param name="slope">The slope of a leaky ReLU where Z is not positive; finite and not negative. The others ignore it.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>A, (m, n[l]).</returns>
    /// <exception cref="ArgumentException">Z is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such activation, or the slope is negative or not finite, or would be in T, or 0 or subnormal
    /// there.</exception>
    public static T[,] Forward<T>(T[,] Z, Activation activation, double slope = 0.01)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrices.NotEmpty(Z, nameof(Z));
        DescriptionGuard.Activation<T>(activation, slope);
        var A = new T[Z.GetLength(0), Z.GetLength(1)];
        Forward<T>(Matrices.Values(Z), Z.GetLength(1), activation, slope, Matrices.Values(A));
        return A;
    }

    /// <summary>dZ = dA * g'(Z), of each element; softmax: of each row, see <see cref="Softmax.Backward{T}"/>.</summary>
    /// <param name="dA">The derivative of each example's loss with respect to A, (m, n[l]).</param>
    /// <param name="Z">What the forward pass kept: Z, (m, n[l]).</param>
    /// <param name="activation">g; <see cref="Activation.Linear"/> is Z itself.</param>
    /// <param name="slope">The slope of a leaky ReLU where Z is not positive; finite and not negative. The others ignore it.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dZ, (m, n[l]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such activation, or the slope is negative or not finite, or would be in T, or 0 or subnormal
    /// there.</exception>
    public static T[,] Backward<T>(T[,] dA, T[,] Z, Activation activation, double slope = 0.01)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrices.SameShape(dA, nameof(dA), Z, nameof(Z));
        DescriptionGuard.Activation<T>(activation, slope);
        (int m, int units) = (Z.GetLength(0), Z.GetLength(1));
        var dZ = new T[m, units];
        if (activation != Activation.Softmax)
        {
            Matrices.Map<T>(Matrices.Values(dA), Matrices.Values(Z), Matrices.Values(dZ), (da, z) => da * Derivative(activation, T.CreateChecked(slope), z));
            return dZ;
        }

        for (int start = 0; start < Z.Length; start += units)
        {
            Softmax.BackwardRow<T>(Matrices.Values(dA).Slice(start, units), Matrices.Values(Z).Slice(start, units), Matrices.Values(dZ).Slice(start, units));
        }

        return dZ;
    }

    /// <summary>A = g(Z) of values that lie row by row.</summary>
    /// <param name="z">Z (m, units).</param>
    /// <param name="units">The length of a row.</param>
    /// <param name="activation">g.</param>
    /// <param name="slope">The slope of a leaky ReLU.</param>
    /// <param name="a">Receives A (m, units).</param>
    internal static void Forward<T>(ReadOnlySpan<T> z, int units, Activation activation, double slope, Span<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (activation != Activation.Softmax)
        {
            T slopeOfElement = T.CreateTruncating(slope);
            for (int place = 0; place < z.Length; place++)
            {
                a[place] = Value(activation, slopeOfElement, z[place]);
            }

            return;
        }

        for (int start = 0; start < z.Length; start += units)
        {
            Softmax.ForwardRow(z.Slice(start, units), a.Slice(start, units));
        }
    }

    /// <summary>g(z) of an activation that works on one element at a time.</summary>
    internal static T Value<T>(Activation activation, T slope, T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => activation switch
        {
            Activation.Linear => z,
            Activation.Sigmoid => Sigmoid.Value(z),
            Activation.Tanh => Tanh.Value(z),
            Activation.Relu => Relu.Value(z),
            Activation.LeakyRelu => LeakyRelu.Value(z, slope),
            Activation.Gelu => Gelu.Value(z),
            Activation.GeluErf => GeluErf.Value(z),
            Activation.Silu => Silu.Value(z),
            Activation.Elu => Elu.Value(z),
            Activation.Softplus => Softplus.Value(z),
            Activation.Exponential => Exponential.Value(z),
            Activation.Softmax => throw OfSoftmax(activation),
        };

    /// <summary>g'(z) of an activation that works on one element at a time.</summary>
    internal static T Derivative<T>(Activation activation, T slope, T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => activation switch
        {
            Activation.Linear => T.One,
            Activation.Sigmoid => Sigmoid.Derivative(z),
            Activation.Tanh => Tanh.Derivative(z),
            Activation.Relu => Relu.Derivative(z),
            Activation.LeakyRelu => LeakyRelu.Derivative(z, slope),
            Activation.Gelu => Gelu.Derivative(z),
            Activation.GeluErf => GeluErf.Derivative(z),
            Activation.Silu => Silu.Derivative(z),
            Activation.Elu => Elu.Derivative(z),
            Activation.Softplus => Softplus.Derivative(z),
            Activation.Exponential => Exponential.Value(z),
            Activation.Softmax => throw OfSoftmax(activation),
        };

    private static ArgumentOutOfRangeException OfSoftmax(Activation activation) =>
        new(nameof(activation), activation, "Softmax is not a function of one element.");
}
