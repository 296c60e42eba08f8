using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>Working memory of the calling thread, for what does not fit the stack: kept from call to call, so that a step allocates nothing.</summary>
/// <remarks>
/// Who rents takes the memory out of the thread's hands, and who is called meanwhile and rents too gets other memory: an optimizer may predict with, or
/// train, another network. What an exception keeps from being returned is left to the garbage collector. Memory of up to <see cref="LargestKept"/> is kept
/// for as long as the thread lives; more, the working memory of a step over hundreds of thousands of examples, only until the next full garbage collection.
/// For emitted code. Nothing is checked: whoever gives back memory that is still in use, or other memory, or asks for the first element of other memory, has
/// it written over.
/// </remarks>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Scratch<T>
    where T : unmanaged
{
    /// <summary>The bytes of the largest memory that a thread keeps for good: 256 MB.</summary>
    public const long LargestKept = ScratchSlot<T>.LargestKept;

    [ThreadStatic]
    private static ScratchSlot<T> slot;

    /// <summary>Takes the calling thread's memory, or other where a caller has taken it. Its content is whatever was last written there.</summary>
    /// <param name="count">The number of elements needed.</param>
    /// <param name="network">The network's name, for messages.</param>
    /// <param name="examples">The number of examples that the memory is for.</param>
    /// <returns>An array that never moves, which <see cref="First"/> knows the use of.</returns>
    /// <exception cref="ArgumentException">No array holds <paramref name="count"/> elements.</exception>
    /// <exception cref="InsufficientMemoryException">There is not so much memory.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[] Rent(long count, string network, int examples) => slot.Take(count, network, examples);

    /// <summary>Gives memory back to the calling thread.</summary>
    /// <param name="block">What <see cref="Rent"/> returned; it must not be used any more.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Return(T[] block) => slot.PutBack(block);

    /// <summary>
    /// The first element of rented memory, on a 64-byte boundary and with at least 64 readable bytes after the elements that were asked for.
    /// </summary>
    /// <param name="block">What <see cref="Rent"/> returned.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T First(T[] block) => ref CacheLine.Align(ref MemoryMarshal.GetArrayDataReference(block));
}
