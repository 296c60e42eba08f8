using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

internal readonly partial struct DoubleLanes512
{
    // Two rows at a time are transposed within their blocks; then the blocks themselves are.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TransposeSquare(ref readonly double source, nint sourceStride, ref double destination, nint destinationStride)
    {
        LoadRows(in source, sourceStride, out var first0, out var second0);
        LoadRows(in Unsafe.Add(ref Unsafe.AsRef(in source), 2 * sourceStride), sourceStride, out var first1, out var second1);
        LoadRows(in Unsafe.Add(ref Unsafe.AsRef(in source), 4 * sourceStride), sourceStride, out var first2, out var second2);
        LoadRows(in Unsafe.Add(ref Unsafe.AsRef(in source), 6 * sourceStride), sourceStride, out var first3, out var second3);
        StoreRows(first0, first1, first2, first3, ref destination, 2 * destinationStride);
        StoreRows(second0, second1, second2, second3, ref Unsafe.Add(ref destination, destinationStride), 2 * destinationStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadRows(ref readonly double source, nint stride, out Vector512<double> first, out Vector512<double> second)
    {
        Vector512<double> even = Load(in source, 0);
        Vector512<double> odd = Load(in source, stride);
        first = UnpackLow(even, odd);
        second = UnpackHigh(even, odd);
    }

    // Row i receives block i of each vector.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRows(Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d, ref double destination, nint stride)
    {
        Vector512<double> lowerAB = LowerHalves(a, b);
        Vector512<double> upperAB = UpperHalves(a, b);
        Vector512<double> lowerCD = LowerHalves(c, d);
        Vector512<double> upperCD = UpperHalves(c, d);
        Store(EvenBlocks(lowerAB, lowerCD), ref destination, 0);
        Store(OddBlocks(lowerAB, lowerCD), ref destination, stride);
        Store(EvenBlocks(upperAB, upperCD), ref destination, 2 * stride);
        Store(OddBlocks(upperAB, upperCD), ref destination, 3 * stride);
    }
}
