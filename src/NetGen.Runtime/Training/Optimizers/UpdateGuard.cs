using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// The checks in front of each piece of an update: one or two compares that are never taken. Emitted code passes a span of constant length, against which an
/// index costs one compare, and a constant index none.
/// </summary>
internal static class UpdateGuard
{
    /// <summary>Checks that a piece lies within the parameters, and within the state of an optimizer that has some.</summary>
    /// <param name="state">The state: null in a default struct, without length before the first step.</param>
    /// <param name="length">The number of parameters.</param>
    /// <param name="index">Where the piece starts.</param>
    /// <param name="count">The elements of the piece.</param>
    /// <param name="optimizer">The optimizer's name.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Piece<T>([NotNull] OptimizerState<T>? state, int length, int index, int count, string optimizer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (state is null || End(index, count) > (uint)state.Length || End(index, count) > (uint)length)
            ThrowPiece(state, length, index, count, optimizer);
    }

    /// <summary>Checks that a piece lies within the parameters.</summary>
    /// <param name="length">The number of parameters.</param>
    /// <param name="index">Where the piece starts.</param>
    /// <param name="count">The elements of the piece.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Piece(int length, int index, int count)
    {
        if (End(index, count) > (uint)length)
            ThrowOutside(length, index, count);
    }

    /// <summary>Checks that an optimizer was made by one of its constructors.</summary>
    /// <param name="isMade">Whether it was.</param>
    /// <param name="optimizer">The optimizer's name.</param>
    /// <exception cref="InvalidOperationException">It is default.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Made([DoesNotReturnIf(false)] bool isMade, string optimizer)
    {
        if (!isMade)
            ThrowDefault(optimizer);
    }

    // 64 bits, in which a negative index is as far out as it can be and no sum is too large.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong End(int index, int count) => (ulong)(uint)index + (uint)count;

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowPiece<T>(OptimizerState<T>? state, int length, int index, int count, string optimizer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Made(state is not null, optimizer);
        if (state.Length == 0)
        {
            throw new InvalidOperationException(
                $"This {optimizer} was not begun: BeginStep comes before the updates of each step, and an optimizer that wraps this one must forward it.");
        }

        Piece(length, index, count);
        throw new InvalidOperationException(Text(
            $"This {optimizer} keeps the state of a network of {state.Length} parameters, but was given {Where(index, count)} to update: make another for each."));
    }

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowOutside(int length, int index, int count) => throw new ArgumentOutOfRangeException(
        nameof(index), index, Text($"index is {index}: the gradient is that of {Where(index, count)}, but there are {Counted(length, "value")} in all."));

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowDefault(string optimizer) => throw new InvalidOperationException(
        $"This {optimizer} is default, without hyperparameters, and would train nothing: make it with new, which sets them.");

    private static string Where(int index, int count) => count == 1 ? Text($"parameter {index}") : Text($"parameters {index} to {(long)index + count - 1}");
}
