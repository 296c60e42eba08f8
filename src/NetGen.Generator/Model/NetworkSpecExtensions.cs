using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NetGen.Generator.Model;

/// <summary>What follows from a declaration.</summary>
internal static class NetworkSpecExtensions
{
    /// <summary>The number of inputs, n[0].</summary>
    public static int InputSize(this NetworkSpec network) => (int)network.Layers[0].Input.Length;

    /// <summary>The units of the last layer, n[L].</summary>
    public static int OutputSize(this NetworkSpec network) => (int)network.Layers[network.Layers.Count - 1].Output.Length;

    /// <summary>
    /// The layers as they are declared: those of a list of sizes, which a normalization or a dropout behind them belongs to; of a described network, all.
    /// </summary>
    public static IEnumerable<LayerSpec> DeclaredLayers(this NetworkSpec network) =>
        network.Described is null ? network.Layers.Where(static layer => layer.HasMatrix) : network.Layers;

    /// <summary>L, the number of layers as they are declared.</summary>
    public static int LayerCount(this NetworkSpec network) => network.DeclaredLayers().Count();

    /// <summary>The activation of a layer as it is declared: that of its normalization, if it has one.</summary>
    public static Activation DeclaredActivation(this NetworkSpec network, LayerSpec layer) =>
        (network.Described is null ? network.Layers.Last(other => other.Name == layer.Name && other.Parameters.Count > 0) : layer).Function.Kind;

    /// <summary>The output layer.</summary>
    public static LayerSpec OutputLayer(this NetworkSpec network) => network.Layers[network.Layers.Count - 1];

    /// <summary>The sizes as a declaration writes them: "4, 8, 1".</summary>
    public static string SizesText(this NetworkSpec network) => string.Join(
        ", ", network.DeclaredLayers().Select(static layer => layer.Output.Length).Prepend(network.InputSize()).Select(Invariant));

    /// <summary>The bytes of an element.</summary>
    public static int ElementSize(this NetworkSpec network) => network.Element == ElementType.Float ? 4 : 8;

    /// <summary>The C# keyword of the element type.</summary>
    public static string ElementName(this NetworkSpec network) => network.Element == ElementType.Float ? "float" : "double";

    private static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);
}
