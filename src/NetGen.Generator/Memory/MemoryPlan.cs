using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;

namespace NetGen.Generator.Memory;

/// <summary>
/// Where parameters and intermediate results lie. Rows of intermediate results start on cache lines, and no two neighbouring rows start a multiple of 1024
/// bytes apart: such rows share few sets of the first-level cache and would evict each other.
/// </summary>
internal sealed class MemoryPlan
{
    private const int CacheLine = 64;

    /// <summary>Rows that start so many bytes apart share few sets of the first-level cache.</summary>
    private const int AliasingBytes = 1024;

    /// <summary>The bytes of a page.</summary>
    private const int Page = 4096;

    /// <summary>The units of the first layer from which inputs that alias are read often enough for a copy to pay.</summary>
    private const int CopyingUnits = 49;

    /// <summary>The cache lines of the widest panel of any plan.</summary>
    private const int PanelLines = 3;

    private readonly NetworkSpec network;
    private readonly IReadOnlyList<LayerNeeds> needs;
    private readonly Dictionary<(int Layer, string Name), int> regions = [];
    private readonly int elementSize;

    /// <summary>Lays out a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="needsOf">What a layer asks for beside its results; it may read the strides and what follows from them.</param>
    public MemoryPlan(NetworkSpec network, Func<LayerSpec, MemoryPlan, LayerNeeds> needsOf)
    {
        this.network = network;
        elementSize = network.ElementSize();
        Graph = new LayerGraph(network.Layers);
        IReadOnlyList<LayerSpec> first = [.. network.Layers.Where(static layer => layer.Sources.Contains(0) && !layer.ReadsAnyRows)];
        CopiesInput = first.Count > 0
            && (network.InputSize() % LineElements != 0
                || (Aliases(network.InputSize()) && first.Any(static layer => layer.Output.Length >= CopyingUnits)));
        Strides = [.. Enumerable.Range(0, network.Layers.Count + 1).Select(StrideOf)];
        needs = [.. network.Layers.Select(layer => needsOf(layer, this))];
        long example = 0;
        int Take(int stride)
        {
            // Where this wraps around, an example takes more than any array holds, and scratch is refused before a place in it is used.
            int offset = unchecked((int)example);
            example += stride;
            return offset;
        }

        Losses = Take(1);
        CopiedInput = CopiesInput ? Take(Strides[0]) : -1;
        Activations = [-1, .. network.Layers.Select(layer => Take(Strides[layer.Number]))];
        Derivatives = [-1, .. network.Layers.Select(layer => StoresDerivative(layer) ? Take(Strides[layer.Number]) : -1)];
        Deltas = [-1, .. network.Layers.Select(layer => Take(Strides[layer.Number]))];
        DeltaTiles = [-1, .. network.Layers.Select(layer => TilesDeltas(layer) ? Take(WholeLines((int)layer.Output.Length)) : -1)];
        foreach (LayerSpec layer in network.Layers)
        {
            foreach (Region region in needs[layer.Number - 1].Regions)
            {
                regions.Add((layer.Number, region.Name), Take(region.Length));
            }
        }

        Labels = HasCompactOutput ? -1 : Take(Strides[network.Layers.Count]);
        ExampleLength = example;
        example = 0;
        Results = [-1, .. network.Layers.Select(layer => Take(WholeLines((int)layer.Output.Length)))];
        ResultsLength = example;
    }

    /// <summary>Who takes whose results.</summary>
    public LayerGraph Graph { get; }

    /// <summary>Elements in a cache line; the number of examples that scratch makes room for is a multiple of it.</summary>
    public int LineElements => CacheLine / elementSize;

    /// <summary>One output unit: Z[L], dZ[L] and y are lists of m values, not rows.</summary>
    public bool HasCompactOutput => network.OutputSize() == 1 && network.OutputLayer().WritesLists;

    /// <summary>
    /// Whether x is copied into rows of a better length before a step: when its rows do not fill whole vectors, or alias and are read often enough for the copy
    /// to pay.
    /// </summary>
    public bool CopiesInput { get; }

