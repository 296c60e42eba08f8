using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using NetGen.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// Asks for memory before it is needed. A hint: nothing is read, so the place may lie outside of any object, and where the processor knows no such instruction,
/// nothing happens.
/// </summary>
public static class Prefetch
{
    /// <summary>Into the second-level cache: needed soon, but not before what the first-level cache holds now.</summary>
    /// <param name="place">The place.</param>
    /// <typeparam name="T">The element type.</typeparam>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Far<T>(ref T place)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch1(Unsafe.AsPointer(ref place));
        }
    }

    /// <summary>
    /// Some rows, into the second-level cache. Rows that do not lie within the memory are passed over: nothing that is wrong with a hint is an error.
    /// </summary>
    /// <param name="memory">The memory that holds the rows.</param>
    /// <param name="index">Where the first row starts.</param>
    /// <param name="stride">The distance between the starts of two rows.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The elements of each row.</param>
    /// <typeparam name="T">The element type.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FarRows<T>(ReadOnlySpan<T> memory, int index, int stride, int rows, int columns)
        where T : unmanaged
    {
        if (index < 0 || stride < 0 || rows < 1 || columns < 1 || index + ((rows - 1L) * stride) + columns > memory.Length)
        {
            return;
        }

        ref T place = ref Unsafe.Add(ref MemoryMarshal.GetReference(memory), index);
        int line = CacheLine.Bytes / Unsafe.SizeOf<T>();
        for (nint row = 0; row < rows; row++)
        {
            for (nint column = 0; column < columns; column += line)
            {
                Far(ref Unsafe.Add(ref place, (row * stride) + column));
            }
        }
    }
}
