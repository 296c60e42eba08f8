using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>
/// Asks for memory before it is needed. A hint: the place may lie outside of any object, and where the processor knows no such instruction, nothing happens.
/// </summary>
public static class Prefetch
{
    /// <summary>Into the second-level cache: needed soon, but not before what the first-level cache holds now.</summary>
    /// <param name="place">The place.</param>
    /// <typeparam name="T">The element type.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Far<T>(ref T place)
    {
        if (Sse.IsSupported)
            Sse.Prefetch1(Unsafe.AsPointer(ref place));
    }

    /// <summary>The start of some rows, into the second-level cache.</summary>
    /// <param name="place">The start of the first row.</param>
    /// <param name="stride">The distance between the starts of two rows.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The elements of each row.</param>
    /// <typeparam name="T">The element type.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FarRows<T>(ref T place, nint stride, nint rows, nint columns)
        where T : unmanaged
    {
        int line = CacheLine.Bytes / Unsafe.SizeOf<T>();
        for (nint row = 0; row < rows; row++)
        {
            for (nint column = 0; column < columns; column += line)
                Far(ref Unsafe.Add(ref place, row * stride + column));
        }
    }
}