    /// <summary>The distance between two rows of A[l], by layer; of the input at 0.</summary>
    public IReadOnlyList<int> Strides { get; }

    /// <summary>Where the copy of x starts, in elements an example; negative without a copy.</summary>
    public int CopiedInput { get; }

    /// <summary>Where A[l] starts, in elements an example (Z[l] until the activation has run).</summary>
    public IReadOnlyList<int> Activations { get; }

    /// <summary>Where g'(Z[l]) starts; negative where it is computed from A[l] again.</summary>
    public IReadOnlyList<int> Derivatives { get; }

    /// <summary>Where dZ[l] starts.</summary>
    public IReadOnlyList<int> Deltas { get; }

    /// <summary>Where the copy of dZ[l] in tiles of units starts; negative where dZ[l] is read as it lies.</summary>
    public IReadOnlyList<int> DeltaTiles { get; }

    /// <summary>Where the copy of y in rows of whole vectors starts; negative when y is used as it lies.</summary>
    public int Labels { get; }

    /// <summary>Where the losses of the examples start: at the beginning, in every plan.</summary>
    public int Losses { get; }

    /// <summary>The elements of scratch that one example takes.</summary>
    public long ExampleLength { get; }

    /// <summary>Where the results of the layers start in the prediction of one example, in memory of its own.</summary>
    public IReadOnlyList<int> Results { get; }

    /// <summary>The elements that these take.</summary>
    public long ResultsLength { get; }

    /// <summary>The bytes of an element.</summary>
    public int ElementSize => elementSize;

    /// <summary>The elements an example that each worker needs for copies of input panels.</summary>
    public int PanelLength => needs.Any(static layer => layer.CopiesPanels) ? PanelLines * LineElements : 0;

    /// <summary>Whether this is the last layer.</summary>
    public bool IsOutput(LayerSpec layer) => layer.Number == network.Layers.Count;

    /// <summary>A layer by its number.</summary>
    public LayerSpec Layer(int number) => network.Layers[number - 1];

    /// <summary>Where a region of a layer starts.</summary>
    public int RegionOf(int layer, string name) => regions[(layer, name)];

    /// <summary>The length of a region that holds so many elements once, not for each example: there is room for a line of examples at least.</summary>
    public int OnceLength(int elements) => WholeLines(elements) / LineElements;

    /// <summary>Whether g'(Z) of a hidden layer is kept from the forward pass, because A alone does not give it.</summary>
    public bool StoresDerivative(LayerSpec layer) => !IsOutput(layer)
        && Graph.NeedsGradient(layer.Number)
        && ActivationFacts.Of(layer.Function.Kind).Derivative == DerivativeSource.Z;

    /// <summary>Whether the gradient of a layer takes its inputs a panel at a time from a copy.</summary>
    public bool CopiesPanels(LayerSpec layer) => needs[layer.Number - 1].CopiesPanels;

    /// <summary>Whether the gradient of a layer takes dZ from a copy in tiles of units.</summary>
    public bool TilesDeltas(LayerSpec layer) => needs[layer.Number - 1].TilesDeltas;

    /// <summary>Whether rows of this length share few sets of the first-level cache.</summary>
    public bool Aliases(int stride) => (long)stride * elementSize % AliasingBytes == 0;

    /// <summary>Whether rows of this length lie on different pages, across which the processor does not prefetch by itself.</summary>
    public bool IsFarApart(int stride) => (long)stride * elementSize >= Page;

    private int StrideOf(int layer)
    {
        if (layer == 0 && !CopiesInput)
        {
            return network.InputSize();
        }

        if (layer == network.Layers.Count && HasCompactOutput)
        {
            return 1;
        }

        int units = layer == 0 ? network.InputSize() : (int)network.Layers[layer - 1].Output.Length;
        int stride = WholeLines(units);
        return Aliases(stride) ? stride + LineElements : stride;
    }

    /// <summary>A number of elements, rounded up to whole cache lines.</summary>
    public int WholeLines(int elements) => (elements + LineElements - 1) / LineElements * LineElements;
}
