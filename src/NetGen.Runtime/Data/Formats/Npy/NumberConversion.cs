using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>The conversion of the numbers of a file to the type that they are wanted in: one for all readers.</summary>
internal static class NumberConversion
{
    /// <summary>Converts numbers.</summary>
    /// <param name="source">The numbers.</param>
    /// <param name="destination">Receives them; as long, or longer.</param>
    /// <param name="first">The number of the first one, for messages.</param>
    /// <exception cref="OverflowException">The type cannot hold one of them.</exception>
    internal static void Copy<TSource, TTarget>(ReadOnlySpan<TSource> source, Span<TTarget> destination, long first)
        where TSource : unmanaged, INumberBase<TSource>
        where TTarget : unmanaged, INumberBase<TTarget>
    {
        if (typeof(TSource) == typeof(TTarget))
        {
            MemoryMarshal.Cast<TSource, TTarget>(source).CopyTo(destination);
            return;
        }

        if (IsAlwaysInRange<TSource, TTarget>())
        {
            for (int i = 0; i < source.Length; i++)
            {
                destination[i] = TTarget.CreateTruncating(source[i]);
            }

            return;
        }

        CopyChecked(source, destination, first);
    }

    private static void CopyChecked<TSource, TTarget>(ReadOnlySpan<TSource> source, Span<TTarget> destination, long first)
        where TSource : unmanaged, INumberBase<TSource>
        where TTarget : unmanaged, INumberBase<TTarget>
    {
        bool isInteger = IsInteger<TTarget>();
        int i = 0;
        try
        {
            for (; i < source.Length; i++)
            {
                // Conversions to floating point do not fail: what is too large becomes infinite, which none of the numbers was.
                destination[i] = TTarget.CreateChecked(source[i]);
                if (isInteger ? !TSource.IsInteger(source[i]) : TSource.IsFinite(source[i]) && !TTarget.IsFinite(destination[i]))
                {
                    throw new OverflowException(isInteger ? "It has a fraction." : "It is out of range.");
                }
            }
        }
        catch (OverflowException exception)
        {
            throw new OverflowException(
                MessageText.Text($"Value {first + i} is {source[i]}, which the type {typeof(TTarget).Name} cannot hold."), exception);
        }
    }

    /// <summary>Whether a type holds all numbers of another, rounded: float and double all but the doubles.</summary>
    private static bool IsAlwaysInRange<TSource, TTarget>() =>
        typeof(TTarget) == typeof(double) || (typeof(TTarget) == typeof(float) && typeof(TSource) != typeof(double));

    /// <summary>Whether a type holds whole numbers only: its half of one is nothing.</summary>
    private static bool IsInteger<TNumber>()
        where TNumber : INumberBase<TNumber> => TNumber.IsZero(TNumber.One / (TNumber.One + TNumber.One));
}
