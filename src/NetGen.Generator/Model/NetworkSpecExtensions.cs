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
    /// L: the layers that a list of sizes declares, which a normalisation or a dropout behind them belongs to; of a described network, all.
    /// </summary>
    public static int LayerCount(this NetworkSpec network) =>
        network.Described is null ? network.Layers.Count(static layer => layer.HasMatrix) : network.Layers.Count;

    /// <summary>The output layer.</summary>
    public static LayerSpec OutputLayer(this NetworkSpec network) => network.Layers[network.Layers.Count - 1];

    /// <summary>The sizes as a declaration writes them: "4, 8, 1".</summary>
    public static string SizesText(this NetworkSpec network) => string.Join(
        ", ", network.Layers.Select(static layer => layer.Output.Length).Prepend(network.InputSize()).Select(Invariant));

    /// <summary>The bytes of an element.</summary>
    public static int ElementSize(this NetworkSpec network) => network.Element == ElementType.Float ? 4 : 8;

    /// <summary>The C# keyword of the element type.</summary>
    public static string ElementName(this NetworkSpec network) => network.Element == ElementType.Float ? "float" : "double";

    private static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);
}
