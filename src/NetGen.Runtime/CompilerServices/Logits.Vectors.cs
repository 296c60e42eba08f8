using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.CompilerServices;

/// <content>On vectors of 512 bits; the build derives the narrower ones.</content>
public static partial class Logits
{
    /// <summary>Z, but no more than the greatest number.</summary>
    /// <param name="z">Z[L].</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Bounded<T>(Vector512<T> z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> =>
        Vector512.MinNative(Vector512.Create(T.MaxValue), z);

    /// <summary>The loss of sigmoid outputs with binary cross-entropy.</summary>
    /// <param name="z">Z[L].</param>
    /// <param name="y">The labels.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SigmoidLoss<T>(Vector512<T> z, Vector512<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector512<T> size = Vector512.Abs(z);
        Vector512<T> softplus = typeof(T) == typeof(float)
            ? VectorMath.Softplus(-size.AsSingle()).As<float, T>()
            : VectorMath.Softplus(-size.AsDouble()).As<double, T>();
        return softplus + Weighted(Vector512.ConditionalSelect(Vector512.GreaterThan(z, Vector512<T>.Zero), Vector512<T>.One - y, y), size);
    }

    /// <summary>What each class adds to the loss of softmax outputs with cross-entropy.</summary>
    /// <param name="z">Z[L].</param>
    /// <param name="logSum">The logarithm of the sum of the exponentials of bounded Z[L].</param>
    /// <param name="y">The labels.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ClassLoss<T>(Vector512<T> z, Vector512<T> logSum, Vector512<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> =>
        Weighted(y, logSum - Bounded(z));

    /// <summary>The loss of exponential outputs with Poisson loss, A - Y Z; infinite where A is.</summary>
    /// <param name="z">Z[L].</param>
    /// <param name="a">A[L].</param>
    /// <param name="y">The labels.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> PoissonLoss<T>(Vector512<T> z, Vector512<T> a, Vector512<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector512.ConditionalSelect(Vector512.Equals(a, Vector512.Create(T.PositiveInfinity)), a, a - Weighted(y, z));

    /// <summary>The loss of sigmoid outputs with focal loss.</summary>
    /// <param name="z">Z[L].</param>
    /// <param name="y">The labels.</param>
    /// <param name="gamma">The exponent of what is missed.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> FocalLoss<T>(Vector512<T> z, Vector512<T> y, T gamma)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector512<T> e = ExponentialOfNegative(Vector512.Abs(z)), larger = Vector512<T>.One / (Vector512<T>.One + e), smaller = e * larger;
        Vector512<T> isPositive = Vector512.GreaterThan(z, Vector512<T>.Zero);
        Vector512<T> p = Vector512.ConditionalSelect(isPositive, larger, smaller), other = Vector512.ConditionalSelect(isPositive, smaller, larger);
        return Weighted(Power((y * other) + ((Vector512<T>.One - y) * p), gamma), SigmoidLoss(z, y));
    }

    /// <summary>The derivative of <see cref="FocalLoss{T}(Vector512{T}, Vector512{T}, T)"/> with respect to Z[L].</summary>
    /// <param name="z">Z[L].</param>
    /// <param name="y">The labels.</param>
    /// <param name="gamma">The exponent of what is missed.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <remarks>
    /// With p = sigmoid(Z), C the cross-entropy and q = Y (1 - p) + (1 - Y) p, what is missed, so that dq/dZ = (1 - 2 Y) p (1 - p):
    /// q^gamma (p - Y) + gamma q^(gamma - 1) (1 - 2 Y) p (1 - p) C.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> FocalDelta<T>(Vector512<T> z, Vector512<T> y, T gamma)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector512<T> one = Vector512<T>.One, opposite = one - y;
        Vector512<T> e = ExponentialOfNegative(Vector512.Abs(z)), larger = one / (one + e), smaller = e * larger;
        Vector512<T> isPositive = Vector512.GreaterThan(z, Vector512<T>.Zero);
        Vector512<T> p = Vector512.ConditionalSelect(isPositive, larger, smaller), other = Vector512.ConditionalSelect(isPositive, smaller, larger);
        Vector512<T> missed = (y * other) + (opposite * p), power = Power(missed, gamma);

        // p (1 - p) / q is at most 1 where Y is 0 or 1, also where both become 0.
        Vector512<T> share = p * other / Vector512.MaxNative(missed, Vector512.Create(Smallest<T>()));
        return power * ((opposite * p) - (y * other) + ((opposite - y) * Vector512.Create(gamma) * Weighted(share, SigmoidLoss(z, y))));
    }

    /// <summary>What a class of softmax outputs with focal loss pulls: its probability times the derivative of its part of the loss by it.</summary>
    /// <param name="a">The probability of the class, A[L].</param>
    /// <param name="missed">Its negative logarithm.</param>
    /// <param name="y">The labels.</param>
    /// <param name="gamma">The exponent of what is missed.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <remarks>-Y ((1 - A)^gamma + gamma A (1 - A)^(gamma - 1) (-log A)).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> FocalPull<T>(Vector512<T> a, Vector512<T> missed, Vector512<T> y, T gamma)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector512<T> rest = Vector512.Max(Vector512<T>.One - a, Vector512<T>.Zero);
        Vector512<T> share = Weighted(a, missed) / Vector512.MaxNative(rest, Vector512.Create(Roundoff<T>()));
        return -Weighted(y, Power(rest, gamma) * (Vector512<T>.One + (Vector512.Create(gamma) * share)));
    }

    /// <summary>What each class adds to the loss of softmax outputs with focal loss.</summary>
    /// <param name="a">The probability of the class, A[L].</param>
    /// <param name="missed">Its negative logarithm.</param>
    /// <param name="y">The labels.</param>
    /// <param name="gamma">The exponent of what is missed.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> FocalClassLoss<T>(Vector512<T> a, Vector512<T> missed, Vector512<T> y, T gamma)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Weighted(y, Weighted(Power(Vector512.Max(Vector512<T>.One - a, Vector512<T>.Zero), gamma), missed));

    /// <summary>value^exponent of values from 0 to 1; a constant exponent that is 0, 1, 2 or 3 costs no more than its products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Power<T>(Vector512<T> value, T exponent)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (exponent == T.Zero)
        {
            return Vector512<T>.One;
        }

        if (exponent == T.One)
        {
            return value;
        }

        if (exponent == T.CreateTruncating(2))
        {
            return value * value;
        }

        if (exponent == T.CreateTruncating(3))
        {
            return value * value * value;
        }

        Vector512<T> logarithm = typeof(T) == typeof(float)
            ? VectorMath.Log(value.AsSingle()).As<float, T>()
            : VectorMath.Log(value.AsDouble()).As<double, T>();
        return Vector512.AndNot(Exponential(Vector512.Create(exponent) * logarithm), Vector512.Equals(value, Vector512<T>.Zero));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> ExponentialOfNegative<T>(Vector512<T> value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Exponential(-value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Exponential<T>(Vector512<T> value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => typeof(T) == typeof(float)
        ? VectorMath.Exp(value.AsSingle()).As<float, T>()
        : VectorMath.Exp(value.AsDouble()).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Weighted<T>(Vector512<T> weight, Vector512<T> value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector512.AndNot(weight * value, Vector512.Equals(weight, Vector512<T>.Zero));
}
