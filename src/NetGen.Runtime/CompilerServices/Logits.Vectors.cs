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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Weighted<T>(Vector512<T> weight, Vector512<T> value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector512.AndNot(weight * value, Vector512.Equals(weight, Vector512<T>.Zero));
}
