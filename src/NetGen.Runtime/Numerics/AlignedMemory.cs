using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen.Numerics;

/// <summary>Arrays that start on a cache line, so that vector loads of rows whose length is a multiple of 64 bytes never straddle two.</summary>
internal static class AlignedMemory
{
    /// <summary>How many elements there can be at most.</summary>
    internal static unsafe long Most<T>()
        where T : unmanaged => Array.MaxLength - (CacheLine.Bytes / sizeof(T));

    /// <summary>Allocates memory that starts on a cache line and never moves; its contents are undefined.</summary>
    /// <param name="count">How many elements.</param>
    /// <exception cref="ArgumentException">More elements than an array can hold.</exception>
    internal static unsafe Memory<T> Allocate<T>(long count)
        where T : unmanaged
    {
        int spare = CacheLine.Bytes / sizeof(T);
        if (count > Most<T>())
        {
            throw new ArgumentException($"{count} values are more than an array can hold ({Most<T>()}): use fewer examples.", nameof(count));
        }

        T[] storage = GC.AllocateUninitializedArray<T>((int)count + spare, pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(storage));
        int offset = (int)((CacheLine.Bytes - (address % CacheLine.Bytes)) % CacheLine.Bytes) / sizeof(T);
        return storage.AsMemory(offset, (int)count);
    }
}
