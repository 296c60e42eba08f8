using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>Transposes rows of floats into vectors and back, for any vector width; four columns at a time, because a block holds four lanes.</summary>
/// <typeparam name="TLanes">How to move and mix the vectors.</typeparam>
/// <typeparam name="TVector">The vector type; one vector holds a column of as many rows as it has lanes.</typeparam>
internal static class FloatTransposition<TLanes, TVector>
    where TLanes : struct, IFloatLanes<TVector>
    where TVector : struct
{
    /// <summary>Contiguous rows to one vector per column. The branches fold away where features is a constant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ToLanes(ref readonly float source, int features, ref float destination)
    {
        if (features == 1)
        {
            TLanes.Store(TLanes.Load(in source, 0), ref destination, 0);
        }
        else if (features == 2)
        {
            TwoToLanes(in source, ref destination);
        }
        else if (features == 3)
        {
            ThreeToLanes(in source, ref destination);
        }
        else if (features == 4)
        {
            FourToLanes(in source, 4, ref destination, TLanes.Count);
        }
        else
        {
            ColumnsToLanes(in source, features, features, ref destination, TLanes.Count);
        }
    }

    /// <summary>One vector per column to contiguous rows. The branches fold away where features is a constant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FromLanes(ref readonly float source, int features, ref float destination)
    {
        if (features == 1)
        {
            TLanes.Store(TLanes.Load(in source, 0), ref destination, 0);
        }
        else if (features == 2)
        {
            TwoFromLanes(in source, ref destination);
        }
        else if (features == 3)
        {
            ThreeFromLanes(in source, ref destination);
        }
        else if (features == 4)
        {
            FourFromLanes(in source, TLanes.Count, ref destination, 4);
        }
        else
        {
            ColumnsFromLanes(in source, features, ref destination);
        }
    }

    /// <summary>Four or more columns of one vector's rows: in squares, then in groups of four, the last of which overlaps what was done before.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void ColumnsToLanes(ref readonly float source, nint sourceStride, nint columns, ref float destination, nint destinationStride)
    {
        nint column = 0;
        for (; column <= columns - TLanes.Count; column += TLanes.Count)
        {
            ref readonly float corner = ref Unsafe.Add(ref Unsafe.AsRef(in source), column);
            TLanes.TransposeSquare(in corner, sourceStride, ref Unsafe.Add(ref destination, column * destinationStride), destinationStride);
        }
        for (; column < columns; column += 4)
        {
            nint first = Math.Min(column, columns - 4);
            ref readonly float corner = ref Unsafe.Add(ref Unsafe.AsRef(in source), first);
            FourToLanes(in corner, sourceStride, ref Unsafe.Add(ref destination, first * destinationStride), destinationStride);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void ColumnsFromLanes(ref readonly float source, nint columns, ref float destination)
    {
        nint column = 0;
        for (; column <= columns - TLanes.Count; column += TLanes.Count)
        {
            ref readonly float corner = ref Unsafe.Add(ref Unsafe.AsRef(in source), column * TLanes.Count);
            TLanes.TransposeSquare(in corner, TLanes.Count, ref Unsafe.Add(ref destination, column), columns);
        }
        for (; column < columns; column += 4)
        {
            nint first = Math.Min(column, columns - 4);
            ref readonly float corner = ref Unsafe.Add(ref Unsafe.AsRef(in source), first * TLanes.Count);
            FourFromLanes(in corner, TLanes.Count, ref Unsafe.Add(ref destination, first), columns);
        }
    }

    // Block i of a vector is given row 4i (4i + 1, 4i + 2, 4i + 3): after a 4x4 transposition within each block, lane j of a vector is row j.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourToLanes(ref readonly float source, nint sourceStride, ref float destination, nint destinationStride)
    {
        TVector first = TLanes.LoadBlocks(in source, 0, 4 * sourceStride);
        TVector second = TLanes.LoadBlocks(in source, sourceStride, 4 * sourceStride);
        TVector third = TLanes.LoadBlocks(in source, 2 * sourceStride, 4 * sourceStride);
        TVector fourth = TLanes.LoadBlocks(in source, 3 * sourceStride, 4 * sourceStride);
        TransposeBlocks(ref first, ref second, ref third, ref fourth);
        TLanes.Store(first, ref destination, 0);
        TLanes.Store(second, ref destination, destinationStride);
        TLanes.Store(third, ref destination, 2 * destinationStride);
        TLanes.Store(fourth, ref destination, 3 * destinationStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourFromLanes(ref readonly float source, nint sourceStride, ref float destination, nint destinationStride)
    {
        TVector first = TLanes.Load(in source, 0);
        TVector second = TLanes.Load(in source, sourceStride);
        TVector third = TLanes.Load(in source, 2 * sourceStride);
        TVector fourth = TLanes.Load(in source, 3 * sourceStride);
        TransposeBlocks(ref first, ref second, ref third, ref fourth);
        TLanes.StoreBlocks(first, ref destination, 0, 4 * destinationStride);
        TLanes.StoreBlocks(second, ref destination, destinationStride, 4 * destinationStride);
        TLanes.StoreBlocks(third, ref destination, 2 * destinationStride, 4 * destinationStride);
        TLanes.StoreBlocks(fourth, ref destination, 3 * destinationStride, 4 * destinationStride);
    }

    /// <summary>Transposes 4x4 numbers within each block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TransposeBlocks(ref TVector first, ref TVector second, ref TVector third, ref TVector fourth)
    {
        TVector upperLeft = TLanes.UnpackLow(first, second);
        TVector upperRight = TLanes.UnpackHigh(first, second);
        TVector lowerLeft = TLanes.UnpackLow(third, fourth);
        TVector lowerRight = TLanes.UnpackHigh(third, fourth);
        first = TLanes.UnpackLowPairs(upperLeft, lowerLeft);
        second = TLanes.UnpackHighPairs(upperLeft, lowerLeft);
        third = TLanes.UnpackLowPairs(upperRight, lowerRight);
        fourth = TLanes.UnpackHighPairs(upperRight, lowerRight);
    }

    // A block holds two rows x0 y0 x1 y1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoToLanes(ref readonly float source, ref float destination)
    {
        TVector first = TLanes.LoadBlocks(in source, 0, 8);
        TVector second = TLanes.LoadBlocks(in source, 4, 8);
        TLanes.Store(TLanes.Select(first, second, 0b10_00_10_00), ref destination, 0);
        TLanes.Store(TLanes.Select(first, second, 0b11_01_11_01), ref destination, TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoFromLanes(ref readonly float source, ref float destination)
    {
        TVector x = TLanes.Load(in source, 0);
        TVector y = TLanes.Load(in source, TLanes.Count);
        TLanes.StoreBlocks(TLanes.UnpackLow(x, y), ref destination, 0, 8);
        TLanes.StoreBlocks(TLanes.UnpackHigh(x, y), ref destination, 4, 8);
    }

    // Four rows of three fill three blocks: x0 y0 z0 x1, y1 z1 x2 y2, z2 x3 y3 z3.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ThreeToLanes(ref readonly float source, ref float destination)
    {
        TVector first = TLanes.LoadBlocks(in source, 0, 12);
        TVector second = TLanes.LoadBlocks(in source, 4, 12);
        TVector third = TLanes.LoadBlocks(in source, 8, 12);
        TVector laterXY = TLanes.Select(second, third, 0b10_01_11_10);
        TVector earlierYZ = TLanes.Select(first, second, 0b01_00_10_01);
        TLanes.Store(TLanes.Select(first, laterXY, 0b10_00_11_00), ref destination, 0);
        TLanes.Store(TLanes.Select(earlierYZ, laterXY, 0b11_01_10_00), ref destination, TLanes.Count);
        TLanes.Store(TLanes.Select(earlierYZ, third, 0b11_00_11_01), ref destination, 2 * TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ThreeFromLanes(ref readonly float source, ref float destination)
    {
        TVector x = TLanes.Load(in source, 0);
        TVector y = TLanes.Load(in source, TLanes.Count);
        TVector z = TLanes.Load(in source, 2 * TLanes.Count);
        TVector evenXY = TLanes.Select(x, y, 0b10_00_10_00);
        TVector oddYZ = TLanes.Select(y, z, 0b11_01_11_01);
        TVector evenZOddX = TLanes.Select(z, x, 0b11_01_10_00);
        TLanes.StoreBlocks(TLanes.Select(evenXY, evenZOddX, 0b10_00_10_00), ref destination, 0, 12);
        TLanes.StoreBlocks(TLanes.Select(oddYZ, evenXY, 0b11_01_10_00), ref destination, 4, 12);
        TLanes.StoreBlocks(TLanes.Select(evenZOddX, oddYZ, 0b11_01_11_01), ref destination, 8, 12);
    }
}
