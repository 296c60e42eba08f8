using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>What a cell says.</summary>
internal static class CsvCell
{
    private const int MostListed = 12;

    /// <summary>Whether a row is left out because of a missing value.</summary>
    public static bool IsDropped(CsvRows rows, IReadOnlyList<CsvColumn> columns) => DroppedBy(rows, columns) is not null;

    /// <summary>The column because of which a row is left out; null where it is not.</summary>
    public static CsvColumn? DroppedBy(CsvRows rows, IReadOnlyList<CsvColumn> columns)
    {
        for (int i = 0; i < columns.Count; i++)
        {
            if (columns[i].Missing.Kind == MissingKind.DropRow && rows.IsMissing(i))
            {
                return columns[i];
            }
        }

        return null;
    }

    /// <summary>The number that a cell is.</summary>
    /// <exception cref="DataFormatException">It is none, or not finite in T.</exception>
    public static T Number<T>(CsvRows rows, int column)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.TryParse(rows.Cell(column), NumberStyles.Float, CultureInfo.InvariantCulture, out T number) && T.IsFinite(number)
            ? number
            : throw rows.Refusal(column, typeof(T) == typeof(float) ? "a finite number of type float" : "a finite number of type double");

    /// <summary>Names for a message, not too many of them.</summary>
    public static string Listed(ImmutableArray<string> names) =>
        string.Join(", ", names.Take(MostListed)) + (names.Length > MostListed ? Text($" and {names.Length - MostListed} others") : "");
}
