using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Model;

namespace NetGen.Generator.Planning;

/// <summary>
/// Where parameters and intermediate results lie. Rows of intermediate results start on cache lines, and no two neighbouring rows start a multiple of 1024
/// bytes apart: such rows share few sets of the first-level cache and would evict each other.
/// </summary>
internal sealed class MemoryPlan
{
    private const int CacheLine = 64;
    private readonly NetworkSpec network;
    private readonly int elementSize;

    public MemoryPlan(NetworkSpec network)
    {
        this.network = network;
        elementSize = network.ElementSize();
        CopiesInput = network.InputSize() % LineElements != 0 || (Aliases(network.InputSize()) && network.Layers[0].Output.Length > 48);
        long example = 0;
        Strides = [.. Enumerable.Range(0, network.Layers.Count + 1).Select(StrideOf)];
        int Take(int stride)
        {
            // Where this wraps around, an example takes more than any array holds, and scratch is refused before a place in it is used.
            int offset = unchecked((int)example);
            example += stride;
            return offset;
        }

        Losses = Take(1);
        CopiedInput = CopiesInput ? Take(Strides[0]) : -1;
        Activations = [-1, .. network.DenseLayers().Select(layer => Take(Strides[layer.Number]))];
        Derivatives = [-1, .. network.DenseLayers().Select(layer => StoresDerivative(layer) ? Take(Strides[layer.Number]) : -1)];
        Deltas = [-1, .. network.DenseLayers().Select(layer => Take(Strides[layer.Number]))];
        DeltaTiles = [-1, .. network.DenseLayers().Select(layer => TilesDeltas(layer) ? Take(WholeLines(layer.Units)) : -1)];
        Labels = HasCompactOutput ? -1 : Take(Strides[network.Layers.Count]);
        ExampleLength = example;
    }

    /// <summary>Elements in a cache line; the number of examples that scratch makes room for is a multiple of it.</summary>
    public int LineElements => CacheLine / elementSize;

    /// <summary>One output unit: Z[L], dZ[L] and y are lists of m values, not rows.</summary>
    public bool HasCompactOutput => network.OutputSize() == 1;

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

    /// <summary>Whether g'(Z) of a hidden layer is kept from the forward pass, because A alone does not give it.</summary>
    public bool StoresDerivative(DenseSpec layer) =>
        layer.Number < network.Layers.Count && ActivationFacts.Of(layer.Activation).Derivative == DerivativeSource.Z;

    /// <summary>
    /// Whether the gradient of a layer takes its inputs a panel at a time from a copy: when their rows lie on different pages, of which a walk over the
    /// examples touches more than the processor keeps the addresses of, and the copy serves many tiles of units.
    /// </summary>
    public bool CopiesPanels(DenseSpec layer) => IsFarApart(Strides[layer.Number - 1]) && layer.Units >= 64;

    /// <summary>
    /// Whether the gradient of a layer takes dZ from a copy in tiles of units: when the rows of dZ lie on different pages, which a walk over the examples would
    /// touch for a few elements each.
    /// </summary>
    public bool TilesDeltas(DenseSpec layer) => IsFarApart(Strides[layer.Number]);

    /// <summary>
    /// Whether W[l] is so large that most of it is not in the second-level cache when its update begins: a tile then asks for its weights, and for what the
    /// optimizer keeps for them, before it adds up their gradient.
    /// </summary>
    public bool AreFarWeights(DenseSpec layer) => (long)layer.Units * layer.Inputs * elementSize > CostModel.SecondLevelCache / 2;

    /// <summary>The elements an example that each worker needs for such a copy: the widest panel of any plan is three cache lines wide.</summary>
    public int PanelLength => network.DenseLayers().Any(CopiesPanels) ? 3 * LineElements : 0;

    /// <summary>Whether rows of this length share few sets of the first-level cache.</summary>
    public bool Aliases(int stride) => stride * elementSize % 1024 == 0;

    /// <summary>Whether rows of this length lie on different pages, across which the processor does not prefetch by itself.</summary>
    public bool IsFarApart(int stride) => stride * elementSize >= 4096;

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

        int units = layer == 0 ? network.InputSize() : network.Dense(layer).Units;
        int stride = WholeLines(units);
        return Aliases(stride) ? stride + LineElements : stride;
    }

    private int WholeLines(int elements) => (elements + LineElements - 1) / LineElements * LineElements;
}
