using NetGen.Generator.Memory;
using NetGen.Generator.Model;

namespace NetGen.Generator.Layers;

/// <summary>Where what the passes of a layer work on lies, as arguments of its calls. 0 is the input of the network.</summary>
internal sealed class LayerPlaces(MemoryPlan memory, ParameterLayout parameters)
{
    /// <summary>A[l], which holds Z[l] until the activation has run; x, or its copy, for 0.</summary>
    public Argument Activations(int layer)
    {
        if (layer > 0)
        {
            return Scratch("A", layer, memory.Activations[layer]);
        }

        return memory.CopiesInput ? Scratch("A", 0, memory.CopiedInput) : Argument.Text("ref x");
    }

    /// <summary>g'(Z[l]), where it is kept.</summary>
    public Argument Derivatives(int layer) => Scratch("Slope", layer, memory.Derivatives[layer]);

    /// <summary>dZ[l].</summary>
    public Argument Deltas(int layer) => Scratch("dZ", layer, memory.Deltas[layer]);

    /// <summary>The copy of y in rows of whole vectors.</summary>
    public Argument Labels => Scratch("Y", -1, memory.Labels);

    /// <summary>The losses of the examples.</summary>
    public Argument Losses => Scratch("Loss", -1, memory.Losses);

    /// <summary>The copy of dZ[l] in tiles of units.</summary>
    public Argument DeltaTiles(int layer) => Scratch("dZTiles", layer, memory.DeltaTiles[layer]);

    /// <summary>A region that a layer has asked for.</summary>
    public Argument Region(int layer, string name) => Scratch(name, layer, memory.RegionOf(layer, name));

    /// <summary>A parameter of a layer, by reference or by its index.</summary>
    public Argument Parameter(LayerSpec layer, ParameterRole role, ArgumentKind kind = ArgumentKind.Parameter) =>
        Parameter(layer, ParameterSymbols.Of(role), kind);

    /// <summary>A parameter of a layer, by its symbol.</summary>
    public Argument Parameter(LayerSpec layer, string symbol, ArgumentKind kind = ArgumentKind.Parameter) =>
        new(kind, symbol, layer.Number, parameters.Offset(layer, symbol));

    /// <summary>The results of a layer in the prediction of one example; x for 0.</summary>
    public Argument Result(int layer) =>
        layer == 0 ? Argument.Text("ref x") : new(ArgumentKind.Result, string.Empty, layer, memory.Results[layer]);

    /// <summary>A packed copy.</summary>
    public static Argument Packed(string name, LayerSpec layer, int offset) => new(ArgumentKind.Packed, name, layer.Number, offset);

    private static Argument Scratch(string name, int layer, long offset) => new(ArgumentKind.Scratch, name, layer, offset);
}
