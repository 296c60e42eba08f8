using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.CompilerServices;

public static partial class Transposition
{
    /// <inheritdoc cref="PackColumns(ref readonly float, nint, int, int, ref float, nint)"/>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void PackColumns<T>(ref readonly T source, nint sourceStride, int rows, int columns, ref T destination, nint destinationStride)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            ref float from = ref Unsafe.As<T, float>(ref Unsafe.AsRef(in source));
            PackColumns(in from, sourceStride, rows, columns, ref Unsafe.As<T, float>(ref destination), destinationStride);
        }
        else
        {
            ref double from = ref Unsafe.As<T, double>(ref Unsafe.AsRef(in source));
            PackColumns(in from, sourceStride, rows, columns, ref Unsafe.As<T, double>(ref destination), destinationStride);
        }
    }

    /// <summary>Transposes a matrix: destination[column * destinationStride + row] = source[row * sourceStride + column].</summary>
    /// <param name="source">The matrix (rows, columns); nothing between its rows is read.</param>
    /// <param name="sourceStride">The distance from one row of the source to the next, in elements.</param>
    /// <param name="rows">The rows of the source, 0 or more.</param>
    /// <param name="columns">The columns of the source, 0 or more.</param>
    /// <param name="destination">Receives (columns, rows); nothing between its rows is written. Apart from the source.</param>
    /// <param name="destinationStride">The distance from one row of the destination to the next, in elements.</param>
    internal static void PackColumns(ref readonly float source, nint sourceStride, int rows, int columns, ref float destination, nint destinationStride)
    {
        if (columns < 4 || rows < Vector128<float>.Count)
        {
            PackSmall(in source, sourceStride, rows, columns, ref destination, destinationStride);
        }
        else if (Vector512.IsHardwareAccelerated && rows >= Vector512<float>.Count)
        {
            PackBlocks<FloatLanes512, Vector512<float>, float>(in source, sourceStride, rows, columns, ref destination, destinationStride);
        }
        else if (Vector256.IsHardwareAccelerated && rows >= Vector256<float>.Count)
        {
            PackBlocks<FloatLanes256, Vector256<float>, float>(in source, sourceStride, rows, columns, ref destination, destinationStride);
        }
        else
        {
            PackBlocks<FloatLanes128, Vector128<float>, float>(in source, sourceStride, rows, columns, ref destination, destinationStride);
        }
    }

    /// <summary>Transposes a matrix: destination[column * destinationStride + row] = source[row * sourceStride + column].</summary>
    /// <param name="source">The matrix (rows, columns); nothing between its rows is read.</param>
    /// <param name="sourceStride">The distance from one row of the source to the next, in elements.</param>
    /// <param name="rows">The rows of the source, 0 or more.</param>
    /// <param name="columns">The columns of the source, 0 or more.</param>
    /// <param name="destination">Receives (columns, rows); nothing between its rows is written. Apart from the source.</param>
    /// <param name="destinationStride">The distance from one row of the destination to the next, in elements.</param>
    internal static void PackColumns(ref readonly double source, nint sourceStride, int rows, int columns, ref double destination, nint destinationStride)
    {
        if (columns < 2 || rows < Vector128<double>.Count)
        {
            PackSmall(in source, sourceStride, rows, columns, ref destination, destinationStride);
        }
        else if (Vector512.IsHardwareAccelerated && rows >= Vector512<double>.Count)
        {
            PackBlocks<DoubleLanes512, Vector512<double>, double>(in source, sourceStride, rows, columns, ref destination, destinationStride);
        }
        else if (Vector256.IsHardwareAccelerated && rows >= Vector256<double>.Count)
        {
            PackBlocks<DoubleLanes256, Vector256<double>, double>(in source, sourceStride, rows, columns, ref destination, destinationStride);
        }
        else
        {
            PackBlocks<DoubleLanes128, Vector128<double>, double>(in source, sourceStride, rows, columns, ref destination, destinationStride);
        }
    }

    // A cache line of columns at a time, through all rows: each line of the source is read while it is in the cache, even where the stride
    // puts all rows into one set of it. The last rows, and the last columns, overlap those before them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackBlocks<TLanes, TVector, T>(
        ref readonly T source, nint sourceStride, int rows, int columns, ref T destination, nint destinationStride)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
    {
        nint line = 64 / Unsafe.SizeOf<T>();

        // The processor does not see that many walks at a time by itself. Doubles, with half the columns in a line, go without help: it costs more
        // than it brings where rows are few and long, or where a cache holds them.
        const int LinesAhead = 4;
        for (nint column = 0; column < columns; column += line)
        {
            nint left = Math.Min(column, columns - TLanes.BlockLanes);
            nint width = Math.Min(line, columns - left);
            for (nint row = 0; row < rows; row += TLanes.Count)
            {
                nint top = Math.Min(row, rows - TLanes.Count);
                ref readonly T corner = ref Unsafe.Add(ref Unsafe.AsRef(in source), top * sourceStride + left);
                ref T target = ref Unsafe.Add(ref destination, left * destinationStride + top);
                if (typeof(T) == typeof(float))
                {
                    for (nint ahead = 0; ahead < TLanes.Count && columns - column > LinesAhead * line; ahead++)
                    {
                        Prefetch.Far(ref Unsafe.Add(ref Unsafe.AsRef(in corner), ahead * sourceStride + LinesAhead * line));
                    }
                }

                LaneTransposition<TLanes, TVector, T>.ColumnsToLanes(in corner, sourceStride, width, ref target, destinationStride);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackSmall<T>(ref readonly T source, nint sourceStride, int rows, int columns, ref T destination, nint destinationStride)
        where T : unmanaged
    {
        for (nint column = 0; column < columns; column++)
        {
            for (nint row = 0; row < rows; row++)
            {
                Unsafe.Add(ref destination, column * destinationStride + row) = Unsafe.Add(ref Unsafe.AsRef(in source), row * sourceStride + column);
            }
        }
    }
}
