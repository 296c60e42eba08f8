using System.Collections;
using System.Collections.Immutable;

namespace NetGen;

/// <summary>The epochs of a training that were recorded, in the order in which they were run; as a table in CSV and JSON, too.</summary>
public sealed class TrainingHistory : IReadOnlyList<EpochRecord>
{
    private readonly ImmutableArray<EpochRecord> records;

    /// <summary>A history.</summary>
    /// <param name="records">The epochs.</param>
    /// <param name="metricNames">The names of the metrics of every record, in their order.</param>
    /// <exception cref="ArgumentException">A record has another number of metrics.</exception>
    public TrainingHistory(IEnumerable<EpochRecord> records, IEnumerable<string>? metricNames = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        this.records = [.. records];
        MetricNames = [.. metricNames ?? []];
        foreach (EpochRecord record in this.records)
        {
            if (record.Metrics.Length != MetricNames.Length)
            {
                throw new ArgumentException(
                    MessageText.Text($"The record of epoch {record.Epoch} has {record.Metrics.Length} metrics, but there are {MetricNames.Length} names."),
                    nameof(records));
            }
        }
    }

    /// <summary>The names of the metrics, in the order of <see cref="EpochRecord.Metrics"/>.</summary>
    public ImmutableArray<string> MetricNames { get; }

    /// <summary>The number of records.</summary>
    public int Count => records.Length;

    /// <summary>A record.</summary>
    /// <param name="index">Its index, from 0.</param>
    public EpochRecord this[int index] => records[index];

    /// <inheritdoc/>
    public IEnumerator<EpochRecord> GetEnumerator() => ((IEnumerable<EpochRecord>)records).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>
    /// Writes the history as CSV: a header, then a line for each record with epoch, steps, cost, validation_cost (empty without one), learning_rate, seconds
    /// and the metrics. Numbers are written so that reading them gives the same bits.
    /// </summary>
    /// <param name="writer">Receives the text.</param>
    public void WriteCsv(TextWriter writer) => HistoryFormat.WriteCsv(this, writer);

    /// <summary>Writes the history as CSV to a file, which is replaced at once; see <see cref="WriteCsv(TextWriter)"/>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
    public void WriteCsv(string path) => ReplacementFile.WriteText(path, WriteCsv);

    /// <summary>
    /// Writes the history as JSON: an array with an object for each record, whose members are named as the columns of <see cref="WriteCsv(TextWriter)"/>. What
    /// there is not, and what is no number in JSON, is null.
    /// </summary>
    /// <param name="stream">Receives the text, in UTF-8.</param>
    /// <exception cref="ArgumentException">The stream cannot be written to.</exception>
    public void WriteJson(Stream stream)
    {
        StreamGuard.Writable(stream);
        HistoryFormat.WriteJson(this, stream);
    }

    /// <summary>Writes the history as JSON to a file, which is replaced at once; see <see cref="WriteJson(Stream)"/>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
    public void WriteJson(string path) => ReplacementFile.WriteAll(path, WriteJson);

    /// <summary>As in "12 epochs: cost 0.1234 -> 0.0123".</summary>
    public override string ToString() => MessageText.Counted(Count, "epoch")
        + (Count == 0 ? "" : MessageText.Text($": cost {records[0].Cost:G4} -> {records[^1].Cost:G4}"));
}
