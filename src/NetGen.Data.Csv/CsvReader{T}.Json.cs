using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using static NetGen.MessageText;

namespace NetGen;

/// <content>What was learned as JSON, to be kept beside the model file.</content>
public sealed partial class CsvReader<T>
{
    private const int Version = 1;

    /// <summary>What was learned from the training file, and how files are written. The same make the same text.</summary>
    public string ToJson()
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", Version);
            writer.WriteString("separator", options.Separator.ToString());
            WriteTexts(writer, "missingTexts", options.MissingTexts);
            writer.WriteStartArray("columns");
            foreach (CsvColumn column in columns)
            {
                writer.WriteStartObject();
                writer.WriteString("name", column.Name);
                writer.WriteString("role", column.Role.ToString());
                writer.WriteString("missing", column.Missing.Kind.ToString());
                writer.WriteBoolean("indicator", column.Missing.HasIndicator);
                writer.WriteNumber("fill", column.Fill);
                WriteTexts(writer, "names", column.Names);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    /// <summary>A reader of files like those that another was fitted on.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="DataFormatException">The text is damaged, or of a newer version.</exception>
    public static CsvReader<T> FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        const string Name = "The description of CSV columns";
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            int version = root.GetProperty("format").GetInt32();
            if (version > Version)
            {
                throw new DataFormatException(Name, Text($"its format is {version}, but this version of NetGen.Data.Csv reads up to {Version}."));
            }

            // Made as users make them, so that whatever cannot be is refused here as well; the rest was learned.
            var declared = new CsvColumns();
            var fills = new List<double>();
            foreach (JsonElement column in root.GetProperty("columns").EnumerateArray())
            {
                Declare(declared, column);
                double fill = column.GetProperty("fill").GetDouble();
                fills.Add(double.IsFinite(fill) ? fill : throw new FormatException(Text($"fill is {fill}")));
            }

            ImmutableArray<CsvColumn> columns = [.. declared.All.Select((column, i) => column with { Fill = fills[i] })];
            RequireFills(columns);
            CsvReader<T> reader = new(
                columns,
                new CsvOptions { Separator = TextOf(root, "separator").Single(), MissingTexts = ReadTexts(root, "missingTexts") });
            return reader.InputSize > 0 && reader.OutputSize > 0 ? reader : throw new FormatException("there is no feature, or no label");
        }
        catch (Exception exception) when (
            exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            throw new DataFormatException(Name, $"it is damaged: {exception.Message}", exception);
        }
    }

    private static void Declare(CsvColumns columns, JsonElement column)
    {
        string name = TextOf(column, "name");
        ImmutableArray<string> names = ReadTexts(column, "names");
        MissingValue missing = Named<MissingKind>(column, "missing") switch
        {
            MissingKind.Refuse => MissingValue.Refuse,
            MissingKind.DropRow => MissingValue.DropRow,
            MissingKind.Mean => MissingValue.Mean,
            MissingKind.Median => MissingValue.Median,
            MissingKind.Value => MissingValue.With(column.GetProperty("fill").GetDouble()),
            MissingKind.Unknown => MissingValue.Unknown,
        };
        missing = column.GetProperty("indicator").GetBoolean() ? missing.WithIndicator() : missing;
        _ = Named<CsvRole>(column, "role") switch
        {
            CsvRole.Number => columns.Number(name, missing),
            CsvRole.Category => columns.Category(name, missing, names),
            CsvRole.OneHot => columns.OneHot(name, missing, names),
            CsvRole.Label => columns.Label(name, missing),
            CsvRole.ClassLabel => columns.ClassLabel(name, missing, names),
        };
    }

    private static TEnum Named<TEnum>(JsonElement element, string name)
        where TEnum : struct, Enum
    {
        string text = TextOf(element, name);
        return Enum.TryParse(text, out TEnum value) && value.ToString() == text && Enum.IsDefined(value)
            ? value
            : throw new FormatException($"'{text}' is not known as {name}");
    }

    private static string TextOf(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");

    private static ImmutableArray<string> ReadTexts(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(text => text.GetString() ?? throw new FormatException($"{name} holds null"))];

    private static void WriteTexts(Utf8JsonWriter writer, string name, ImmutableArray<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
