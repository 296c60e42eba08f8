using System.Collections.Immutable;
using nietras.SeparatedValues;

namespace NetGen;

/// <summary>
/// How a CSV file is written. Its first line holds the names of the columns; cells may be quoted, with quotes doubled within; numbers have a point, whatever
/// the culture; white space around a cell does not count, within its quotes or without, and neither do empty lines of a file of several columns.
/// </summary>
public sealed record CsvOptions
{
    /// <summary>What stands between two cells; a comma by default.</summary>
    /// <exception cref="ArgumentException">It is a quote, a line break, or another character that cannot separate.</exception>
    public char Separator { get; init => field = new Sep(value).Separator; } = ',';

    /// <summary>The texts that stand for a missing value; by default only the empty one. To read a file of pandas or R, add "NA" or "NaN".</summary>
    public ImmutableArray<string> MissingTexts { get; init; } = [""];
}
