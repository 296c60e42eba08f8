using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Numerics;

namespace NetGen.CompilerServices;

/// <summary>
/// The weights of the examples of a call, which <see cref="WeightedExamples"/> makes: it notes them for its thread, and what the network does within that call
/// finds them here. So the methods of networks do not take them, and a call without weights asks once whether there are any.
/// </summary>
/// <remarks>For emitted code. Nothing is checked: references to fewer elements than the sizes say read and write other memory.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ExampleWeights
{
    [ThreadStatic]
    private static WeightedCall call;

    /// <summary>The weights of some examples of the call at work.</summary>
    /// <param name="state">The network's parameters.</param>
    /// <param name="y">The labels of the examples: all of the call, or a slice of them, which says which examples they are.</param>
    /// <param name="examples">The number of examples.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>The weight of the first; a null reference where there are none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Of<T>(NetworkState<T> state, ReadOnlySpan<T> y, int examples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (call.Weights == 0)
        {
            return ref Unsafe.NullRef<T>();
        }

        return ref call.Find(state.Network, y, examples);
    }

    /// <summary>Multiplies rows, of one example each, by the weights; a weight of 0 makes a row 0, whatever is in it.</summary>
    /// <param name="weights">The weight of the first of all examples, or a null reference: nothing is done.</param>
    /// <param name="rows">The first row of all examples.</param>
    /// <param name="stride">The distance between the starts of two rows.</param>
    /// <param name="columns">The columns of a row.</param>
    /// <param name="start">The first example.</param>
    /// <param name="end">The example after the last.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Scale<T>(ref T weights, ref T rows, nint stride, int columns, nint start, nint end)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Unsafe.IsNullRef(ref weights))
        {
            ScaleRows(ref weights, ref rows, stride, columns, start, end);
        }
    }

    /// <summary>The same of blocks, in which each column has a vector with a lane for each example.</summary>
    /// <param name="weights">The weight of the first of all examples, or a null reference: nothing is done.</param>
    /// <param name="blocks">The first column of the first block.</param>
    /// <param name="stride">The distance between the starts of two blocks.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <param name="lanes">The lanes of a vector.</param>
    /// <param name="start">The first example of the first block.</param>
    /// <param name="examples">The number of all examples: the blocks are those up to the last, or some of them.</param>
    /// <param name="count">The number of blocks.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Scale<T>(ref T weights, ref T blocks, nint stride, int columns, int lanes, nint start, nint examples, nint count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Unsafe.IsNullRef(ref weights))
        {
            ScaleBlocks(ref weights, ref blocks, stride, columns, lanes, start, nint.Min(examples, start + (count * lanes)));
        }
    }

    /// <summary>Notes the weights of a call; what was noted before comes back with <see cref="End"/>.</summary>
    internal static WeightedCall Begin(WeightedCall begun)
    {
        WeightedCall outer = call;
        call = begun;
        return outer;
    }

    /// <summary>Ends what <see cref="Begin"/> has begun.</summary>
    internal static void End(WeightedCall outer) => call = outer;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ScaleRows<T>(ref T weights, ref T rows, nint stride, int columns, nint start, nint end)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint example = start; example < end; example++)
        {
            Multiply(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref rows, example * stride), columns), Unsafe.Add(ref weights, example));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ScaleBlocks<T>(ref T weights, ref T blocks, nint stride, int columns, int lanes, nint start, nint end)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint example = start; example < end; example++)
        {
            T weight = Unsafe.Add(ref weights, example);
            (nint block, nint lane) = ((example - start) / lanes, (example - start) % lanes);
            for (int column = 0; column < columns; column++)
            {
                Multiply(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref blocks, (block * stride) + (column * lanes) + lane), 1), weight);
            }
        }
    }

    private static void Multiply<T>(Span<T> values, T weight)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (weight == T.Zero)
        {
            values.Clear();
            return;
        }

        SpanArithmetic.Scale(values, weight);
    }
}
