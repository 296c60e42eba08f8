using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>Working memory of the calling thread, for what does not fit the stack: kept from call to call, so that a step allocates nothing.</summary>
/// <typeparam name="T">The element type.</typeparam>
public static class Scratch<T>
    where T : unmanaged
{
    [ThreadStatic]
    private static ParameterBlock<T>? block;

    /// <summary>The calling thread's scratch, on a 64-byte boundary and with at least 64 readable bytes behind it.</summary>
    /// <remarks>
    /// There is one per thread and element type: what a thread rents, it holds until it rents again, and then the earlier reference may point to the
    /// same memory. Its content is whatever was last written there.
    /// </remarks>
    /// <param name="count">The number of elements needed.</param>
    /// <returns>The first of at least <paramref name="count"/> elements.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is more than an array can hold.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Rent(nuint count)
    {
        ParameterBlock<T>? held = block;
        if (held is null || (nuint)(uint)held.Length < count)
            held = Grow(count);
        return ref held.Reference;
    }

    // Half as much again as before, so that a caller whose batches grow does not allocate at every one.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ParameterBlock<T> Grow(nuint count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, (nuint)Array.MaxLength);
        int length = (int)count;
        if (block is { Length: < 1 << 29 } held)
            length = Math.Max(length, held.Length + held.Length / 2);
        return block = new ParameterBlock<T>(length);
    }
}
