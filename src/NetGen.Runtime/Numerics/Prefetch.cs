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
}
