using System.Numerics;
using System.Text.Json;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// A checkpoint as a .npz archive: the parameters by name, as in a model file, and under names that begin with "training." the kept parameters, their average,
/// the blocks of the optimizer and the columns of the history. One more array is JSON with all single values. Floating-point values stand there as their bits.
/// </summary>
internal static class CheckpointFormat
{
    /// <summary>The newest version that is read, and the one that is written.</summary>
    public const int Version = 1;

    private const string Prefix = "training.";
    private const string HeaderName = "__training__";
    private const string BestName = $"{Prefix}best";
    private const string AverageName = $"{Prefix}average";
    private const string PendingName = $"{Prefix}pending";
    private const string OptimizerPrefix = $"{Prefix}optimizer.";

    /// <summary>Writes a checkpoint.</summary>
    public static void Write<T>(string path, NetworkDescription network, CheckpointIdentity identity, CheckpointState<T> state)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using ReplacementFile file = new(path);
        NpzWriter writer = new(file.Stream, compress: false);
        foreach (ParameterDescription tensor in network.Parameters)
        {
            writer.Add(tensor.Name, state.Parameters.Span.Slice(tensor.Offset, tensor.Count), tensor.Shape.Dimensions.AsSpan());
        }

        Add(writer, BestName, state.BestParameters.Span);
        Add(writer, AverageName, state.Average.Span);
        Add(writer, PendingName, state.Pending.Sum.Span);
        foreach (OptimizerBlock<T> block in state.Optimizer.Blocks)
        {
            Add(writer, OptimizerPrefix + block.Name, block.Values);
        }

