using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>Applies a vector function to every value of a span, in the widest vectors that the processor and the length allow.</summary>
internal static class SpanMap
{
    /// <summary>Writes f(x[i]) to destination[i].</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same.</exception>
    public static void Apply<T, TFunction>(ReadOnlySpan<T> x, Span<T> destination)
        where T : unmanaged
        where TFunction : IVectorFunction<T>
    {
        if (destination.Length != x.Length)
        {
            throw new ArgumentException(
                MessageText.Text($"destination holds {destination.Length} values, but x holds {x.Length}: pass spans of the same length."),
                nameof(destination));
        }

        if (x.Overlaps(destination, out int offset) && offset != 0)
        {
            throw new ArgumentException(
                MessageText.Text($"destination overlaps x, shifted by {offset} values: ")
                    + "pass x itself to work in place, or memory that x does not touch.",
                nameof(destination));
        }

        ref readonly T source = ref MemoryMarshal.GetReference(x);
        ref T target = ref MemoryMarshal.GetReference(destination);
        nuint length = (nuint)x.Length;
        if (Vector512.IsHardwareAccelerated && length >= (nuint)Vector512<T>.Count)
        {
            Apply512<T, TFunction>(in source, ref target, length);
        }
        else if (Vector256.IsHardwareAccelerated && length >= (nuint)Vector256<T>.Count)
        {
            Apply256<T, TFunction>(in source, ref target, length);
        }
        else if (length >= (nuint)Vector128<T>.Count)
        {
            Apply128<T, TFunction>(in source, ref target, length);
        }
        else
        {
            for (nuint i = 0; i < length; i++)
            {
                Unsafe.Add(ref target, i) = TFunction.Of(Vector128.Create(Unsafe.Add(ref Unsafe.AsRef(in source), i))).ToScalar();
            }
        }
    }

    // The first and the last vector of each form overlap their neighbours, so that those in between are stored on boundaries of their own, wherever the array
    // lies: one that straddles two cache lines takes two stores. Both are computed first and stored last, because in place their values would be read too late.
    // Optimized from the first call: code that waits for its tier is several times slower, and these loops are too short for the runtime to replace them while
    // they run.

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Apply512<T, TFunction>(ref readonly T source, ref T target, nuint length)
        where T : unmanaged
        where TFunction : IVectorFunction<T>
    {
        nuint last = length - (nuint)Vector512<T>.Count;
        Vector512<T> start = TFunction.Of(Vector512.LoadUnsafe(in source));
        Vector512<T> end = TFunction.Of(Vector512.LoadUnsafe(in source, last));
        for (nuint i = UntilBoundary(ref target, (nuint)Vector512<T>.Count); i < last; i += (nuint)Vector512<T>.Count)
        {
            TFunction.Of(Vector512.LoadUnsafe(in source, i)).StoreUnsafe(ref target, i);
        }

        start.StoreUnsafe(ref target);
        end.StoreUnsafe(ref target, last);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Apply256<T, TFunction>(ref readonly T source, ref T target, nuint length)
        where T : unmanaged
        where TFunction : IVectorFunction<T>
    {
        nuint last = length - (nuint)Vector256<T>.Count;
        Vector256<T> start = TFunction.Of(Vector256.LoadUnsafe(in source));
        Vector256<T> end = TFunction.Of(Vector256.LoadUnsafe(in source, last));
        for (nuint i = UntilBoundary(ref target, (nuint)Vector256<T>.Count); i < last; i += (nuint)Vector256<T>.Count)
        {
            TFunction.Of(Vector256.LoadUnsafe(in source, i)).StoreUnsafe(ref target, i);
        }

        start.StoreUnsafe(ref target);
        end.StoreUnsafe(ref target, last);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Apply128<T, TFunction>(ref readonly T source, ref T target, nuint length)
        where T : unmanaged
        where TFunction : IVectorFunction<T>
    {
        nuint last = length - (nuint)Vector128<T>.Count;
        Vector128<T> start = TFunction.Of(Vector128.LoadUnsafe(in source));
        Vector128<T> end = TFunction.Of(Vector128.LoadUnsafe(in source, last));
        for (nuint i = UntilBoundary(ref target, (nuint)Vector128<T>.Count); i < last; i += (nuint)Vector128<T>.Count)
        {
            TFunction.Of(Vector128.LoadUnsafe(in source, i)).StoreUnsafe(ref target, i);
        }

        start.StoreUnsafe(ref target);
        end.StoreUnsafe(ref target, last);
    }

    /// <summary>The elements, 1 to a vector's, after which the next starts at a multiple of the vector's size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe nuint UntilBoundary<T>(ref T target, nuint lanes)
        where T : unmanaged =>
        lanes - ((nuint)Unsafe.AsPointer(ref target) / (nuint)sizeof(T) % lanes);
}
