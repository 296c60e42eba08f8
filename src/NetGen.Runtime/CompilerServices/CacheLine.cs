using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// The unit in which the processor moves memory: what straddles two of them is loaded twice, and a value just stored so cannot be handed to the loads that
/// follow.
/// </summary>
/// <remarks>For emitted code. Nothing is checked: what lies at the place that is returned is the caller's to know.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CacheLine
{
    /// <summary>The bytes of a line.</summary>
    public const int Bytes = 64;

    /// <summary>The first place at or after <paramref name="memory"/> that starts a line; memory on the stack, which does not move, keeps it.</summary>
    /// <typeparam name="T">The element type, whose size divides that of a line.</typeparam>
    /// <param name="memory">The start of memory on the stack, of a line more than is needed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe ref T Align<T>(ref T memory)
        where T : unmanaged
    {
        nuint address = ((nuint)Unsafe.AsPointer(ref memory) + (Bytes - 1)) & ~(nuint)(Bytes - 1);
        return ref Unsafe.AsRef<T>((void*)address);
    }
}
