using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers;

/// <summary>The layers that share a kernel, as its name and its comment show them.</summary>
/// <param name="Suffix">What the name of the kernel ends with.</param>
/// <param name="Layers">Their numbers, ascending.</param>
/// <param name="Sources">For each, the layers that it takes the results of.</param>
internal sealed record LayerLabel(string Suffix, IReadOnlyList<int> Layers, IReadOnlyList<IReadOnlyList<int>> Sources)
{
    /// <summary>"Layer 2", "Layers 2 to 9", "Layers 2, 4, 7".</summary>
    public string Title
    {
        get
        {
            if (Layers.Count == 1)
            {
                return $"Layer {Layers[0]}";
            }

            int last = Layers[Layers.Count - 1];
            bool isRun = Layers.Count > 2 && last - Layers[0] == Layers.Count - 1;
            return "Layers " + (isRun ? $"{Layers[0]} to {last}" : string.Join(", ", Layers));
        }
    }

    /// <summary>An array of the layer: "A1" for one layer, "A[l]" for several.</summary>
    public string Of(string array) => Layers.Count == 1 ? $"{array}{Layers[0]}" : $"{array}[l]";

    /// <summary>
    /// An array of one of the layers that it takes the results of: "A1" for one layer; for several "A[l-1]" where that is the one before, else "A[s]". The
    /// index is that of the first layer: others may take their source at another, and have fewer.
    /// </summary>
    public string OfSource(string array, int index = 0)
    {
        if (Layers.Count == 1)
        {
            return $"{array}{Sources[0][index]}";
        }

        bool isBefore = Layers.Zip(Sources, (layer, sources) => index < sources.Count && sources[index] == layer - 1).All(static before => before);
        return isBefore ? $"{array}[l-1]" : $"{array}[s{(Sources[0].Count == 1 ? string.Empty : VectorText.Number(index + 1))}]";
    }
}
