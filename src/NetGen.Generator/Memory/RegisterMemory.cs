using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Text;

namespace NetGen.Generator.Memory;

/// <summary>
/// Where a block of the register plan keeps what it computes, in elements an example: feature after feature, each the vector of the block's examples.
/// Multiplied by the lanes, the numbers are places in the block.
/// </summary>
internal sealed class RegisterMemory
{
    private readonly List<(string Name, int Layer, int Start)> arrays = [];

    public RegisterMemory(NetworkSpec network, MemoryPlan memory)
    {
        Activations = [Take("A", 0, network.InputSize()), .. network.Layers.Select(layer => Take("A", layer))];
        Derivatives = [-1, .. network.Layers.Select(layer => memory.StoresDerivative(layer) ? Take("Slope", layer) : -1)];
        Deltas = [-1, .. network.Layers.Select(layer => Take("dZ", layer))];
        Labels = Take("Y", -1, network.OutputSize());
    }

    /// <summary>Where A[l] starts; x at 0; of the last layer Z.</summary>
    public IReadOnlyList<int> Activations { get; }

    /// <summary>Where g'(Z[l]) starts; negative where it is computed from A[l].</summary>
    public IReadOnlyList<int> Derivatives { get; }

    /// <summary>Where dZ[l] starts.</summary>
    public IReadOnlyList<int> Deltas { get; }

    /// <summary>Where y starts.</summary>
    public int Labels { get; }

    /// <summary>The elements that an example takes.</summary>
    public int Length { get; private set; }

    /// <summary>The place of a feature in a block whose features are vectors of so many lanes, an expression.</summary>
    public string Place(int feature, int lanes, PlaceNames names)
    {
        (string name, int layer, int start) = arrays.Last(array => array.Start <= feature);
        return VectorText.Plus(names.Use(name, layer, (long)start * lanes), (long)(feature - start) * lanes);
    }

    private int Take(string name, LayerSpec layer) => Take(name, layer.Number, (int)layer.Output.Length);

    private int Take(string name, int layer, int features)
    {
        arrays.Add((name, layer, Length));
        Length += features;
        return Length - features;
    }
}
