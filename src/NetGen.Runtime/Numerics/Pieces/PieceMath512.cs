using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen;

/// <summary>What the formula of an update computes with, on pieces that are a <see cref="Vector512{T}"/>.</summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public readonly unsafe struct PieceMath512<T> : IPieceMath<Vector512<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static int Count => Vector512<T>.Count;

    private static Vector512<T> SmallestNormal
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float)
            ? Vector512.Create(SmallestNormalNumber.Single).As<float, T>()
            : Vector512.Create(SmallestNormalNumber.Double).As<double, T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Create(T value) => Vector512.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load(ReadOnlySpan<T> source, int index)
    {
        PieceGuard.Inside(source.Length, index, Vector512<T>.Count);
        return Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(source), (uint)index);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<T> piece, Span<T> destination, int index)
    {
        PieceGuard.Inside(destination.Length, index, Vector512<T>.Count);
        piece.StoreUnsafe(ref MemoryMarshal.GetReference(destination), (uint)index);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Add(Vector512<T> a, Vector512<T> b) => a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Subtract(Vector512<T> a, Vector512<T> b) => a - b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Multiply(Vector512<T> a, Vector512<T> b) => a * b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Divide(Vector512<T> a, Vector512<T> b) => a / b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MultiplyAdd(Vector512<T> a, Vector512<T> b, Vector512<T> c) => typeof(T) == typeof(float)
        ? Vector512.MultiplyAddEstimate(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
        : Vector512.MultiplyAddEstimate(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Scale(Vector512<T> a, T factor) => a * Vector512.Create(factor);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ScaleAdd(Vector512<T> a, T factor, Vector512<T> c) => typeof(T) == typeof(float)
        ? Vector512.MultiplyAddEstimate(a.AsSingle(), Vector512.Create(factor).AsSingle(), c.AsSingle()).As<float, T>()
        : Vector512.MultiplyAddEstimate(a.AsDouble(), Vector512.Create(factor).AsDouble(), c.AsDouble()).As<double, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Shift(Vector512<T> a, T value) => a + Vector512.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Sqrt(Vector512<T> a) => Vector512.Sqrt(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Abs(Vector512<T> a) => Vector512.Abs(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Sign(Vector512<T> a) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(Vector512.Abs(a), Vector512<T>.Zero), Vector512.CopySign(Vector512<T>.One, a), a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Min(Vector512<T> a, Vector512<T> b) => Vector512.Min(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Max(Vector512<T> a, Vector512<T> b) => Vector512.Max(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> FlushSubnormal(Vector512<T> a) =>
        Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Abs(a), SmallestNormal), Vector512<T>.Zero, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<T> IPieceMath<Vector512<T>, T>.LoadAt(T* place) => Vector512.Load(place);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IPieceMath<Vector512<T>, T>.StoreAt(Vector512<T> piece, T* place) => piece.Store(place);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<T> IPieceMath<Vector512<T>, T>.LoadAt(ref T start, nuint index) => Vector512.LoadUnsafe(ref start, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IPieceMath<Vector512<T>, T>.StoreAt(Vector512<T> piece, ref T start, nuint index) => piece.StoreUnsafe(ref start, index);
}
