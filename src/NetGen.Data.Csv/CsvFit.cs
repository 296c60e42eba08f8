using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>What columns hold, learned from the training file in one pass.</summary>
internal static class CsvFit
{
    /// <summary>The columns with their names and with what stands in the place of missing values.</summary>
    /// <exception cref="DataFormatException">The data are not what the columns say.</exception>
    public static ImmutableArray<CsvColumn> Of<T>(Stream stream, string file, IReadOnlyList<CsvColumn> columns, CsvOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var counts = new Dictionary<string, int>[columns.Count];
        var numbers = new List<double>[columns.Count];
        for (int i = 0; i < columns.Count; i++)
        {
            counts[i] = new(StringComparer.Ordinal);
            numbers[i] = [];
        }

        using (var source = new StreamReader(stream, leaveOpen: true))
        {
            using var rows = new CsvRows(source, file, columns, options);
            while (rows.MoveNext())
            {
                if (!CsvCell.IsDropped(rows, columns))
                {
                    Count<T>(rows, columns, counts, numbers);
                }
            }
        }

        return [.. columns.Select((column, i) => !column.IsFitted ? column
            : column.IsNamed ? column with { Names = NamesOf(column, counts[i], file) }
            : column with { Fill = FillOf(column, numbers[i], file) })];
    }

    private static void Count<T>(CsvRows rows, IReadOnlyList<CsvColumn> columns, Dictionary<string, int>[] counts, List<double>[] numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < columns.Count; i++)
        {
            if (!columns[i].IsFitted)
            {
                continue;
            }

            bool isMissing = rows.IsMissing(i);
            if (isMissing && columns[i].Missing.Kind == MissingKind.Refuse)
            {
                throw rows.Refusal(i, "a name");
            }

            if (isMissing)
            {
                continue;
            }

            if (columns[i].IsNamed)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts[i].GetAlternateLookup<ReadOnlySpan<char>>(), rows.Cell(i), out _)++;
            }
            else
            {
                numbers[i].Add(double.CreateTruncating(CsvCell.Number<T>(rows, i)));
            }
        }
    }

    private static ImmutableArray<string> NamesOf(CsvColumn column, Dictionary<string, int> counts, string file)
    {
        ImmutableArray<string> names =
        [
            .. counts.Where(entry => entry.Value >= column.MinimumCount).Select(static entry => entry.Key).Order(StringComparer.Ordinal),
        ];
        int least = column.Role == CsvRole.ClassLabel ? 2 : 1;
        return names.Length >= least
            ? names
            : throw new DataFormatException(
                file, MessageText.Text($"column {column.Name} holds {MessageText.Counted(names.Length, "name")} often enough, but it needs at least {least}."));
    }

    private static double FillOf(CsvColumn column, List<double> numbers, string file)
    {
        if (numbers.Count == 0)
        {
            throw new DataFormatException(file, $"column {column.Name} holds no number, so there is none to stand in the place of its missing values.");
        }

        if (column.Missing.Kind == MissingKind.Median)
        {
            numbers.Sort();
            int middle = numbers.Count / 2;
            return numbers.Count % 2 == 1 ? numbers[middle] : (numbers[middle - 1] * 0.5) + (numbers[middle] * 0.5);
        }

        // Divided before they are added, so that no sum is beyond the range.
        double mean = 0.0;
        for (int i = 0; i < numbers.Count; i++)
        {
            mean += (numbers[i] / (i + 1)) - (mean / (i + 1));
        }

        return mean;
    }
}