        HistoryColumns.Write(state.History, (name, values) => Add<double>(writer, Prefix + name, values));
        byte[] header = Header(identity, state);
        Add<byte>(writer, HeaderName, header);
        writer.End();
        file.Commit();
    }

    /// <summary>Reads a checkpoint.</summary>
    /// <exception cref="DataFormatException">The file is damaged, of a newer version, or of another training.</exception>
    public static unsafe CheckpointState<T> Read<T>(string path, NetworkDescription network, CheckpointIdentity identity)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using NpzArchive archive = NpzFile.Open(path, Math.Max(BoundedReader.DefaultMaximumBytes, (long)network.ParameterCount * sizeof(T)));
        byte[] text = archive.Read(HeaderName).ToArray<byte>();
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            int version = root.GetProperty("format").GetInt32();
            if (version is < 1 or > Version)
            {
                throw new DataFormatException(path, Text($"the format of the checkpoint is {version}, but this version of NetGen reads up to {Version}."));
            }

            if (CheckpointIdentity.Read(root).DifferenceFrom(identity) is { } difference)
            {
                throw new DataFormatException(
                    path, $"this training cannot go on from the checkpoint: {difference}. Train as it was begun, or begin anew in another folder.");
            }

            return Read<T>(archive, path, network, root);
        }
        catch (Exception exception) when (
            exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            throw new DataFormatException(path, $"the checkpoint is damaged ({exception.Message}).", exception);
        }
    }

    private static CheckpointState<T> Read<T>(NpzArchive archive, string path, NetworkDescription network, JsonElement root)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var parameters = new T[network.ParameterCount];
        foreach (ParameterDescription tensor in network.Parameters)
        {
            Values<T>(archive, path, tensor.Name, tensor.Count).CopyTo(parameters, tensor.Offset);
        }

        JsonElement optimizer = root.GetProperty("optimizerState");
        return new CheckpointState<T>
        {
            Position = new TrainingPosition
            {
                Epoch = root.GetProperty("epoch").GetInt32(),
                Batch = root.GetProperty("batch").GetInt32(),
                Steps = root.GetProperty("steps").GetInt64(),
                LossSum = Bits(root.GetProperty("lossSum")),
                LossExamples = root.GetProperty("lossExamples").GetInt64(),
                EpochOfLastBatch = root.GetProperty("epochOfLastBatch").GetInt32(),
            },
            Elapsed = TimeSpan.FromTicks(root.GetProperty("elapsedTicks").GetInt64()),
            Dropout = new DropoutState(root.GetProperty("dropoutSeed").GetUInt64(), root.GetProperty("dropoutStep").GetInt64()),
            Best = ReadBest(root.GetProperty("best")),
            Parameters = parameters,
            BestParameters = Values<T>(archive, path, BestName, network.ParameterCount),
            Average = Optional<T>(archive, path, AverageName, network.ParameterCount),
            Pending = new PendingGradient<T>(
                root.GetProperty("pendingBatches").GetInt32(),
                root.GetProperty("pendingExamples").GetInt64(),
                Optional<T>(archive, path, PendingName, network.ParameterCount)),
            Optimizer = new OptimizerState<T>(
                [
                    .. optimizer.GetProperty("blocks").EnumerateArray().Select(name => new OptimizerBlock<T>(
                        name.GetString()!, archive.Read(OptimizerPrefix + name.GetString()).ToArray<T>())),
                ],
                [
                    .. optimizer.GetProperty("scalars").EnumerateArray().Select(scalar => new OptimizerScalar(
                        JsonReading.Text(scalar, "name"), Bits(scalar.GetProperty("value")))),
                ]),
            History = HistoryColumns.Read(name => archive.Read(Prefix + name).ToArray<double>()),
        };
    }

    private static T[] Values<T>(NpzArchive archive, string path, string name, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] values = archive.Read(name).ToArray<T>();
        return values.Length == count
            ? values
            : throw new DataFormatException(path, Text($"{name} has {Counted(values.Length, "value")}, but must have {count}: the checkpoint is damaged."));
    }

    private static T[] Optional<T>(NpzArchive archive, string path, string name, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => archive.Read(name).Count == 0 ? [] : Values<T>(archive, path, name, count);

    private static void Add<T>(NpzWriter writer, string name, ReadOnlySpan<T> values)
        where T : unmanaged, INumberBase<T> => writer.Add(name, values, values.Length);

    private static byte[] Header<T>(CheckpointIdentity identity, CheckpointState<T> state)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Version);
            identity.Write(json);
            json.WriteNumber("epoch", state.Position.Epoch);
            json.WriteNumber("batch", state.Position.Batch);
            json.WriteNumber("steps", state.Position.Steps);
            WriteBits(json, "lossSum", state.Position.LossSum);
            json.WriteNumber("lossExamples", state.Position.LossExamples);
            json.WriteNumber("pendingBatches", state.Pending.Batches);
            json.WriteNumber("pendingExamples", state.Pending.Examples);
            json.WriteNumber("epochOfLastBatch", state.Position.EpochOfLastBatch);
            json.WriteNumber("elapsedTicks", state.Elapsed.Ticks);
            json.WriteNumber("dropoutSeed", state.Dropout.Seed);
            json.WriteNumber("dropoutStep", state.Dropout.Step);
            WriteBest(json, state.Best);
            WriteOptimizer(json, state.Optimizer);
            json.WriteEndObject();
        }

        return text.ToArray();
    }

    private static void WriteOptimizer<T>(Utf8JsonWriter json, OptimizerState<T> optimizer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        json.WriteStartObject("optimizerState");
        json.WriteStartArray("blocks");
        foreach (OptimizerBlock<T> block in optimizer.Blocks)
        {
            json.WriteStringValue(block.Name);
        }

        json.WriteEndArray();
        json.WriteStartArray("scalars");
        foreach (OptimizerScalar scalar in optimizer.Scalars)
        {
            json.WriteStartObject();
            json.WriteString("name", scalar.Name);
            WriteBits(json, "value", scalar.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteBest(Utf8JsonWriter json, BestRecord best)
    {
        json.WriteStartObject("best");
        WriteOptional(json, "epoch", best.Epoch);
        WriteOptional(json, "cost", best.Cost);
        WriteOptional(json, "value", best.Value);
        WriteOptional(json, "improvementEpoch", best.ImprovementEpoch);
        WriteOptional(json, "improvementValue", best.ImprovementValue);
        json.WriteEndObject();
    }

    private static BestRecord ReadBest(JsonElement best) => new(
        JsonReading.Optional(best, "epoch"),
        OptionalBits(best, "cost"),
        OptionalBits(best, "value"),
        JsonReading.Optional(best, "improvementEpoch"),
        OptionalBits(best, "improvementValue"));

    private static void WriteOptional(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            WriteBits(json, name, number);
        }
    }

    private static void WriteBits(Utf8JsonWriter json, string name, double value) => json.WriteNumber(name, BitConverter.DoubleToInt64Bits(value));

    private static double Bits(JsonElement element) => BitConverter.Int64BitsToDouble(element.GetInt64());

    private static double? OptionalBits(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? Bits(value) : null;
}
