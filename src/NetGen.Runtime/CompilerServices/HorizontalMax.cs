using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>The greatest lane of a vector; NaN when a lane is NaN.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HorizontalMax
{
    /// <summary>The greatest lane.</summary>
    /// <param name="vector">The vector.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(Vector512<T> vector)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Of(Vector256.Max(vector.GetLower(), vector.GetUpper()));

    /// <summary>The greatest lane.</summary>
    /// <param name="vector">The vector.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(Vector256<T> vector)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Of(Vector128.Max(vector.GetLower(), vector.GetUpper()));

    /// <summary>The greatest lane.</summary>
    /// <param name="vector">The vector.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(Vector128<T> vector)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // The 64-bit halves first: two doubles are then done, and four floats are down to two.
        Vector128<ulong> bits = vector.AsUInt64();
        vector = Vector128.Max(vector, Vector128.Create(bits.GetElement(1), bits.GetElement(0)).As<ulong, T>());
        return Vector128<T>.Count == 2 ? vector.ToScalar() : T.Max(vector.ToScalar(), vector.GetElement(1));
    }
}
