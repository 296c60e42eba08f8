using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

internal readonly partial struct DoubleLanes256
{
    // Two rows at a time are transposed within their blocks; then the blocks themselves are.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TransposeSquare(ref readonly double source, nint sourceStride, ref double destination, nint destinationStride)
    {
        LoadRows(in source, sourceStride, out var first0, out var second0);
        LoadRows(in Unsafe.Add(ref Unsafe.AsRef(in source), 2 * sourceStride), sourceStride, out var first1, out var second1);
        StoreRows(first0, first1, ref destination, 2 * destinationStride);
        StoreRows(second0, second1, ref Unsafe.Add(ref destination, destinationStride), 2 * destinationStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadRows(ref readonly double source, nint stride, out Vector256<double> first, out Vector256<double> second)
    {
        Vector256<double> even = Load(in source, 0);
        Vector256<double> odd = Load(in source, stride);
        first = UnpackLow(even, odd);
        second = UnpackHigh(even, odd);
    }

    // Row i receives block i of each vector.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRows(Vector256<double> a, Vector256<double> b, ref double destination, nint stride)
    {
        Store(LowerHalves(a, b), ref destination, 0);
        Store(UpperHalves(a, b), ref destination, stride);
    }
}
