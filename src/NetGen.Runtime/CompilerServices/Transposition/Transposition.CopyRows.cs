using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

public static partial class Transposition
{
    /// <summary>Copies a matrix into rows of another length and fills what is left of each with zeros.</summary>
    /// <param name="source">The matrix (rows, columns); nothing between its rows is read.</param>
    /// <param name="sourceStride">The distance from one row of the source to the next, in elements.</param>
    /// <param name="rows">The rows, 0 or more.</param>
    /// <param name="columns">The columns that are copied, 0 or more.</param>
    /// <param name="destination">Receives (rows, destinationStride). Apart from the source.</param>
    /// <param name="destinationStride">The length of a row of the destination, at least <paramref name="columns"/>.</param>
    public static void CopyRows(ref readonly float source, nint sourceStride, int rows, int columns, ref float destination, nint destinationStride) =>
        CopyRows<float>(in source, sourceStride, rows, columns, ref destination, destinationStride);

    /// <inheritdoc cref="CopyRows(ref readonly float, nint, int, int, ref float, nint)"/>
    public static void CopyRows(ref readonly double source, nint sourceStride, int rows, int columns, ref double destination, nint destinationStride) =>
        CopyRows<double>(in source, sourceStride, rows, columns, ref destination, destinationStride);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyRows<T>(ref readonly T source, nint sourceStride, int rows, int columns, ref T destination, nint destinationStride)
        where T : unmanaged
    {
        int padding = (int)destinationStride - columns;
        for (nint row = 0; row < rows; row++)
        {
            ref T target = ref Unsafe.Add(ref destination, row * destinationStride);
            ref readonly T values = ref Unsafe.Add(ref Unsafe.AsRef(in source), row * sourceStride);
            MemoryMarshal.CreateReadOnlySpan(in values, columns).CopyTo(MemoryMarshal.CreateSpan(ref target, columns));
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, columns), padding).Clear();
        }
    }
}
