using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

internal readonly partial struct FloatLanes256
{
    // Four rows at a time are transposed within their blocks; then the blocks themselves are.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TransposeSquare(ref readonly float source, nint sourceStride, ref float destination, nint destinationStride)
    {
        LoadRows(in source, sourceStride, out var first0, out var second0, out var third0, out var fourth0);
        LoadRows(in Unsafe.Add(ref Unsafe.AsRef(in source), 4 * sourceStride), sourceStride, out var first1, out var second1, out var third1, out var fourth1);
        StoreRows(first0, first1, ref destination, 4 * destinationStride);
        StoreRows(second0, second1, ref Unsafe.Add(ref destination, destinationStride), 4 * destinationStride);
        StoreRows(third0, third1, ref Unsafe.Add(ref destination, 2 * destinationStride), 4 * destinationStride);
        StoreRows(fourth0, fourth1, ref Unsafe.Add(ref destination, 3 * destinationStride), 4 * destinationStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadRows(
        ref readonly float source, nint stride,
        out Vector256<float> first, out Vector256<float> second, out Vector256<float> third, out Vector256<float> fourth)
    {
        first = Load(in source, 0);
        second = Load(in source, stride);
        third = Load(in source, 2 * stride);
        fourth = Load(in source, 3 * stride);
        IFloatLanes<FloatLanes256, Vector256<float>>.TransposeBlocks(ref first, ref second, ref third, ref fourth);
    }

    // Row i receives block i of each vector.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRows(Vector256<float> a, Vector256<float> b, ref float destination, nint stride)
    {
        Store(LowerHalves(a, b), ref destination, 0);
        Store(UpperHalves(a, b), ref destination, stride);
    }
}
