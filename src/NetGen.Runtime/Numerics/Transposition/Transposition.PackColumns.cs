using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

public static partial class Transposition
{
    /// <summary>Transposes a matrix: destination[column * destinationStride + row] = source[row * sourceStride + column].</summary>
    /// <param name="source">The matrix (rows, columns); nothing between its rows is read.</param>
    /// <param name="sourceStride">The distance from one row of the source to the next, in elements.</param>
    /// <param name="rows">The rows of the source, 0 or more.</param>
    /// <param name="columns">The columns of the source, 0 or more.</param>
    /// <param name="destination">Receives (columns, rows); nothing between its rows is written. Apart from the source.</param>
    /// <param name="destinationStride">The distance from one row of the destination to the next, in elements.</param>
    public static void PackColumns(
        ref readonly float source, nint sourceStride, int rows, int columns, ref float destination, nint destinationStride)
    {
        int row = 0;
        if (columns >= 4)
        {
            if (Vector512.IsHardwareAccelerated)
                row = PackRows<FloatLanes512, Vector512<float>>(in source, sourceStride, row, rows, columns, ref destination, destinationStride);
            if (Vector256.IsHardwareAccelerated)
                row = PackRows<FloatLanes256, Vector256<float>>(in source, sourceStride, row, rows, columns, ref destination, destinationStride);
            row = PackRows<FloatLanes128, Vector128<float>>(in source, sourceStride, row, rows, columns, ref destination, destinationStride);
        }
        for (; row < rows; row++)
        {
            for (nint column = 0; column < columns; column++)
                Unsafe.Add(ref destination, column * destinationStride + row) = Unsafe.Add(ref Unsafe.AsRef(in source), row * sourceStride + column);
        }
    }

    // From row on in whole vectors; what is left of the rows then overlaps rows that were done, if there are enough of them. Returns the first row not done.
    private static int PackRows<TLanes, TVector>(
        ref readonly float source, nint sourceStride, int row, int rows, int columns, ref float destination, nint destinationStride)
        where TLanes : struct, IFloatLanes<TVector>
        where TVector : struct
    {
        if (rows < TLanes.Count)
            return row;
        int last = rows - TLanes.Count;
        for (; row < rows; row += TLanes.Count)
        {
            nint start = Math.Min(row, last);
            ref readonly float corner = ref Unsafe.Add(ref Unsafe.AsRef(in source), start * sourceStride);
            FloatTransposition<TLanes, TVector>.ColumnsToLanes(in corner, sourceStride, columns, ref Unsafe.Add(ref destination, start), destinationStride);
        }
        return rows;
    }

    /// <summary>Transposes a matrix: destination[column * destinationStride + row] = source[row * sourceStride + column].</summary>
    /// <param name="source">The matrix (rows, columns); nothing between its rows is read.</param>
    /// <param name="sourceStride">The distance from one row of the source to the next, in elements.</param>
    /// <param name="rows">The rows of the source, 0 or more.</param>
    /// <param name="columns">The columns of the source, 0 or more.</param>
    /// <param name="destination">Receives (columns, rows); nothing between its rows is written. Apart from the source.</param>
    /// <param name="destinationStride">The distance from one row of the destination to the next, in elements.</param>
    public static void PackColumns(
        ref readonly double source, nint sourceStride, int rows, int columns, ref double destination, nint destinationStride)
    {
        int row = 0;
        if (columns >= 2)
        {
            if (Vector512.IsHardwareAccelerated)
                row = PackRows<DoubleLanes512, Vector512<double>>(in source, sourceStride, row, rows, columns, ref destination, destinationStride);
            if (Vector256.IsHardwareAccelerated)
                row = PackRows<DoubleLanes256, Vector256<double>>(in source, sourceStride, row, rows, columns, ref destination, destinationStride);
            row = PackRows<DoubleLanes128, Vector128<double>>(in source, sourceStride, row, rows, columns, ref destination, destinationStride);
        }
        for (; row < rows; row++)
        {
            for (nint column = 0; column < columns; column++)
                Unsafe.Add(ref destination, column * destinationStride + row) = Unsafe.Add(ref Unsafe.AsRef(in source), row * sourceStride + column);
        }
    }

    // From row on in whole vectors; what is left of the rows then overlaps rows that were done, if there are enough of them. Returns the first row not done.
    private static int PackRows<TLanes, TVector>(
        ref readonly double source, nint sourceStride, int row, int rows, int columns, ref double destination, nint destinationStride)
        where TLanes : struct, ILanes<TVector, double>
        where TVector : struct
    {
        if (rows < TLanes.Count)
            return row;
        int last = rows - TLanes.Count;
        for (; row < rows; row += TLanes.Count)
        {
            nint start = Math.Min(row, last);
            ref readonly double corner = ref Unsafe.Add(ref Unsafe.AsRef(in source), start * sourceStride);
            DoubleTransposition<TLanes, TVector>.ColumnsToLanes(in corner, sourceStride, columns, ref Unsafe.Add(ref destination, start), destinationStride);
        }
        return rows;
    }
}
