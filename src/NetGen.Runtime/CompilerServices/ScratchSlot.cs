using System.Runtime.CompilerServices;
using static NetGen.MessageText;

namespace NetGen.CompilerServices;

/// <summary>Where a thread keeps an array for the next who needs one. Empty while it is in use.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal struct ScratchSlot<T>
    where T : unmanaged
{
    /// <summary>The bytes of the largest array that is kept for good.</summary>
    public const long LargestKept = 256L * 1024 * 1024;

    private T[]? kept;

    // Such arrays live where only a full collection looks, so that steps in between find them again.
    private WeakReference<T[]>? large;

    /// <summary>One line to move the start onto a boundary, one to read after the end.</summary>
    private static int Spare => 2 * CacheLine.Bytes / Unsafe.SizeOf<T>();

    /// <summary>Takes an array of at least so many elements and two cache lines.</summary>
    /// <param name="count">The number of elements needed.</param>
    /// <param name="network">The network's name, for messages.</param>
    /// <param name="examples">The number of examples that they are for.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T[] Take(long count, string network, int examples)
    {
        T[]? block = kept;
        if (block is null || block.Length - Spare < count)
        {
            return TakeAnother(count, network, examples);
        }

        kept = null;
        return block;
    }

    /// <summary>Keeps an array; of two the longer one.</summary>
    /// <param name="block">The array.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PutBack(T[] block)
    {
        if ((long)block.Length * Unsafe.SizeOf<T>() > LargestKept)
        {
            PutBackLarge(block);
        }
        else if (kept is null || kept.Length < block.Length)
        {
            kept = block;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T[] TakeAnother(long count, string network, int examples)
    {
        int held = kept?.Length ?? 0;
        if (large is not null && large.TryGetTarget(out T[]? block))
        {
            // Not while it is in use; and where it is too short, the collector may have it before the longer one is made.
            large.SetTarget(null!);
            if (block.Length - Spare >= count)
            {
                return block;
            }

            held = block.Length;
        }

        if (count > Array.MaxLength - Spare)
        {
            throw TooLong(count, network, examples, "x");
        }

        // Half as much again as before, so that a caller whose batches grow does not allocate at every one.
        long length = Math.Max(count + Spare, Math.Min(held + (held / 2L), Array.MaxLength));
        kept = null;
        try
        {
            return GC.AllocateArray<T>((int)length, pinned: true);
        }
        catch (OutOfMemoryException) when (length > count + Spare)
        {
            return TakeExactly(count, network, examples);
        }
        catch (OutOfMemoryException cause)
        {
            throw Missing(count, network, examples, cause);
        }
    }

    private static T[] TakeExactly(long count, string network, int examples)
    {
        try
        {
            return GC.AllocateArray<T>((int)count + Spare, pinned: true);
        }
        catch (OutOfMemoryException cause)
        {
            throw Missing(count, network, examples, cause);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PutBackLarge(T[] block)
    {
        large ??= new WeakReference<T[]>(block);
        if (!large.TryGetTarget(out T[]? held) || held.Length < block.Length)
        {
            large.SetTarget(block);
        }
    }

    private static ArgumentException TooLong(long count, string network, int examples, string parameter) => new(
        Text($"{parameter} holds {Counted(examples, "example")}, for which {network} needs working memory of {count} values at once, ")
            + Text($"but an array holds {Array.MaxLength - Spare}: {Remedy}."),
        parameter);

    private static InsufficientMemoryException Missing(long count, string network, int examples, OutOfMemoryException cause) => new(
        Text($"There is no memory for the {count * Unsafe.SizeOf<T>() / (1024 * 1024)} MB that {network} works in ")
            + Text($"with {Counted(examples, "example")} at once: ")
            + $"{Remedy}.",
        cause);

    private const string Remedy = "train in mini-batches (BatchSize of TrainingOptions), or pass fewer examples a call";
}
