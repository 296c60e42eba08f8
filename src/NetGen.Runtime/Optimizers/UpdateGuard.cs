using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// The checks of an optimizer in front of each piece of an update, as cheap as those of <see cref="PieceGuard"/>, which says why they are written so.
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
    public static void Piece<T>([NotNull] UpdateState<T>? state, int length, int index, int count, string optimizer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Made(state is not null, optimizer);
        if (state.Length != length || PieceGuard.IsOutside(length, index, count))
        {
            ThrowPiece(state, length, index, count);
        }
    }

    /// <summary>Checks that an optimizer was made by one of its constructors.</summary>
    /// <param name="isMade">Whether it was.</param>
    /// <param name="optimizer">The optimizer's name.</param>
    /// <exception cref="InvalidOperationException">It is default.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Made([DoesNotReturnIf(false)] bool isMade, string optimizer)
    {
        if (!isMade)
        {
            ThrowDefault(optimizer);
        }
    }

    [DoesNotReturn]
    private static void ThrowPiece<T>(UpdateState<T> state, int length, int index, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (state.Length == 0 && length > 0)
        {
            throw new InvalidOperationException(
                $"This {state.Optimizer} was not begun: BeginStep comes before the updates of each step, "
                + "and an optimizer that wraps this one must forward it.");
        }

        PieceGuard.Inside(length, index, count);
        throw new InvalidOperationException(Text(
            $"This {state.Optimizer} was begun for {Counted(state.Length, "parameter")}, but its update is of a network of {length}: ")
            + "BeginStep takes the description of the network, and each network an optimizer of its own.");
    }

    [DoesNotReturn]
    private static void ThrowDefault(string optimizer) => throw new InvalidOperationException(
        $"This {optimizer} is default, without hyperparameters, and would train nothing: make it with new, which sets them.");
}
