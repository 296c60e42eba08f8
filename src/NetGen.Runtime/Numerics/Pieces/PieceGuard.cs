using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// The check in front of each piece of an update: one or two compares that are never taken. Emitted code passes a span of constant length, against which an
/// index costs one compare, and a constant index none.
/// </summary>
/// <remarks>
/// The methods that throw are not marked NoInlining: only of methods that it considers for inlining does the JIT find out that they do not return, and a call
/// that may return would have the accumulators of a gradient tile saved around it, in each round of its loop.
/// </remarks>
internal static class PieceGuard
{
    /// <summary>Checks that a piece lies within the parameters.</summary>
    /// <param name="length">The number of parameters.</param>
    /// <param name="index">Where the piece starts.</param>
    /// <param name="count">The elements of the piece.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Inside(int length, int index, int count)
    {
        if (IsOutside(length, index, count))
        {
            Throw(length, index, count);
        }
    }

    /// <summary>Whether a piece does not lie within the parameters.</summary>
    // A negative index is, without its sign, beyond any length. Where the length is a constant, so is the difference.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOutside(int length, int index, int count) => length < count || (uint)index > (uint)(length - count);

    [DoesNotReturn]
    private static void Throw(int length, int index, int count) => throw new ArgumentOutOfRangeException(
        nameof(index), index, Text($"index is {index}: the gradient is that of {Where(index, count)}, but there are {Counted(length, "value")} in all."));

    private static string Where(int index, int count) => count == 1 ? Text($"parameter {index}") : Text($"parameters {index} to {(long)index + count - 1}");
}
