using System.Collections.Generic;
using NetGen.Generator.Text;

namespace NetGen.Generator.Memory;

/// <summary>The constants of emitted code that say where arrays start: those that were used, by layer.</summary>
internal sealed class PlaceNames
{
    private readonly SortedDictionary<int, List<string>> layers = [];
    private readonly HashSet<string> names = [];

    /// <summary>Whether there are any.</summary>
    public bool IsEmpty => names.Count == 0;

    /// <summary>The name of an array of a layer, such as W1; of the network's for layer -1.</summary>
    public static string NameOf(string array, int layer) => layer < 0 ? array : array + VectorText.Number(layer);

    /// <summary>Notes that a constant is used.</summary>
    /// <returns>Its name.</returns>
    public string Use(string array, int layer, long value)
    {
        string name = NameOf(array, layer);
        if (names.Add(name))
        {
            if (!layers.TryGetValue(layer, out List<string>? line))
            {
                layers.Add(layer, line = []);
            }

            line.Add($"{name} = {VectorText.Number(value)}");
        }

        return name;
    }

    /// <summary>Writes the constants, a line for each layer.</summary>
    public void Write(CodeWriter writer)
    {
        foreach (List<string> line in layers.Values)
        {
            writer.Line($"const int {string.Join(", ", line)};");
        }
    }
}
