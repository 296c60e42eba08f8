using System.Globalization;
using System.Text.Json;

namespace NetGen;

/// <summary>The text forms of a history.</summary>
internal static class HistoryFormat
{
    private static readonly string[] Columns = ["epoch", "steps", "cost", "validation_cost", "learning_rate", "seconds"];

    /// <summary>Writes CSV (RFC 4180, but with lines that end as those of Unix do).</summary>
    public static void WriteCsv(TrainingHistory history, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(string.Join(',', Columns.Concat(history.MetricNames.Select(Quoted))) + "\n");
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
            writer.Write(string.Join(',', numbers.Concat(record.Metrics.Select(Number))) + "\n");
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

    /// <summary>Writes a file that takes the place of the one that was there when all is written.</summary>
    public static void WriteFile(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using ReplacementFile file = new(path);
        write(file.Stream);
        file.Commit();
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

    private static string Quoted(string name) =>
        name.AsSpan().IndexOfAny(",\"\r\n") < 0 ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
