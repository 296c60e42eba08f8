using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>Four lanes of float: one block.</summary>
internal readonly struct FloatLanes128 : IFloatLanes<FloatLanes128, Vector128<float>>
{
    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load(ref readonly float source, nint offset) => Vector128.LoadUnsafe(in source, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> vector, ref float destination, nint offset) => vector.StoreUnsafe(ref destination, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LoadBlocks(ref readonly float source, nint offset, nint step) => Load(in source, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBlocks(Vector128<float> vector, ref float destination, nint offset, nint step) => Store(vector, ref destination, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> UnpackLow(Vector128<float> a, Vector128<float> b)
    {
        if (Sse.IsSupported)
        {
            return Sse.UnpackLow(a, b);
        }

        if (AdvSimd.Arm64.IsSupported)
        {
            return AdvSimd.Arm64.ZipLow(a, b);
        }

        return Vector128.Create(a[0], b[0], a[1], b[1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> UnpackHigh(Vector128<float> a, Vector128<float> b)
    {
        if (Sse.IsSupported)
        {
            return Sse.UnpackHigh(a, b);
        }

        if (AdvSimd.Arm64.IsSupported)
        {
            return AdvSimd.Arm64.ZipHigh(a, b);
        }

        return Vector128.Create(a[2], b[2], a[3], b[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> AddNeighbours(Vector128<float> a, Vector128<float> b)
    {
        if (Sse.IsSupported)
        {
            return Sse.Shuffle(a, b, 0b10_00_10_00) + Sse.Shuffle(a, b, 0b11_01_11_01);
        }

        if (AdvSimd.Arm64.IsSupported)
        {
            return AdvSimd.Arm64.AddPairwise(a, b);
        }

        return Vector128.Create(a[0] + a[1], a[2] + a[3], b[0] + b[1], b[2] + b[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> UnpackLowPairs(Vector128<float> a, Vector128<float> b) => DoubleLanes128.UnpackLow(a.AsDouble(), b.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> UnpackHighPairs(Vector128<float> a, Vector128<float> b) => DoubleLanes128.UnpackHigh(a.AsDouble(), b.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Select(Vector128<float> a, Vector128<float> b, [ConstantExpected] byte control)
    {
        if (Sse.IsSupported)
        {
            return Sse.Shuffle(a, b, control);
        }

        return Vector128.Create(a[control & 3], a[control >> 2 & 3], b[control >> 4 & 3], b[control >> 6]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TransposeSquare(ref readonly float source, nint sourceStride, ref float destination, nint destinationStride)
    {
        Vector128<float> first = Load(in source, 0);
        Vector128<float> second = Load(in source, sourceStride);
        Vector128<float> third = Load(in source, 2 * sourceStride);
        Vector128<float> fourth = Load(in source, 3 * sourceStride);
        IFloatLanes<FloatLanes128, Vector128<float>>.TransposeBlocks(ref first, ref second, ref third, ref fourth);
        Store(first, ref destination, 0);
        Store(second, ref destination, destinationStride);
        Store(third, ref destination, 2 * destinationStride);
        Store(fourth, ref destination, 3 * destinationStride);
    }
}
