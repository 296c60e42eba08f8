using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>What must be the same for a training to go on from a checkpoint.</summary>
/// <param name="Declaration">The SHA-256 of what a model file would say of the network.</param>
/// <param name="Optimizer">The optimizer's name.</param>
/// <param name="Examples">The number of examples.</param>
/// <param name="BatchSize">The examples of a batch.</param>
/// <param name="Shuffle">Whether the batches are shuffled.</param>
/// <param name="Seed">From which seed.</param>
/// <param name="FirstEpoch">The number of the first epoch.</param>
/// <param name="AccumulateBatches">The batches of an update.</param>
/// <param name="AverageDecay">How much of the average an update keeps; 0 without one.</param>
/// <param name="Metrics">The names of the metrics, and what is monitored.</param>
internal sealed record CheckpointIdentity(
    string Declaration,
    string Optimizer,
    int Examples,
    int BatchSize,
    bool Shuffle,
    int Seed,
    int FirstEpoch,
    int AccumulateBatches,
    double AverageDecay,
    string Metrics)
{
    /// <summary>That of a training.</summary>
    public static CheckpointIdentity Of<T>(NetworkDescription network, Type optimizer, int examples, TrainingOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(
            Convert.ToHexStringLower(SHA256.HashData(ModelDescriptionFormat.Write(network, new ModelSaveOptions<T>()))),
            NameOf(optimizer),
            examples,
            Math.Min(options.BatchSize ?? examples, examples),
            options.Shuffle,
            options.Seed,
            options.FirstEpoch,
            options.AccumulateBatches,
            options.AverageDecay ?? 0.0,
            $"{string.Join(", ", options.Metrics)}; {options.Monitor?.ToString() ?? "cost"}");

    /// <summary>Reads it.</summary>
    public static CheckpointIdentity Read(JsonElement json) => new(
        JsonReading.Text(json, "declaration"),
        JsonReading.Text(json, "optimizer"),
        JsonReading.Size(json, "examples"),
        JsonReading.Size(json, "batchSize"),
        json.GetProperty("shuffle").GetBoolean(),
        json.GetProperty("seed").GetInt32(),
        json.GetProperty("firstEpoch").GetInt32(),
        JsonReading.Size(json, "accumulateBatches"),
        json.GetProperty("averageDecay").GetDouble(),
        JsonReading.Text(json, "metrics"));

    /// <summary>Writes it.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("declaration", Declaration);
        json.WriteString("optimizer", Optimizer);
        json.WriteNumber("examples", Examples);
        json.WriteNumber("batchSize", BatchSize);
        json.WriteBoolean("shuffle", Shuffle);
        json.WriteNumber("seed", Seed);
        json.WriteNumber("firstEpoch", FirstEpoch);
        json.WriteNumber("accumulateBatches", AccumulateBatches);
        json.WriteNumber("averageDecay", AverageDecay);
        json.WriteString("metrics", Metrics);
    }

    /// <summary>What another training has that this one has not, in words; null: they are the same.</summary>
    public string? DifferenceFrom(CheckpointIdentity other)
    {
        if (Declaration != other.Declaration)
        {
            return "it is that of another network: its layers, activations, loss or element type are not those of this one";
        }

        (string What, object Its, object Own)[] parts =
        [
            (nameof(Optimizer), Optimizer, other.Optimizer),
            ("the number of examples", Examples, other.Examples),
            (nameof(BatchSize), BatchSize, other.BatchSize),
            (nameof(Shuffle), Shuffle, other.Shuffle),
            (nameof(Seed), Seed, other.Seed),
            (nameof(FirstEpoch), FirstEpoch, other.FirstEpoch),
            (nameof(AccumulateBatches), AccumulateBatches, other.AccumulateBatches),
            (nameof(AverageDecay), AverageDecay, other.AverageDecay),
            ("Metrics; Monitor", Metrics, other.Metrics),
        ];
        foreach ((string what, object its, object own) in parts)
        {
            if (!its.Equals(own))
            {
                return Text($"{what} was {its}, but is {own} now");
            }
        }

        return null;
    }

    /// <summary>The name of an optimizer, whatever penalties it is wrapped in: they have no state, and may change.</summary>
    private static string NameOf(Type optimizer) =>
        optimizer.IsGenericType && optimizer.GetGenericTypeDefinition() == typeof(Regularized<,>)
            ? NameOf(optimizer.GenericTypeArguments[1])
            : optimizer.Namespace == typeof(CheckpointIdentity).Namespace
                ? optimizer.Name.Split('`')[0]
                : $"{optimizer.Namespace}.{optimizer.Name.Split('`')[0]}";
}
