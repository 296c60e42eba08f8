using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace NetGen;

/// <summary>
/// What a model file says of itself: a JSON object in UTF-8, the bytes of the array <see cref="ArrayName"/>. An array survives a way through NumPy, where
/// json.loads(f['__netgen__'].tobytes()) reads it. A reader passes over properties that it does not know; what it must not pass over raises the format's
/// version.
/// </summary>
internal static class ModelDescriptionFormat
{
    /// <summary>The name of the array.</summary>
    internal const string ArrayName = "__netgen__";

    /// <summary>The newest version that is read.</summary>
    internal const int Version = LayersFormat.Newest;

    /// <summary>The text for a network and what is saved with it. The same make the same text.</summary>
    internal static byte[] Write<T>(NetworkDescription network, ModelSaveOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter writer = new(text))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", LayersFormat.VersionOf(network));
            writer.WriteString("network", network.Name);
            writer.WriteString("element", ElementFormat.Of<T>().Name);
            writer.WriteNumber("inputs", network.InputSize);
            LayersFormat.Write(writer, network);
            writer.WriteString("loss", network.Loss.ToString());
            LossFormat.Write(writer, network);
            writer.WriteString("initializer", network.Initializer.ToString());
            if (options.ClassNames.Count > 0)
            {
                writer.WriteStartArray("classes");
                foreach (string name in options.ClassNames)
                {
                    writer.WriteStringValue(name);
                }

                writer.WriteEndArray();
            }

            WriteScaling(writer, "inputScaling", options.InputScaling);
            WriteScaling(writer, "outputScaling", options.OutputScaling);
            writer.WriteEndObject();
        }

        return text.ToArray();
    }

    /// <summary>Reads the text.</summary>
    /// <param name="text">The bytes of the array.</param>
    /// <param name="file">The file, for messages.</param>
    /// <exception cref="DataFormatException">The text is damaged, or of a newer version.</exception>
    internal static ModelInfo<T> Read<T>(byte[] text, string file)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            int version = root.GetProperty("format").GetInt32();
            if (version > Version)
            {
                throw new DataFormatException(
                    file,
                    MessageText.Text($"the format of the model is {version}, but this version of NetGen reads up to {Version}: ")
                        + "use the version that wrote it, or a newer one.");
            }

            NetworkDescription network = ReadNetwork(root, version);
            ModelInfo<T> info = new()
            {
                FormatVersion = version >= 1 ? version : throw new FormatException(MessageText.Text($"the format is {version}")),
                Network = network,
                Element = ReadElement(JsonReading.Text(root, "element")),
                ClassNames = root.TryGetProperty("classes", out JsonElement classes)
                    ? [.. classes.EnumerateArray().Select(name => name.GetString() ?? "")]
                    : [],
                InputScaling = ReadScaling<T>(root, "inputScaling"),
                OutputScaling = ReadScaling<T>(root, "outputScaling"),
            };
            RequireSizes(network, info.ClassNames.Length, info.InputScaling, info.OutputScaling);
            return info;
        }
        catch (Exception exception) when (
            exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            throw new DataFormatException(
                file,
                $"{ArrayName}, which says what the file holds, is damaged ({exception.Message}): repair or remove it, or ignore it (ModelLoadOptions.Ignore).",
                exception);
        }
    }

    /// <summary>Checks what accompanies a network against its sizes.</summary>
    /// <exception cref="ArgumentException">Something has another size.</exception>
    internal static void RequireSizes<T>(NetworkDescription network, int classNames, FeatureScaling<T>? inputScaling, FeatureScaling<T>? outputScaling)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (classNames != 0 && classNames != network.OutputSize && (network.OutputSize != 1 || classNames != 2))
        {
            string needed = network.OutputSize == 1
                ? "1 output, for which 1 name or 2 are needed"
                : MessageText.Text($"{network.OutputSize} outputs, which need a name each");
            throw new ArgumentException(MessageText.Text($"There are {MessageText.Counted(classNames, "class name")}, but {network.Name} has {needed}."));
        }

        RequireScaling(network, inputScaling, network.InputSize, "InputScaling", "input");
        RequireScaling(network, outputScaling, network.OutputSize, "OutputScaling", "output");
    }

    private static void RequireScaling<T>(NetworkDescription network, FeatureScaling<T>? scaling, int size, string what, string noun)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (scaling is not null && scaling.Size != size)
        {
            throw new ArgumentException(
                MessageText.Text($"{what} is for {MessageText.Counted(scaling.Size, "feature")}, ")
                    + MessageText.Text($"but {network.Name} has {MessageText.Counted(size, noun)}."));
        }
    }

    private static void WriteScaling<T>(Utf8JsonWriter writer, string name, FeatureScaling<T>? scaling)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (scaling is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        switch (scaling)
        {
            case Standardization<T> standardization:
                WriteNumbers(writer, "means", standardization.Means);
                WriteNumbers(writer, "deviations", standardization.Deviations);
                break;
            case MinMaxScaling<T> minMax:
                WriteNumbers(writer, "minimums", minMax.Minimums);
                WriteNumbers(writer, "maximums", minMax.Maximums);
                break;
            default:
                throw new NotSupportedException($"{scaling.GetType().Name} has no form in a model file.");
        }

        writer.WriteEndObject();
    }

    private static void WriteNumbers<T>(Utf8JsonWriter writer, string name, ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        writer.WriteStartArray(name);
        foreach (T value in values)
        {
            writer.WriteRawValue(value.ToString("R", CultureInfo.InvariantCulture));
        }

        writer.WriteEndArray();
    }

    private static NetworkDescription ReadNetwork(JsonElement root, int version) => LossFormat.Read(root, new(
        JsonReading.Text(root, "network"),
        LayersFormat.Read(root, version),
        JsonReading.Named<Loss>(root, "loss"),
        JsonReading.Named<Initializer>(root, "initializer")));

    private static ElementType ReadElement(string name) =>
        name == ElementFormat.Of<float>().Name ? ElementType.Float
        : name == ElementFormat.Of<double>().Name ? ElementType.Double
        : throw new FormatException($"'{name}' is not known as element");

    /// <summary>A scaling, whose kind the names of its numbers say: a reader that does not know them refuses the file.</summary>
    private static FeatureScaling<T>? ReadScaling<T>(JsonElement root, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        !root.TryGetProperty(name, out JsonElement scaling) ? null
        : scaling.TryGetProperty("minimums", out _) ? new MinMaxScaling<T>(ReadNumbers<T>(scaling, "minimums"), ReadNumbers<T>(scaling, "maximums"))
        : new Standardization<T>(ReadNumbers<T>(scaling, "means"), ReadNumbers<T>(scaling, "deviations"));

    private static T[] ReadNumbers<T>(JsonElement scaling, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. scaling.GetProperty(name).EnumerateArray().Select(value => T.Parse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture))];
}
