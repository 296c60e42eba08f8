using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// One contiguous block of numbers that starts on a cache line, never moves, starts as zeros and has at least 64 bytes of zeros after it.
/// </summary>
/// <remarks>
/// The alignment keeps whole-vector loads within one cache line; the zeros after the block let a kernel read a full vector at the end
/// without faulting and without changing a sum. Nobody may write them.
/// </remarks>
/// <typeparam name="T">The element type.</typeparam>
public sealed class ParameterBlock<T>
    where T : unmanaged
{
    private readonly T[] storage;
    private readonly int offset;

    /// <summary>Allocates a zeroed block.</summary>
    /// <param name="count">The number of elements, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative, or more than an array can hold.</exception>
    public unsafe ParameterBlock(int count)
    {
        // One line to move the start onto a boundary, one for the zeros after the end.
        int spare = 2 * CacheLine.Bytes / sizeof(T);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength - spare);
        Length = count;
        storage = GC.AllocateArray<T>(count + spare, pinned: true);
        nuint misalignment = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(storage)) % CacheLine.Bytes;
        offset = (int)((CacheLine.Bytes - misalignment) % CacheLine.Bytes / (nuint)sizeof(T));
    }

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>The first element, on a 64-byte boundary.</summary>
    public ref T Reference
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(storage), (nint)(uint)offset);
    }

    /// <summary>All elements, for whom a span does not live long enough.</summary>
    internal ReadOnlyMemory<T> Memory => storage.AsMemory(offset, Length);

    /// <summary>All elements, <see cref="Length"/> of them.</summary>
    public Span<T> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => MemoryMarshal.CreateSpan(ref Reference, Length);
    }
}
