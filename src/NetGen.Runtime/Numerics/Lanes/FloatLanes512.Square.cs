using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

internal readonly partial struct FloatLanes512
{
    // Four rows at a time are transposed within their blocks; then the blocks themselves are.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TransposeSquare(ref readonly float source, nint sourceStride, ref float destination, nint destinationStride)
    {
        LoadRows(in source, sourceStride, out var first0, out var second0, out var third0, out var fourth0);
        LoadRows(in Unsafe.Add(ref Unsafe.AsRef(in source), 4 * sourceStride), sourceStride, out var first1, out var second1, out var third1, out var fourth1);
        LoadRows(in Unsafe.Add(ref Unsafe.AsRef(in source), 8 * sourceStride), sourceStride, out var first2, out var second2, out var third2, out var fourth2);
        LoadRows(in Unsafe.Add(ref Unsafe.AsRef(in source), 12 * sourceStride), sourceStride, out var first3, out var second3, out var third3, out var fourth3);
        StoreRows(first0, first1, first2, first3, ref destination, 4 * destinationStride);
        StoreRows(second0, second1, second2, second3, ref Unsafe.Add(ref destination, destinationStride), 4 * destinationStride);
        StoreRows(third0, third1, third2, third3, ref Unsafe.Add(ref destination, 2 * destinationStride), 4 * destinationStride);
        StoreRows(fourth0, fourth1, fourth2, fourth3, ref Unsafe.Add(ref destination, 3 * destinationStride), 4 * destinationStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadRows(
        ref readonly float source, nint stride,
        out Vector512<float> first, out Vector512<float> second, out Vector512<float> third, out Vector512<float> fourth)
    {
        first = Load(in source, 0);
        second = Load(in source, stride);
        third = Load(in source, 2 * stride);
        fourth = Load(in source, 3 * stride);
        IFloatLanes<FloatLanes512, Vector512<float>>.TransposeBlocks(ref first, ref second, ref third, ref fourth);
    }

    // Row i receives block i of each vector.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRows(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, ref float destination, nint stride)
    {
        Vector512<float> lowerAB = LowerHalves(a, b);
        Vector512<float> upperAB = UpperHalves(a, b);
        Vector512<float> lowerCD = LowerHalves(c, d);
        Vector512<float> upperCD = UpperHalves(c, d);
        Store(EvenBlocks(lowerAB, lowerCD), ref destination, 0);
        Store(OddBlocks(lowerAB, lowerCD), ref destination, stride);
        Store(EvenBlocks(upperAB, upperCD), ref destination, 2 * stride);
        Store(OddBlocks(upperAB, upperCD), ref destination, 3 * stride);
    }
}
