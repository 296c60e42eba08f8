using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>The checks of the views of weights and biases. Sizes are written 7x20, as the compiler's messages write them.</summary>
internal static class ViewGuard
{
    /// <summary>What messages call a view that no constructor has run for.</summary>
    private const string Unnamed = "a default view, which shows no network's values,";

    /// <summary>Checks the sizes of a new view.</summary>
    public static void Sizes(int length, int rows, int columns, string layerName)
    {
        ArgumentNullException.ThrowIfNull(layerName);
        Size(rows, "row", layerName, nameof(rows));
        Size(columns, "column", layerName, nameof(columns));
        Length(length, rows, columns, layerName, "values");
    }

    /// <summary>Checks the length of a new view.</summary>
    public static void Sizes(int length, string layerName, string parameter)
    {
        ArgumentNullException.ThrowIfNull(layerName);
        if (length == 0)
        {
            throw new ArgumentException($"{parameter} is empty, but {layerName} must hold at least 1 value: one for each unit.", parameter);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Index(int index, int count, string noun, string? name, string parameter)
    {
        if ((uint)index >= (uint)count)
        {
            ThrowIndex(index, count, noun, name, parameter);
        }
    }

    public static void Length(int length, int expected, string? name, string parameter)
    {
        if (length != expected)
        {
            throw new ArgumentException(Text($"{parameter} holds {Counted(length, "value")}, but {name ?? Unnamed} holds {expected}."), parameter);
        }
    }

    public static void Length(int length, int rows, int columns, string? name, string parameter)
    {
        long expected = (long)rows * columns;
        if (length != expected)
        {
            throw new ArgumentException(
                Text($"{parameter} holds {Counted(length, "value")}, but {name ?? Unnamed} is {rows}x{columns}: ")
                    + Text($"it must hold {expected}, row by row."),
                parameter);
        }
    }

    public static void Shape(int sourceRows, int sourceColumns, int rows, int columns, string? name, string parameter)
    {
        if (sourceRows != rows || sourceColumns != columns)
        {
            throw new ArgumentException(Text($"{parameter} is {sourceRows}x{sourceColumns}, but {name ?? Unnamed} is {rows}x{columns}."), parameter);
        }
    }

    public static void Rows<T>(T[][] source, int rows, int columns, string? name, string parameter)
    {
        if (source.Length != rows)
        {
            throw new ArgumentException(Text($"{parameter} has {Counted(source.Length, "row")}, but {name ?? Unnamed} is {rows}x{columns}."), parameter);
        }

        for (int row = 0; row < rows; row++)
        {
            if (source[row]?.Length == columns)
            {
                continue;
            }

            string held = source[row] is null ? "is null" : $"holds {Counted(source[row].Length, "value")}";
            throw new ArgumentException(
                Text($"Row {row} of {parameter} {held}, but {name ?? Unnamed} is {rows}x{columns}: each row must hold {columns}."),
                parameter);
        }
    }

    private static void Size(int size, string noun, string name, string parameter)
    {
        if (size < 1)
        {
            throw new ArgumentOutOfRangeException(parameter, size, Text($"{parameter} is {size}, but {name} must have at least 1 {noun}."));
        }
    }

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowIndex(int index, int count, string noun, string? name, string parameter) => throw new ArgumentOutOfRangeException(
        parameter,
        index,
        count == 0
            ? Text($"{parameter} is {index}, but {name ?? Unnamed} has no {noun}.")
            : Text($"{parameter} is {index}, but {name} has {Counted(count, noun)}: it must lie between 0 and {count - 1}."));
}
