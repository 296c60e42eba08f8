using nietras.SeparatedValues;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>The rows of a file, one after the other: of each the cells of the wanted columns, unquoted and trimmed.</summary>
internal sealed class CsvRows : IDisposable
{
    /// <summary>How much of a cell is shown in a message.</summary>
    private const int MostShown = 40;

    private readonly string file;
    private readonly SepReader reader;
    private readonly string[] missingTexts;
    private readonly List<string> header;
    private readonly string[] names;
    private readonly int[] places;
    private readonly int[] ends;
    private char[] text = new char[256];

    /// <summary>Reads the first line.</summary>
    /// <param name="source">The text.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="columns">The columns that are wanted.</param>
    /// <param name="options">How the file is written.</param>
    /// <exception cref="DataFormatException">The file is empty, or does not have such columns.</exception>
    public CsvRows(TextReader source, string file, IReadOnlyList<CsvColumn> columns, CsvOptions options)
    {
        this.file = file;
        missingTexts = [.. options.MissingTexts];
        names = [.. columns.Select(static column => column.Name)];
        ends = new int[columns.Count + 1];

        // The first line is read here, like any other, and so are the numbers of cells looked at: what is wrong then has a place.
        reader = new Sep(options.Separator)
            .Reader(static settings => settings with { HasHeader = false, Unescape = true, Trim = SepTrim.Outer, DisableColCountCheck = true })
            .From(source);
        header = ReadHeader();
        places = Array.ConvertAll(names, PlaceOf);
    }

    /// <summary>The line at which the row begins, from 1 on.</summary>
    public int Line { get; private set; }

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="DataFormatException">The row has another number of cells than the first line, or an open quote.</exception>
    public bool MoveNext()
    {
        while (MoveReader())
        {
            SepReader.Row row = reader.Current;
            Line = row.LineNumberFrom;
            RequireClosedQuotes(row);
            if (row.ColCount == 1 && header.Count > 1 && row[0].Span.IsWhiteSpace())
            {
                continue;
            }

            if (row.ColCount != header.Count)
            {
                throw new DataFormatException(
                    file, Text($"line {Line} has {Counted(row.ColCount, "cell")}, but the first line names {Counted(header.Count, "column")}."));
            }

            CopyCells(row);
            return true;
        }

        return false;
    }

    /// <summary>A cell of the row; its place among the wanted columns.</summary>
    public ReadOnlySpan<char> Cell(int column) => text.AsSpan(ends[column], ends[column + 1] - ends[column]);

    /// <summary>Whether a cell says that its value is missing.</summary>
    public bool IsMissing(int column)
    {
        foreach (string missing in missingTexts)
        {
            if (Cell(column).SequenceEqual(missing))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The exception that says what is wrong with a cell.</summary>
    /// <param name="column">Its place among the wanted columns.</param>
    /// <param name="expected">What was expected.</param>
    public DataFormatException Refusal(int column, string expected)
    {
        ReadOnlySpan<char> cell = Cell(column);
        string found = cell.Length <= MostShown ? $"'{cell}'" : $"'{cell[..MostShown]}…'";
        string remedy = IsMissing(column) ? $", unless a {nameof(MissingValue)} of the column says what becomes of what is missing" : "";
        return new(file, Text($"line {Line}, column {names[column]}: {found} was found, but {expected} was expected{remedy}."));
    }

    public void Dispose() => reader.Dispose();

    private List<string> ReadHeader()
    {
        if (!MoveReader())
        {
            throw new DataFormatException(file, "the file is empty, but its first line must name the columns.");
        }

        SepReader.Row row = reader.Current;
        RequireClosedQuotes(row);
        var found = new List<string>(row.ColCount);
        for (int i = 0; i < row.ColCount; i++)
        {
            found.Add(row[i].Span.Trim().ToString());
        }

        return found;
    }

    private int PlaceOf(string name)
    {
        int place = header.IndexOf(name);
        if (place < 0)
        {
            throw new DataFormatException(file, $"there is no column {name}: the first line names {Shortened(string.Join(", ", header))}.");
        }

        return header.IndexOf(name, place + 1) < 0 ? place : throw new DataFormatException(file, $"the first line names the column {name} twice.");
    }

    private static string Shortened(string text) => text.Length <= 10 * MostShown ? text : text[..(10 * MostShown)] + "…";

    private bool MoveReader()
    {
        try
        {
            return reader.MoveNext();
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            throw new DataFormatException(file, Text($"what follows line {Line} cannot be read: {exception.Message}"), exception);
        }
    }

    /// <summary>Quotes come in pairs; one that is left open would swallow the rows that follow.</summary>
    private void RequireClosedQuotes(SepReader.Row row)
    {
        if (row.Span.Count('"') % 2 != 0)
        {
            throw new DataFormatException(file, Text($"the row that begins at line {row.LineNumberFrom} has a quote that is not closed."));
        }
    }

    /// <summary>Cells are unquoted in place when they are looked at, so each is looked at once.</summary>
    private void CopyCells(SepReader.Row row)
    {
        int end = 0;
        for (int i = 0; i < places.Length; i++)
        {
            ReadOnlySpan<char> cell = row[places[i]].Span.Trim();
            if (end + cell.Length > text.Length)
            {
                Array.Resize(ref text, Math.Max(2 * text.Length, end + cell.Length));
            }

            cell.CopyTo(text.AsSpan(end));
            end += cell.Length;
            ends[i + 1] = end;
        }
    }
}
