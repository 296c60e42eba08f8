using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>
/// Hands on the gradient in all lanes of a vector, or a single one, so that emitted code need not say what a formula computes with on such pieces. For emitted
/// code; it touches no memory itself, the sink does.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WholeUpdate
{
    /// <summary>Hands on a piece of the gradient.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TSink">What takes the gradient.</typeparam>
    /// <param name="sink">Takes the gradient.</param>
    /// <param name="parameters">All parameters of the network.</param>
    /// <param name="index">The parameter after the first lane.</param>
    /// <param name="gradient">The gradient.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Update<T, TSink>(this ref TSink sink, Span<T> parameters, int index, Vector512<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TSink : struct, IGradientSink<T>, allows ref struct =>
        sink.Update<Vector512<T>, PieceMath512<T>>(parameters, index, gradient);

    /// <inheritdoc cref="Update{T, TSink}(ref TSink, Span{T}, int, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Update<T, TSink>(this ref TSink sink, Span<T> parameters, int index, Vector256<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TSink : struct, IGradientSink<T>, allows ref struct =>
        sink.Update<Vector256<T>, PieceMath256<T>>(parameters, index, gradient);

    /// <inheritdoc cref="Update{T, TSink}(ref TSink, Span{T}, int, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Update<T, TSink>(this ref TSink sink, Span<T> parameters, int index, Vector128<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TSink : struct, IGradientSink<T>, allows ref struct =>
        sink.Update<Vector128<T>, PieceMath128<T>>(parameters, index, gradient);

    /// <inheritdoc cref="Update{T, TSink}(ref TSink, Span{T}, int, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Update<T, TSink>(this ref TSink sink, Span<T> parameters, int index, T gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TSink : struct, IGradientSink<T>, allows ref struct =>
        sink.Update<T, PieceMathScalar<T>>(parameters, index, gradient);
}
