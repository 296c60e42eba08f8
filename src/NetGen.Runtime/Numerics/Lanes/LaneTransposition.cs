using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// Transposes rows into vectors and back, for any element type and vector width. Where a square does not fit, as many columns at a time as a block has lanes.
/// </summary>
/// <typeparam name="TLanes">How to move and mix the vectors.</typeparam>
/// <typeparam name="TVector">The vector type; one vector holds a column of as many rows as it has lanes.</typeparam>
/// <typeparam name="T">The type of the lanes.</typeparam>
internal static class LaneTransposition<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>Contiguous rows to one vector per column. The branches fold away where features is a constant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ToLanes(ref readonly T source, int features, ref T destination)
    {
        if (features <= TLanes.BlockLanes)
        {
            TLanes.FewToLanes(in source, features, ref destination);
        }
        else
        {
            ColumnsToLanes(in source, features, features, ref destination, TLanes.Count);
        }
    }

    /// <summary>One vector per column to contiguous rows. The branches fold away where features is a constant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FromLanes(ref readonly T source, int features, ref T destination)
    {
        if (features <= TLanes.BlockLanes)
        {
            TLanes.FewFromLanes(in source, features, ref destination);
        }
        else
        {
            ColumnsFromLanes(in source, features, ref destination);
        }
    }

    /// <summary>
    /// Columns of one vector's rows, at least as many as a block has lanes: in squares, then in groups, the last of which overlaps what was done before.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void ColumnsToLanes(ref readonly T source, nint sourceStride, nint columns, ref T destination, nint destinationStride)
    {
        nint column = 0;
        for (; column <= columns - TLanes.Count; column += TLanes.Count)
        {
            ref readonly T corner = ref Unsafe.Add(ref Unsafe.AsRef(in source), column);
            TLanes.TransposeSquare(in corner, sourceStride, ref Unsafe.Add(ref destination, column * destinationStride), destinationStride);
        }
        for (; column < columns; column += TLanes.BlockLanes)
        {
            nint first = Math.Min(column, columns - TLanes.BlockLanes);
            ref readonly T corner = ref Unsafe.Add(ref Unsafe.AsRef(in source), first);
            TLanes.GroupToLanes(in corner, sourceStride, ref Unsafe.Add(ref destination, first * destinationStride), destinationStride);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void ColumnsFromLanes(ref readonly T source, nint columns, ref T destination)
    {
        nint column = 0;
        for (; column <= columns - TLanes.Count; column += TLanes.Count)
        {
            ref readonly T corner = ref Unsafe.Add(ref Unsafe.AsRef(in source), column * TLanes.Count);
            TLanes.TransposeSquare(in corner, TLanes.Count, ref Unsafe.Add(ref destination, column), columns);
        }
        for (; column < columns; column += TLanes.BlockLanes)
        {
            nint first = Math.Min(column, columns - TLanes.BlockLanes);
            ref readonly T corner = ref Unsafe.Add(ref Unsafe.AsRef(in source), first * TLanes.Count);
            TLanes.GroupFromLanes(in corner, TLanes.Count, ref Unsafe.Add(ref destination, first), columns);
        }
    }
}
