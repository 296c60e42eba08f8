using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>
/// Hands on the gradient in the first lanes of a vector: a row of weights that ends within a vector is followed by other parameters, which must not be
/// touched. The number of lanes is a constant of the caller, so that nothing is left of the conditions. For emitted code; it touches no memory itself, the
/// sink does.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PartialUpdate
{
    /// <summary>Hands on the gradient in the first <paramref name="used"/> lanes.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TSink">What takes the gradient.</typeparam>
    /// <param name="sink">Takes the gradient.</param>
    /// <param name="parameters">All parameters of the network.</param>
    /// <param name="index">The parameter after the first lane.</param>
    /// <param name="gradient">The gradient.</param>
    /// <param name="used">The lanes that are a gradient; the others hold nothing of meaning.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<T, TSink>(ref TSink sink, Span<T> parameters, int index, Vector512<T> gradient, int used)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TSink : struct, IGradientSink<T>, allows ref struct
    {
        int half = Vector256<T>.Count;
        if (used < half)
        {
            Apply(ref sink, parameters, index, gradient.GetLower(), used);
        }
        else
        {
            sink.Update(parameters, index, gradient.GetLower());
            Apply(ref sink, parameters, index + half, gradient.GetUpper(), used - half);
        }
    }

    /// <inheritdoc cref="Apply{T, TSink}(ref TSink, Span{T}, int, Vector512{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<T, TSink>(ref TSink sink, Span<T> parameters, int index, Vector256<T> gradient, int used)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TSink : struct, IGradientSink<T>, allows ref struct
    {
        int half = Vector128<T>.Count;
        if (used < half)
        {
            Apply(ref sink, parameters, index, gradient.GetLower(), used);
        }
        else
        {
            sink.Update(parameters, index, gradient.GetLower());
            Apply(ref sink, parameters, index + half, gradient.GetUpper(), used - half);
        }
    }

    /// <inheritdoc cref="Apply{T, TSink}(ref TSink, Span{T}, int, Vector512{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<T, TSink>(ref TSink sink, Span<T> parameters, int index, Vector128<T> gradient, int used)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TSink : struct, IGradientSink<T>, allows ref struct
    {
        if (used > 0)
        {
            sink.Update(parameters, index, gradient.ToScalar());
        }

        if (used > 1)
        {
            sink.Update(parameters, index + 1, gradient.GetElement(1));
        }

        if (Vector128<T>.Count == 4)
        {
            if (used > 2)
            {
                sink.Update(parameters, index + 2, gradient.GetElement(2));
            }

            if (used > 3)
            {
                sink.Update(parameters, index + 3, gradient.GetElement(3));
            }
        }
    }
}
