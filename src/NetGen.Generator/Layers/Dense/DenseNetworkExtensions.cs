using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Dense;

/// <summary>What follows from the declaration of a network of dense layers.</summary>
internal static class DenseNetworkExtensions
{
    /// <summary>The output layer.</summary>
    public static DenseSpec OutputLayer(this NetworkSpec network) => (DenseSpec)network.Layers[network.Layers.Count - 1];

    /// <summary>A layer by its number, from 1.</summary>
    public static DenseSpec Dense(this NetworkSpec network, int layer) => (DenseSpec)network.Layers[layer - 1];

    /// <summary>The layers.</summary>
    public static IEnumerable<DenseSpec> DenseLayers(this NetworkSpec network) => network.Layers.Cast<DenseSpec>();

    /// <summary>The sizes as a declaration writes them: "4, 8, 1".</summary>
    public static string SizesText(this NetworkSpec network)
    {
        var sizes = network.Layers.Select(static layer => layer.Output.Length).Prepend(network.InputSize());
        return string.Join(", ", sizes.Select(static size => VectorText.Number(size)));
    }
}
