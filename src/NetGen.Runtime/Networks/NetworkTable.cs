using System.Collections.Immutable;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>A network as a table in plain text: a line for each layer, and what its parameters add up to.</summary>
internal static class NetworkTable
{
    private const string Gap = "  ";

    /// <summary>The columns, and whether their cells end at the same place: numbers do, words begin there.</summary>
    private static readonly ImmutableArray<(string Title, bool IsNumber)> Columns =
        [("", true), ("name", false), ("kind", false), ("output", true), ("sources", false), ("parameters", true)];

    /// <summary>The table of a network; lines end with a line feed on every system, the last one with none.</summary>
    public static string Of(NetworkDescription network)
    {
        string[][] rows = [.. network.Layers.Select(static (layer, index) => CellsOf(layer, index + 1))];
        IEnumerable<string> lines =
        [
            $"{network.Name}: {Counted(network.InputSize, "input")}, {LossOf(network.LossSpec)}",
            .. Aligned([[.. Columns.Select(static column => column.Title)], .. rows]),
            Totals(network.Parameters),
        ];
        return string.Join('\n', lines);
    }

    /// <summary>The loss, and its numbers that are others than when none is said: "Huber loss (delta 2)".</summary>
    private static string LossOf(LossSpec loss)
    {
        LossFacts facts = LossFacts.Of(loss.Kind);
        string[] numbers =
        [
            .. facts.Parameter is { } parameter && loss.Parameter != parameter.Default ? [Text($"{parameter.Name.ToLowerInvariant()} {loss.Parameter}")]
                : (string[])[],
            .. loss.LabelSmoothing == 0.0 ? (string[])[] : [Text($"label smoothing {loss.LabelSmoothing}")],
        ];
        return numbers.Length == 0 ? facts.Term : $"{facts.Term} ({string.Join(", ", numbers)})";
    }

    private static string[] CellsOf(LayerDescription layer, int number)
    {
        ImmutableArray<int> sources = LayerSources.Of(layer, number);
        bool isChained = sources is [int only] && only == number - 1;
        string activation = layer.OutputActivation == Activation.Linear ? "" : $", {ActivationFacts.Of(layer.OutputActivation).Term}";
        return
        [
            Text($"{number}"),
            layer.Name ?? "",
            layer.Kind + activation + (layer.IsFrozen ? ", frozen" : ""),
            layer.OutputShape.ToString(),
            isChained ? "" : string.Join(", ", sources.Select(static source => source == 0 ? "input" : Text($"{source}"))),
            layer.ParameterCount == 0 ? "" : Text($"{layer.ParameterCount:N0}"),
        ];
    }

    /// <summary>The rows with their cells below each other; a column in which no layer has anything is left out.</summary>
    private static IEnumerable<string> Aligned(string[][] rows)
    {
        int[] shown = [.. Enumerable.Range(0, Columns.Length).Where(column => rows.Skip(1).Any(row => row[column].Length > 0))];
        int[] widths = [.. Enumerable.Range(0, Columns.Length).Select(column => rows.Max(row => row[column].Length))];
        return rows.Select(row => string.Join(Gap, shown.Select(column => Columns[column].IsNumber
            ? row[column].PadLeft(widths[column])
            : row[column].PadRight(widths[column]))).TrimEnd());
    }

    private static string Totals(ImmutableArray<ParameterDescription> parameters)
    {
        long trainable = Sum(parameters.Where(static parameter => parameter.IsTrainable));
        long statistics = Sum(parameters.Where(static parameter => parameter.Role == ParameterRole.Statistic));
        long all = Sum(parameters);
        long frozen = all - trainable - statistics;
        return Text($"{all:N0} parameters: {trainable:N0} trainable")
            + (frozen == 0 ? "" : Text($", {frozen:N0} frozen"))
            + (statistics == 0 ? "" : Text($", {statistics:N0} statistics"));
    }

    private static long Sum(IEnumerable<ParameterDescription> parameters) => parameters.Sum(static parameter => (long)parameter.Count);
}
