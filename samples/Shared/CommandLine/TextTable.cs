namespace Samples.CommandLine;

/// <summary>A table of text: the first column is set flush left, the others flush right.</summary>
public static class TextTable
{
    /// <summary>Sets a table.</summary>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="rows">The cells, row by row.</param>
    /// <returns>Its lines.</returns>
    public static string Format(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] lines = [columns, .. rows];
        int[] widths = [.. columns.Select((_, column) => lines.Max(line => line[column].Length))];
        return string.Join('\n', lines.Select(line => string.Join("  ", line.Select((cell, column) =>
            column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd()));
    }
}
