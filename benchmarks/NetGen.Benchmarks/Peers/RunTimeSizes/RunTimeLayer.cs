using System.Runtime.CompilerServices;
using NetGen.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Benchmarks.Peers.RunTimeSizes;

/// <summary>
/// One layer: its sizes, which the generated code has as constants, and its arrays, in rows of whole vectors with zeros behind the last element.
/// </summary>
internal sealed unsafe class RunTimeLayer
{
    private const int Lanes = 16;

    // The generator's cost model: adding up the lanes of a vector, and packing an element, as one example in a batch of 128 pays for it.
    private const double HorizontalSumCycles = 3.5;
    private const double PackedElementCycles = 0.7 / 128;
    private readonly ParameterBlock<float> weights;
    private readonly ParameterBlock<float> bias;
    private readonly ParameterBlock<float> packed;
    private readonly ParameterBlock<float> activations;
    private readonly ParameterBlock<float> deltas;

    public RunTimeLayer(DenseDescription description, int examples)
    {
        Description = description;
        Examples = examples;
        Inputs = Padded(description.Inputs);
        Units = Padded(description.Units);
        Stride = StrideOf(description.Units);

        // Dot tiles pay for horizontal sums, outer tiles for lanes that no unit fills and for packing: the generator's rule.
        double dot = description.Units * (Inputs / Lanes + HorizontalSumCycles);
        double outer = ((double)Units / Lanes + description.Units * PackedElementCycles) * description.Inputs;
        IsDot = description.Inputs >= Lanes && dot < outer;
        weights = new ParameterBlock<float>(Inputs * Units);
        bias = new ParameterBlock<float>(Units);
        packed = new ParameterBlock<float>(IsDot ? 0 : Inputs * Units);
        activations = new ParameterBlock<float>(examples * Stride);
        deltas = new ParameterBlock<float>(examples * Stride);
    }

    /// <summary>The sizes as declared, and the activation.</summary>
    public DenseDescription Description { get; }

    /// <summary>The examples of a step.</summary>
    public int Examples { get; }

    /// <summary>The inputs in whole vectors: the distance between the rows of W.</summary>
    public int Inputs { get; }

    /// <summary>The units in whole vectors.</summary>
    public int Units { get; }

    /// <summary>The distance between the rows of A and dZ.</summary>
    public int Stride { get; }

    /// <summary>Whether the forward pass uses dot tiles.</summary>
    public bool IsDot { get; }

    /// <summary>W.</summary>
    public float* Weights => Pointer(weights);

    /// <summary>b.</summary>
    public float* Bias => Pointer(bias);

    /// <summary>W in panels of columns.</summary>
    public float* Packed => Pointer(packed);

    /// <summary>A.</summary>
    public float* Activations => Pointer(activations);

    /// <summary>dZ.</summary>
    public float* Deltas => Pointer(deltas);

    /// <summary>
    /// The distance between rows of so many elements: whole vectors, and no multiple of 1024 bytes, whose rows would evict each other from the cache.
    /// </summary>
    public static int StrideOf(int elements) => Padded(elements) % 256 == 0 ? Padded(elements) + Lanes : Padded(elements);

    /// <summary>Copies W into panels as wide as the tiles that will read them.</summary>
    public void Pack()
    {
        int units = Description.Units;
        for (int unit = 0; unit < Units;)
        {
            int width = unit + OuterTiles.WideColumns <= Units ? OuterTiles.WideColumns : Lanes;
            ref float panel = ref packed.Span[unit * Description.Inputs];
            Transposition.PackColumns(ref weights.Span[unit * Inputs], Inputs, Math.Min(width, units - unit), Description.Inputs, ref panel, width);
            unit += width;
        }
    }

    private static int Padded(int elements) => (elements + Lanes - 1) / Lanes * Lanes;

    // Blocks are pinned and live as long as the layer.
    private static float* Pointer(ParameterBlock<float> block) => (float*)Unsafe.AsPointer(ref block.Reference);
}
