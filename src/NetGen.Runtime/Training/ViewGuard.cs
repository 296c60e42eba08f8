using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>The checks of the views of weights and biases. Sizes are written 7x20, as the compiler's messages write them.</summary>
internal static class ViewGuard
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Index(int index, int count, string name, string parameter)
    {
        if ((uint)index >= (uint)count)
            ThrowIndex(index, count, name, parameter);
    }

    public static void Length(int length, int expected, string name, string parameter)
    {
        if (length != expected)
            throw new ArgumentException(FormattableString.Invariant($"{parameter} holds {length} values, but {name} holds {expected}."), parameter);
    }

    public static void Length(int length, int rows, int columns, string name, string parameter)
    {
        if (length != (long)rows * columns)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{parameter} holds {length} values, but {name} is {rows}x{columns}: it must hold {(long)rows * columns}, row by row."), parameter);
        }
    }

    public static void Shape(int sourceRows, int sourceColumns, int rows, int columns, string name, string parameter)
    {
        if (sourceRows != rows || sourceColumns != columns)
            throw new ArgumentException(FormattableString.Invariant($"{parameter} is {sourceRows}x{sourceColumns}, but {name} is {rows}x{columns}."), parameter);
    }

    public static void Rows<T>(T[][] source, int rows, int columns, string name, string parameter)
    {
        if (source.Length != rows)
            throw new ArgumentException(FormattableString.Invariant($"{parameter} has {source.Length} rows, but {name} is {rows}x{columns}."), parameter);
        for (int row = 0; row < rows; row++)
        {
            if (source[row] is null)
                throw new ArgumentException(FormattableString.Invariant($"Row {row} of {parameter} is null, but {name} is {rows}x{columns}."), parameter);
            if (source[row].Length != columns)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Row {row} of {parameter} holds {source[row].Length} values, but {name} is {rows}x{columns}: each row must hold {columns}."), parameter);
            }
        }
    }

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowIndex(int index, int count, string name, string parameter) =>
        throw new ArgumentOutOfRangeException(
            parameter, index, FormattableString.Invariant($"{parameter} is {index}, but {name} has {count}: it must lie between 0 and {count - 1}."));
}
