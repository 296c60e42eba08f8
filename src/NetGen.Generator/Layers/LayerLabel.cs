using System.Collections.Generic;
using System.Globalization;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers;

/// <summary>The layers that share a kernel, as its name and its comment show them.</summary>
/// <param name="Layers">Their numbers, ascending.</param>
internal sealed record LayerLabel(IReadOnlyList<int> Layers)
{
    /// <summary>What the names of their kernels end with: the number of the first.</summary>
    public string Suffix => VectorText.Number(Layers[0]);

    /// <summary>"Layer 2", "Layers 2 to 9", "Layers 2, 4, 7".</summary>
    public string Title
    {
        get
        {
            if (Layers.Count == 1)
            {
                return $"Layer {Suffix}";
            }

            int last = Layers[Layers.Count - 1];
            bool isRun = Layers.Count > 2 && last - Layers[0] == Layers.Count - 1;
            return "Layers " + (isRun ? $"{Suffix} to {last}" : string.Join(", ", Layers));
        }
    }

    /// <summary>An array of the layer, or of one so many layers on: "A1" for one layer, "A[l-1]" for several.</summary>
    public string Of(string array, int distance = 0)
    {
        if (Layers.Count == 1)
        {
            return $"{array}{Layers[0] + distance}";
        }

        return distance == 0 ? $"{array}[l]" : $"{array}[l{distance.ToString("+0;-0", CultureInfo.InvariantCulture)}]";
    }
}
