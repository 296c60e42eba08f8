using System.Text.Json;

namespace NetGen;

/// <summary>The result of a trial as JSON.</summary>
internal static class TrialFormat
{
    private const int Version = 1;

    /// <summary>Writes one.</summary>
    public static byte[] Write(Trial trial)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Version);
            json.WriteString("settings", trial.Settings.ToString());
            json.WriteNumber("epochs", trial.Epochs);
            json.WriteString("end", trial.End.ToString());
            if (trial is { ValidationCost: { } cost, BestEpoch: { } epoch })
            {
                json.WriteNumber("validationCost", BitConverter.DoubleToInt64Bits(cost));
                json.WriteNumber("bestEpoch", epoch);
            }

            json.WriteNumber("elapsedTicks", trial.Elapsed.Ticks);
            json.WriteStartArray("metrics");
            foreach (double metric in trial.Metrics)
            {
                // JSON has no NaN.
                json.WriteNumberValue(BitConverter.DoubleToInt64Bits(metric));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return text.ToArray();
    }

    /// <summary>Reads one.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="settings">The settings that it is of.</param>
    /// <returns>The trial; null: the text is damaged, of another version, or of other settings.</returns>
    public static Trial? Read(byte[] text, TrialSettings settings)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            if (root.GetProperty("format").GetInt32() != Version || JsonReading.Text(root, "settings") != settings.ToString())
            {
                return null;
            }

            return new Trial(
                settings,
                root.GetProperty("epochs").GetInt32(),
                JsonReading.Named<TrainingEnd>(root, "end"),
                root.TryGetProperty("validationCost", out JsonElement cost) ? BitConverter.Int64BitsToDouble(cost.GetInt64()) : null,
                JsonReading.Optional(root, "bestEpoch"),
                TimeSpan.FromTicks(root.GetProperty("elapsedTicks").GetInt64()))
            {
                Metrics = [.. root.GetProperty("metrics").EnumerateArray().Select(static bits => BitConverter.Int64BitsToDouble(bits.GetInt64()))],
            };
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
