using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>
/// The losses of outputs as functions of Z[L], for generated code: right for any Z, the infinities too, where the textbook's formulas meet 0 times infinity or
/// the difference of
/// two infinities.
/// </summary>
/// <remarks>
/// The loss of sigmoid outputs, log(1 + exp(Z)) - Y Z, is written as log(1 + exp(-|Z|)) + |Z| (Z positive: 1 - Y, else Y). The loss of softmax outputs is the
/// sum of
/// Y (log of the sum of the exponentials - Z). A weight of 0 means that the other factor does not count. NaN stays NaN.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Logits
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Weighted<T>(Vector512<T> weight, Vector512<T> value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector512.AndNot(weight * value, Vector512.Equals(weight, Vector512<T>.Zero));

    /// <summary>Z, but no more than the greatest number.</summary>
    /// <param name="z">Z[L].</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Bounded<T>(Vector256<T> z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> =>
        Vector256.MinNative(Vector256.Create(T.MaxValue), z);

    /// <summary>The loss of sigmoid outputs with binary cross-entropy.</summary>
    /// <param name="z">Z[L].</param>
    /// <param name="y">The labels.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SigmoidLoss<T>(Vector256<T> z, Vector256<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> size = Vector256.Abs(z);
        Vector256<T> softplus = typeof(T) == typeof(float)
            ? VectorMath.Softplus(-size.AsSingle()).As<float, T>()
            : VectorMath.Softplus(-size.AsDouble()).As<double, T>();
        return softplus + Weighted(Vector256.ConditionalSelect(Vector256.GreaterThan(z, Vector256<T>.Zero), Vector256<T>.One - y, y), size);
    }

    /// <summary>What each class adds to the loss of softmax outputs with cross-entropy.</summary>
    /// <param name="z">Z[L].</param>
    /// <param name="logSum">The logarithm of the sum of the exponentials of bounded Z[L].</param>
    /// <param name="y">The labels.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ClassLoss<T>(Vector256<T> z, Vector256<T> logSum, Vector256<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> =>
        Weighted(y, logSum - Bounded(z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Weighted<T>(Vector256<T> weight, Vector256<T> value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256.AndNot(weight * value, Vector256.Equals(weight, Vector256<T>.Zero));

    /// <summary>Z, but no more than the greatest number.</summary>
    /// <param name="z">Z[L].</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Bounded<T>(Vector128<T> z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> =>
        Vector128.MinNative(Vector128.Create(T.MaxValue), z);

    /// <summary>The loss of sigmoid outputs with binary cross-entropy.</summary>
    /// <param name="z">Z[L].</param>
    /// <param name="y">The labels.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SigmoidLoss<T>(Vector128<T> z, Vector128<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector128<T> size = Vector128.Abs(z);
        Vector128<T> softplus = typeof(T) == typeof(float)
            ? VectorMath.Softplus(-size.AsSingle()).As<float, T>()
            : VectorMath.Softplus(-size.AsDouble()).As<double, T>();
        return softplus + Weighted(Vector128.ConditionalSelect(Vector128.GreaterThan(z, Vector128<T>.Zero), Vector128<T>.One - y, y), size);
    }

    /// <summary>What each class adds to the loss of softmax outputs with cross-entropy.</summary>
    /// <param name="z">Z[L].</param>
    /// <param name="logSum">The logarithm of the sum of the exponentials of bounded Z[L].</param>
    /// <param name="y">The labels.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ClassLoss<T>(Vector128<T> z, Vector128<T> logSum, Vector128<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> =>
        Weighted(y, logSum - Bounded(z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Weighted<T>(Vector128<T> weight, Vector128<T> value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector128.AndNot(weight * value, Vector128.Equals(weight, Vector128<T>.Zero));
}
