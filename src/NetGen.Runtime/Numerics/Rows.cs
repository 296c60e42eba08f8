using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics;

/// <summary>Rows of equal length in one block of memory.</summary>
public static class Rows
{
    /// <summary>Copies one row of values to the start of each of several rows.</summary>
    /// <param name="source">The first value.</param>
    /// <param name="columns">The number of values.</param>
    /// <param name="destination">The start of the first row.</param>
    /// <param name="stride">The distance between the starts of two rows.</param>
    /// <param name="rows">The number of rows.</param>
    /// <typeparam name="T">The element type.</typeparam>
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
            values.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref destination, row * stride), columns));
    }

    /// <summary>The sum of some values in double precision, first to last.</summary>
    /// <param name="first">The first value.</param>
    /// <param name="count">The number of values.</param>
    /// <typeparam name="T">The element type.</typeparam>
    public static double Sum<T>(ref readonly T first, int count)
        where T : unmanaged, INumberBase<T>
    {
        double sum = 0;
        foreach (T value in MemoryMarshal.CreateReadOnlySpan(in first, count))
            sum += double.CreateTruncating(value);
        return sum;
    }
}
