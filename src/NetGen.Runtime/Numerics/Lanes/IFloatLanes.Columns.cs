using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

internal partial interface IFloatLanes<TSelf, TVector>
{
    static int ILanes<TVector, float>.BlockLanes => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ILanes<TVector, float>.FewToLanes(ref readonly float source, int features, ref float destination)
    {
        if (features == 1)
        {
            TSelf.Store(TSelf.Load(in source, 0), ref destination, 0);
        }
        else if (features == 2)
        {
            TwoToLanes(in source, ref destination);
        }
        else if (features == 3)
        {
            ThreeToLanes(in source, ref destination);
        }
        else
        {
            TSelf.GroupToLanes(in source, 4, ref destination, TSelf.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ILanes<TVector, float>.FewFromLanes(ref readonly float source, int features, ref float destination)
    {
        if (features == 1)
        {
            TSelf.Store(TSelf.Load(in source, 0), ref destination, 0);
        }
        else if (features == 2)
        {
            TwoFromLanes(in source, ref destination);
        }
        else if (features == 3)
        {
            ThreeFromLanes(in source, ref destination);
        }
        else
        {
            TSelf.GroupFromLanes(in source, TSelf.Count, ref destination, 4);
        }
    }

    // Block i of a vector is given row 4i (4i + 1, 4i + 2, 4i + 3): after a 4x4 transposition within each block, lane j of a vector is row j.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ILanes<TVector, float>.GroupToLanes(ref readonly float source, nint sourceStride, ref float destination, nint destinationStride)
    {
        TVector first = TSelf.LoadBlocks(in source, 0, 4 * sourceStride);
        TVector second = TSelf.LoadBlocks(in source, sourceStride, 4 * sourceStride);
        TVector third = TSelf.LoadBlocks(in source, 2 * sourceStride, 4 * sourceStride);
        TVector fourth = TSelf.LoadBlocks(in source, 3 * sourceStride, 4 * sourceStride);
        TransposeBlocks(ref first, ref second, ref third, ref fourth);
        TSelf.Store(first, ref destination, 0);
        TSelf.Store(second, ref destination, destinationStride);
        TSelf.Store(third, ref destination, 2 * destinationStride);
        TSelf.Store(fourth, ref destination, 3 * destinationStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ILanes<TVector, float>.GroupFromLanes(ref readonly float source, nint sourceStride, ref float destination, nint destinationStride)
    {
        TVector first = TSelf.Load(in source, 0);
        TVector second = TSelf.Load(in source, sourceStride);
        TVector third = TSelf.Load(in source, 2 * sourceStride);
        TVector fourth = TSelf.Load(in source, 3 * sourceStride);
        TransposeBlocks(ref first, ref second, ref third, ref fourth);
        TSelf.StoreBlocks(first, ref destination, 0, 4 * destinationStride);
        TSelf.StoreBlocks(second, ref destination, destinationStride, 4 * destinationStride);
        TSelf.StoreBlocks(third, ref destination, 2 * destinationStride, 4 * destinationStride);
        TSelf.StoreBlocks(fourth, ref destination, 3 * destinationStride, 4 * destinationStride);
    }

    /// <summary>Transposes 4x4 numbers within each block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void TransposeBlocks(ref TVector first, ref TVector second, ref TVector third, ref TVector fourth)
    {
        TVector upperLeft = TSelf.UnpackLow(first, second);
        TVector upperRight = TSelf.UnpackHigh(first, second);
        TVector lowerLeft = TSelf.UnpackLow(third, fourth);
        TVector lowerRight = TSelf.UnpackHigh(third, fourth);
        first = TSelf.UnpackLowPairs(upperLeft, lowerLeft);
        second = TSelf.UnpackHighPairs(upperLeft, lowerLeft);
        third = TSelf.UnpackLowPairs(upperRight, lowerRight);
        fourth = TSelf.UnpackHighPairs(upperRight, lowerRight);
    }

    // A block holds two rows x0 y0 x1 y1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoToLanes(ref readonly float source, ref float destination)
    {
        TVector first = TSelf.LoadBlocks(in source, 0, 8);
        TVector second = TSelf.LoadBlocks(in source, 4, 8);
        TSelf.Store(TSelf.Select(first, second, 0b10_00_10_00), ref destination, 0);
        TSelf.Store(TSelf.Select(first, second, 0b11_01_11_01), ref destination, TSelf.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoFromLanes(ref readonly float source, ref float destination)
    {
        TVector x = TSelf.Load(in source, 0);
        TVector y = TSelf.Load(in source, TSelf.Count);
        TSelf.StoreBlocks(TSelf.UnpackLow(x, y), ref destination, 0, 8);
        TSelf.StoreBlocks(TSelf.UnpackHigh(x, y), ref destination, 4, 8);
    }

    // Four rows of three fill three blocks: x0 y0 z0 x1, y1 z1 x2 y2, z2 x3 y3 z3.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ThreeToLanes(ref readonly float source, ref float destination)
    {
        TVector first = TSelf.LoadBlocks(in source, 0, 12);
        TVector second = TSelf.LoadBlocks(in source, 4, 12);
        TVector third = TSelf.LoadBlocks(in source, 8, 12);
        TVector laterXY = TSelf.Select(second, third, 0b10_01_11_10);
        TVector earlierYZ = TSelf.Select(first, second, 0b01_00_10_01);
        TSelf.Store(TSelf.Select(first, laterXY, 0b10_00_11_00), ref destination, 0);
        TSelf.Store(TSelf.Select(earlierYZ, laterXY, 0b11_01_10_00), ref destination, TSelf.Count);
        TSelf.Store(TSelf.Select(earlierYZ, third, 0b11_00_11_01), ref destination, 2 * TSelf.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ThreeFromLanes(ref readonly float source, ref float destination)
    {
        TVector x = TSelf.Load(in source, 0);
        TVector y = TSelf.Load(in source, TSelf.Count);
        TVector z = TSelf.Load(in source, 2 * TSelf.Count);
        TVector evenXY = TSelf.Select(x, y, 0b10_00_10_00);
        TVector oddYZ = TSelf.Select(y, z, 0b11_01_11_01);
        TVector evenZOddX = TSelf.Select(z, x, 0b11_01_10_00);
        TSelf.StoreBlocks(TSelf.Select(evenXY, evenZOddX, 0b10_00_10_00), ref destination, 0, 12);
        TSelf.StoreBlocks(TSelf.Select(oddYZ, evenXY, 0b11_01_10_00), ref destination, 4, 12);
        TSelf.StoreBlocks(TSelf.Select(evenZOddX, oddYZ, 0b11_01_11_01), ref destination, 8, 12);
    }
}
