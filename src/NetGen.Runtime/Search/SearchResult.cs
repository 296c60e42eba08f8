using System.Collections;
using System.Collections.Immutable;

namespace NetGen;

/// <summary>The trials of a search, the best first.</summary>
public sealed class SearchResult : IReadOnlyList<Trial>
{
    private readonly ImmutableArray<Trial> trials;

    internal SearchResult(IEnumerable<Trial> trials, IEnumerable<string> metricNames)
    {
        this.trials = [.. trials.OrderBy(static trial => trial.Rank)];
        MetricNames = [.. metricNames];
    }

    /// <summary>The names of the metrics, in the order of <see cref="Trial.Metrics"/>.</summary>
    public ImmutableArray<string> MetricNames { get; }

    /// <summary>The number of trials that are done.</summary>
    public int Count => trials.Length;

    /// <summary>The best trial; null when none is done.</summary>
    public Trial? Best => trials.IsEmpty ? null : trials[0];

    /// <summary>A trial.</summary>
    /// <param name="index">Its place, from 0, the best.</param>
    public Trial this[int index] => trials[index];

    /// <inheritdoc/>
    public IEnumerator<Trial> GetEnumerator() => ((IEnumerable<Trial>)trials).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Writes the trials as CSV: a header, then a line for each, with every setting.</summary>
    /// <param name="writer">Receives the text.</param>
    public void WriteCsv(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        SearchTable table = SearchTable.Of(this, onlyVarying: false);
        CsvText.WriteLine(writer, table.Columns);
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            CsvText.WriteLine(writer, row);
        }
    }

    /// <summary>Writes the trials as CSV to a file, which is replaced at once.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
    public void WriteCsv(string path) => ReplacementFile.WriteText(path, WriteCsv);

    /// <summary>The trials as a table with the settings that differ, numbers rounded for reading.</summary>
    public SearchTable ToTable() => SearchTable.Of(this, onlyVarying: true);

    /// <summary>The table of <see cref="ToTable"/> in plain text.</summary>
    public override string ToString() => ToTable().ToString();
}
