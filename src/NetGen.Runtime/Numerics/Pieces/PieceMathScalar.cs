using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>What the formula of an update computes with, on pieces that are one number.</summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public readonly unsafe struct PieceMathScalar<T> : IPieceMath<T, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Create(T value) => value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load(ReadOnlySpan<T> source, int index)
    {
        PieceGuard.Inside(source.Length, index, 1);
        return Unsafe.Add(ref MemoryMarshal.GetReference(source), (nuint)(uint)index);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(T piece, Span<T> destination, int index)
    {
        PieceGuard.Inside(destination.Length, index, 1);
        Unsafe.Add(ref MemoryMarshal.GetReference(destination), (nuint)(uint)index) = piece;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Add(T a, T b) => a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Subtract(T a, T b) => a - b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Multiply(T a, T b) => a * b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Divide(T a, T b) => a / b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MultiplyAdd(T a, T b, T c) => T.MultiplyAddEstimate(a, b, c);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Scale(T a, T factor) => a * factor;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ScaleAdd(T a, T factor, T c) => T.MultiplyAddEstimate(a, factor, c);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Shift(T a, T value) => a + value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sqrt(T a) => T.Sqrt(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Abs(T a) => T.Abs(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sign(T a) => T.Abs(a) > T.Zero ? T.CopySign(T.One, a) : a;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Min(T a, T b) => T.Min(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max(T a, T b) => T.Max(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FlushSubnormal(T a)
    {
        // Not the operators of T: each would be one more method to inline.
        bool isSubnormal = typeof(T) == typeof(float)
            ? MathF.Abs(Unsafe.BitCast<T, float>(a)) < SmallestNormalNumber.Single
            : Math.Abs(Unsafe.BitCast<T, double>(a)) < SmallestNormalNumber.Double;
        return isSubnormal ? default : a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IPieceMath<T, T>.LoadAt(T* place) => *place;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IPieceMath<T, T>.StoreAt(T piece, T* place) => *place = piece;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IPieceMath<T, T>.LoadAt(ref T start, nuint index) => Unsafe.Add(ref start, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IPieceMath<T, T>.StoreAt(T piece, ref T start, nuint index) => Unsafe.Add(ref start, index) = piece;
}
