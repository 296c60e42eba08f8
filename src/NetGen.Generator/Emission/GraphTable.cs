using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>The graph of a network that a method describes, as a table at the beginning of its files; others have their sizes in one line.</summary>
internal static class GraphTable
{
    private static readonly string[] Titles = ["layer", "name", "kind", "output", "from", "parameters"];

    /// <summary>Writes the table, a comment.</summary>
    public static void Write(CodeWriter writer, NetworkSpec network)
    {
        if (network.Described is null)
        {
            return;
        }

        List<string[]> rows = [Titles, .. network.Layers.Select(Cells)];
        int[] widths = [.. Titles.Select((_, column) => rows.Max(row => row[column].Length))];
        writer.Line($"// {network.Type.DisplayName}, as {network.Described} describes it: {network.InputSize()} inputs.");
        foreach (string[] row in rows)
        {
            writer.Line($"// {string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column])))}".TrimEnd());
        }

        writer.Line();
    }

    /// <summary>The kind of a layer with its activation, and whether it is frozen.</summary>
    public static string KindOf(LayerSpec layer) =>
        layer.Kind
        + (layer.Function.Kind == Activation.Linear ? string.Empty : $", {ActivationFacts.Of(layer.Function.Kind).Term}")
        + (layer.IsFrozen ? ", frozen" : string.Empty);

    private static string[] Cells(LayerSpec layer)
    {
        return
        [
            VectorText.Number(layer.Number),
            layer.IsNumbered ? string.Empty : layer.Name,
            KindOf(layer),
            layer.Output.ToString(),
            string.Join(", ", layer.Sources.Select(static source => source == 0 ? "x" : VectorText.Number(source))),
            string.Join(", ", layer.Parameters.Select(static parameter => $"{parameter.Symbol} {parameter.Shape}")),
        ];
    }
}
