using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>Transposes rows of doubles into vectors and back, for any vector width; two columns at a time, because a block holds two lanes.</summary>
/// <typeparam name="TLanes">How to move and mix the vectors.</typeparam>
/// <typeparam name="TVector">The vector type; one vector holds a column of as many rows as it has lanes.</typeparam>
internal static class DoubleTransposition<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, double>
    where TVector : struct
{
    /// <summary>Contiguous rows to one vector per column. The branches fold away where features is a constant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ToLanes(ref readonly double source, int features, ref double destination)
    {
        if (features == 1)
        {
            TLanes.Store(TLanes.Load(in source, 0), ref destination, 0);
        }
        else if (features == 2)
        {
            TwoToLanes(in source, 2, ref destination, TLanes.Count);
        }
        else
        {
            ColumnsToLanes(in source, features, features, ref destination, TLanes.Count);
        }
    }

    /// <summary>One vector per column to contiguous rows. The branches fold away where features is a constant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FromLanes(ref readonly double source, int features, ref double destination)
    {
        if (features == 1)
        {
            TLanes.Store(TLanes.Load(in source, 0), ref destination, 0);
        }
        else if (features == 2)
        {
            TwoFromLanes(in source, TLanes.Count, ref destination, 2);
        }
        else
        {
            ColumnsFromLanes(in source, features, ref destination);
        }
    }

    /// <summary>Two or more columns of one vector's rows: in squares, then in pairs, the last of which overlaps what was done before.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void ColumnsToLanes(ref readonly double source, nint sourceStride, nint columns, ref double destination, nint destinationStride)
    {
        nint column = 0;
        for (; column <= columns - TLanes.Count; column += TLanes.Count)
        {
            ref readonly double corner = ref Unsafe.Add(ref Unsafe.AsRef(in source), column);
            TLanes.TransposeSquare(in corner, sourceStride, ref Unsafe.Add(ref destination, column * destinationStride), destinationStride);
        }
        for (; column < columns; column += 2)
        {
            nint first = Math.Min(column, columns - 2);
            ref readonly double corner = ref Unsafe.Add(ref Unsafe.AsRef(in source), first);
            TwoToLanes(in corner, sourceStride, ref Unsafe.Add(ref destination, first * destinationStride), destinationStride);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void ColumnsFromLanes(ref readonly double source, nint columns, ref double destination)
    {
        nint column = 0;
        for (; column <= columns - TLanes.Count; column += TLanes.Count)
        {
            ref readonly double corner = ref Unsafe.Add(ref Unsafe.AsRef(in source), column * TLanes.Count);
            TLanes.TransposeSquare(in corner, TLanes.Count, ref Unsafe.Add(ref destination, column), columns);
        }
        for (; column < columns; column += 2)
        {
            nint first = Math.Min(column, columns - 2);
            ref readonly double corner = ref Unsafe.Add(ref Unsafe.AsRef(in source), first * TLanes.Count);
            TwoFromLanes(in corner, TLanes.Count, ref Unsafe.Add(ref destination, first), columns);
        }
    }

    // Block i of the first vector is given row 2i, of the second row 2i + 1: unpacked, lane j of a vector is row j.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoToLanes(ref readonly double source, nint sourceStride, ref double destination, nint destinationStride)
    {
        TVector even = TLanes.LoadBlocks(in source, 0, 2 * sourceStride);
        TVector odd = TLanes.LoadBlocks(in source, sourceStride, 2 * sourceStride);
        TLanes.Store(TLanes.UnpackLow(even, odd), ref destination, 0);
        TLanes.Store(TLanes.UnpackHigh(even, odd), ref destination, destinationStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoFromLanes(ref readonly double source, nint sourceStride, ref double destination, nint destinationStride)
    {
        TVector first = TLanes.Load(in source, 0);
        TVector second = TLanes.Load(in source, sourceStride);
        TLanes.StoreBlocks(TLanes.UnpackLow(first, second), ref destination, 0, 2 * destinationStride);
        TLanes.StoreBlocks(TLanes.UnpackHigh(first, second), ref destination, destinationStride, 2 * destinationStride);
    }
}
