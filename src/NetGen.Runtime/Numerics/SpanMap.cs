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
                MessageText.Text($"destination holds {destination.Length} values, but x holds {x.Length}: pass spans of the same length."), nameof(destination));
        }

        if (x.Overlaps(destination, out int offset) && offset != 0)
        {
            throw new ArgumentException(
                MessageText.Text($"destination overlaps x, shifted by {offset} values: pass x itself to work in place, or memory that x does not touch."), nameof(destination));
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

    // The last vector of each form overlaps the one before it. It is computed first and stored last, because in place its values would be read too late.

    private static void Apply512<T, TFunction>(ref readonly T source, ref T target, nuint length)
        where T : unmanaged
        where TFunction : IVectorFunction<T>
    {
        nuint last = length - (nuint)Vector512<T>.Count;
        Vector512<T> end = TFunction.Of(Vector512.LoadUnsafe(in source, last));
        for (nuint i = 0; i < last; i += (nuint)Vector512<T>.Count)
        {
            TFunction.Of(Vector512.LoadUnsafe(in source, i)).StoreUnsafe(ref target, i);
        }

        end.StoreUnsafe(ref target, last);
    }

    private static void Apply256<T, TFunction>(ref readonly T source, ref T target, nuint length)
        where T : unmanaged
        where TFunction : IVectorFunction<T>
    {
        nuint last = length - (nuint)Vector256<T>.Count;
        Vector256<T> end = TFunction.Of(Vector256.LoadUnsafe(in source, last));
        for (nuint i = 0; i < last; i += (nuint)Vector256<T>.Count)
        {
            TFunction.Of(Vector256.LoadUnsafe(in source, i)).StoreUnsafe(ref target, i);
        }

        end.StoreUnsafe(ref target, last);
    }

    private static void Apply128<T, TFunction>(ref readonly T source, ref T target, nuint length)
        where T : unmanaged
        where TFunction : IVectorFunction<T>
    {
        nuint last = length - (nuint)Vector128<T>.Count;
        Vector128<T> end = TFunction.Of(Vector128.LoadUnsafe(in source, last));
        for (nuint i = 0; i < last; i += (nuint)Vector128<T>.Count)
        {
            TFunction.Of(Vector128.LoadUnsafe(in source, i)).StoreUnsafe(ref target, i);
        }

        end.StoreUnsafe(ref target, last);
    }
}
