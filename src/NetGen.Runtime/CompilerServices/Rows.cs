using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>Rows of equal length in one block of memory.</summary>
/// <remarks>For emitted code. Nothing is checked: whoever passes a reference to fewer elements than the sizes say reads and writes other memory.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Rows
{
    /// <summary>The next of as few and as equal shares as can be: no last share is left with few rows.</summary>
    /// <param name="rows">The rows that are left, 1 or more.</param>
    /// <param name="most">The most rows of a share; a multiple of <paramref name="multiple"/>.</param>
    /// <param name="multiple">What the rows of a share are a multiple of; the last has what is left.</param>
    /// <returns>The rows of the next share.</returns>
    public static int NextShare(int rows, int most, int multiple)
    {
        int shares = (rows - 1) / most + 1;
        int share = (rows - 1) / shares + 1;
        return int.Min(((share - 1) / multiple + 1) * multiple, rows);
    }

    /// <summary>Copies one row of values to the start of each of several rows.</summary>
    /// <param name="source">The first value.</param>
    /// <param name="columns">The number of values.</param>
    /// <param name="destination">The start of the first row.</param>
    /// <param name="stride">The distance between the starts of two rows.</param>
    /// <param name="rows">The number of rows.</param>
    /// <typeparam name="T">The element type.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill<T>(ref readonly T source, int columns, ref T destination, nint stride, nint rows)
        where T : unmanaged
    {
        if (columns == 1 && stride == 1)
        {
            MemoryMarshal.CreateSpan(ref destination, (int)rows).Fill(source);
            return;
        }

        ReadOnlySpan<T> values = MemoryMarshal.CreateReadOnlySpan(in source, columns);
        for (nint row = 0; row < rows; row++)
        {
            values.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref destination, row * stride), columns));
        }
    }

    /// <summary>Copies the start of some rows; what lies between them in the destination stays as it is.</summary>
    /// <param name="source">The start of the first row.</param>
    /// <param name="sourceStride">The distance between the starts of two rows of the source.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of values of each that are copied.</param>
    /// <param name="destination">The start of the first row of the destination. Apart from the source.</param>
    /// <param name="stride">The distance between the starts of two rows of the destination.</param>
    /// <typeparam name="T">The element type.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CopyColumns<T>(ref readonly T source, nint sourceStride, nint rows, nint columns, ref T destination, nint stride)
        where T : unmanaged
    {
        for (nint row = 0; row < rows; row++)
        {
            ref T from = ref Unsafe.Add(ref Unsafe.AsRef(in source), row * sourceStride);
            ref T to = ref Unsafe.Add(ref destination, row * stride);
            nint column = 0;
            for (; column <= columns - Vector256<T>.Count; column += Vector256<T>.Count)
            {
                Vector256.LoadUnsafe(ref from, (nuint)column).StoreUnsafe(ref to, (nuint)column);
            }

            for (; column < columns; column++)
            {
                Unsafe.Add(ref to, column) = Unsafe.Add(ref from, column);
            }
        }
    }

    /// <summary>
    /// Copies rows into tiles: some columns of all rows, row after row, then the next columns. A tile is read from end to end where its rows would lie on pages
    /// of their own.
    /// </summary>
    /// <param name="source">The start of the first of all rows.</param>
    /// <param name="sourceStride">The distance between the starts of two rows.</param>
    /// <param name="columns">The columns of the rows.</param>
    /// <param name="first">The first row that is copied.</param>
    /// <param name="last">The row after the last that is copied.</param>
    /// <param name="destination">The start of the first tile.</param>
    /// <param name="width">The columns of a tile; the last may have fewer, in rows as long.</param>
    /// <param name="room">The rows that a tile has room for.</param>
    /// <typeparam name="T">The element type.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CopyTiles<T>(ref readonly T source, nint sourceStride, nint columns, nint first, nint last, ref T destination, nint width, nint room)
        where T : unmanaged
    {
        // Few rows at a time, through all tiles: their pages are at hand, and each line is read while it is in the cache.
        const int RowsAtOnce = 16;
        for (nint row = first; row < last; row += RowsAtOnce)
        {
            nint count = nint.Min(RowsAtOnce, last - row);
            for (nint column = 0; column < columns; column += width)
            {
                ref readonly T from = ref Unsafe.Add(ref Unsafe.AsRef(in source), row * sourceStride + column);
                ref T to = ref Unsafe.Add(ref destination, column * room + row * width);
                CopyColumns(in from, sourceStride, count, nint.Min(width, columns - column), ref to, width);
            }
        }
    }

    /// <summary>The sum of some values, each times its weight where there are weights, in double precision, first to last.</summary>
    /// <param name="first">The first value.</param>
    /// <param name="weights">The first weight, or a null reference; a weight of 0 leaves its value out, whatever it is.</param>
    /// <param name="count">The number of values.</param>
    /// <typeparam name="T">The element type.</typeparam>
    public static double Sum<T>(ref readonly T first, ref readonly T weights, int count)
        where T : unmanaged, INumberBase<T>
    {
        if (Unsafe.IsNullRef(in weights))
        {
            return Sum(in first, count);
        }

        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            T weight = Unsafe.Add(ref Unsafe.AsRef(in weights), i);
            sum += T.IsZero(weight) ? 0 : double.CreateTruncating(weight) * double.CreateTruncating(Unsafe.Add(ref Unsafe.AsRef(in first), i));
        }

        return sum;
    }

    /// <summary>The sum of some values in double precision, first to last.</summary>
    /// <param name="first">The first value.</param>
    /// <param name="count">The number of values.</param>
    /// <typeparam name="T">The element type.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Sum<T>(ref readonly T first, int count)
        where T : unmanaged, INumberBase<T>
    {
        double sum = 0;
        foreach (T value in MemoryMarshal.CreateReadOnlySpan(in first, count))
        {
            sum += double.CreateTruncating(value);
        }

        return sum;
    }
}
