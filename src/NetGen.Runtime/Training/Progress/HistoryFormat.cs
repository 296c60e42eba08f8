using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace NetGen;

/// <summary>The text forms of a history.</summary>
internal static class HistoryFormat
{
    /// <summary>The columns that every history has.</summary>
    public static readonly ImmutableArray<string> Columns = ["epoch", "steps", "cost", "validation_cost", "learning_rate", "seconds"];

    /// <summary>Writes CSV.</summary>
    public static void WriteCsv(TrainingHistory history, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        CsvText.WriteLine(writer, Columns.Concat(history.MetricNames));
        foreach (EpochRecord record in history)
        {
            IEnumerable<string> numbers =
            [
                record.Epoch.ToString(CultureInfo.InvariantCulture),
                record.Steps.ToString(CultureInfo.InvariantCulture),
                Number(record.Cost),
                record.ValidationCost is { } cost ? Number(cost) : "",
                Number(record.LearningRate),
                Number(record.Elapsed.TotalSeconds),
            ];
            CsvText.WriteLine(writer, numbers.Concat(record.Metrics.Select(Number)));
        }
    }

    /// <summary>Writes JSON.</summary>
    public static void WriteJson(TrainingHistory history, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (EpochRecord record in history)
        {
            json.WriteStartObject();
            json.WriteNumber(Columns[0], record.Epoch);
            json.WriteNumber(Columns[1], record.Steps);
            Write(json, Columns[2], record.Cost);
            Write(json, Columns[3], record.ValidationCost);
            Write(json, Columns[4], record.LearningRate);
            Write(json, Columns[5], record.Elapsed.TotalSeconds);
            for (int i = 0; i < record.Metrics.Length; i++)
            {
                Write(json, history.MetricNames[i], record.Metrics[i]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
