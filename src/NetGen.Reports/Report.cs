using System.Text;

namespace NetGen.Reports;

/// <summary>
/// A page of figures, charts, tables and pictures. It is one HTML file that holds everything that it shows: it opens from a disk, loads nothing, runs no
/// script, and follows the reader's choice of light or dark. See <see cref="TrainingReport"/> for a page that a training fills by itself.
/// </summary>
public class Report
{
    private readonly List<(string Name, string Value)> facts = [];
    private readonly StringBuilder sections = new();

    /// <summary>Begins a report.</summary>
    /// <param name="title">The heading; any text.</param>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public Report(string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        Title = title;
    }

    /// <summary>The heading.</summary>
    public string Title { get; }

    /// <summary>One or two sentences below the heading: what was done. Default: null, none; of a training, what the network is.</summary>
    public string? Lead { get; init; }

    /// <summary>Adds figures that stand large below the heading.</summary>
    /// <param name="added">Name and value of each.</param>
    public Report AddFacts(params ReadOnlySpan<(string Name, string Value)> added)
    {
        facts.AddRange(added);
        return this;
    }

    /// <summary>Adds a chart.</summary>
    /// <param name="heading">The heading above it.</param>
    /// <param name="caption">What to see in it.</param>
    /// <param name="chart">The chart.</param>
    public Report AddChart(string heading, string caption, Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return Add(Section.Panel(heading, caption, chart.ToSvg()));
    }

    /// <summary>Adds a chart of bars.</summary>
    /// <param name="heading">The heading above it.</param>
    /// <param name="caption">What to see in it.</param>
    /// <param name="chart">The chart.</param>
    public Report AddChart(string heading, string caption, BarChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return Add(Section.Panel(heading, caption, chart.ToSvg()));
    }

    /// <summary>Adds charts side by side.</summary>
    /// <param name="heading">The heading above them.</param>
    /// <param name="caption">What to see in them.</param>
    /// <param name="charts">The name of each and the chart.</param>
    public Report AddCharts(string heading, string caption, IEnumerable<(string Name, Chart Chart)> charts)
    {
        ArgumentNullException.ThrowIfNull(charts);
        return Add(Section.Sides(heading, caption, charts));
    }

    /// <summary>Adds a table.</summary>
    /// <param name="heading">The heading above it.</param>
    /// <param name="caption">What to see in it.</param>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="rows">The cells, row by row.</param>
    public Report AddTable(string heading, string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        return Add(Section.Panel(heading, caption, Table.Of(columns, rows)));
    }

    /// <summary>Adds the trials of a search, the best first, with the settings that differ.</summary>
    /// <param name="heading">The heading above it.</param>
    /// <param name="caption">What to see in it.</param>
    /// <param name="result">What the search found.</param>
    public Report AddSearch(string heading, string caption, SearchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        SearchTable table = result.ToTable();
        return AddTable(heading, caption, table.Columns, table.Rows);
    }

    /// <summary>Adds text as it is printed, in letters of one width.</summary>
    /// <param name="heading">The heading above it.</param>
    /// <param name="caption">What to see in it.</param>
    /// <param name="text">The lines.</param>
    public Report AddText(string heading, string caption, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Add(Section.Panel(heading, caption, $"<pre>{Markup.Escape(text)}</pre>"));
    }

    /// <summary>Adds a grid of pictures, the mistakes marked.</summary>
    /// <param name="heading">The heading above it.</param>
    /// <param name="caption">What to see in it.</param>
    /// <param name="cards">The pictures in the order of the grid.</param>
    public Report AddPictures(string heading, string caption, IEnumerable<PictureCard> cards)
    {
        ArgumentNullException.ThrowIfNull(cards);
        return Add(Section.Panel(heading, caption, PictureGrid.Of(cards)));
    }

    /// <summary>Adds a confusion matrix: a row for each true class, a column for each predicted one. More than 40 classes are one line of text.</summary>
    /// <param name="heading">The heading above it.</param>
    /// <param name="caption">What to see in it.</param>
    /// <param name="counts">How many examples of the class (row) were taken for the class (column).</param>
    /// <param name="classNames">The names of the classes. Default: null, their numbers.</param>
    /// <exception cref="ArgumentException">There are not as many names as classes.</exception>
    public Report AddConfusion(string heading, string caption, ConfusionMatrix counts, IReadOnlyList<string>? classNames = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return Add(Section.Panel(heading, caption, ConfusionTable.Of(counts, classNames)));
    }

    /// <summary>Writes the page to a file, which is replaced at once: readers find the whole old one or the whole new one.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
    public void Write(string path)
    {
        byte[] page = ToBytes();
        ReplacementFile.WriteAll(path, stream => stream.Write(page));
    }

    /// <summary>Writes the page to a stream, in UTF-8; the stream stays open.</summary>
    /// <param name="stream">Receives the page.</param>
    /// <exception cref="ArgumentException">The stream cannot be written to.</exception>
    public void WriteTo(Stream stream)
    {
        StreamGuard.Writable(stream);
        stream.Write(ToBytes());
    }

    /// <summary>What stands below the heading where <see cref="Lead"/> is null.</summary>
    private protected virtual string DefaultLead => "";

    /// <summary>The figures before those that were added.</summary>
    private protected virtual IEnumerable<(string Name, string Value)> OwnFacts => [];

    /// <summary>The sections before those that were added.</summary>
    private protected virtual IEnumerable<string> SectionsBefore => [];

    /// <summary>The sections after those that were added.</summary>
    private protected virtual IEnumerable<string> SectionsAfter => [];

    private Report Add(string section)
    {
        sections.Append(section);
        return this;
    }

    private byte[] ToBytes() => Encoding.UTF8.GetBytes(
        Page.Of(Title, Lead ?? DefaultLead, [.. OwnFacts, .. facts], [.. SectionsBefore, sections.ToString(), .. SectionsAfter]));
}
