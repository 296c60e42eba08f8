using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Activations;
using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Sum;

/// <summary>A = g(the sum of the sources). Equal plans share one kernel.</summary>
/// <param name="Units">The units.</param>
/// <param name="Strides">The distance between two rows of each source.</param>
/// <param name="Result">What the pass ends with.</param>
internal sealed record SumForwardPlan(int Units, EquatableArray<int> Strides, ResultPlan Result);

/// <summary>The plan of a sum.</summary>
/// <param name="Sum">The layer.</param>
/// <param name="Width">The width of the vectors.</param>
/// <param name="Forward">The forward pass.</param>
/// <param name="Backward">dA of each source; null where nobody needs it.</param>
internal sealed record SumPlan(SumSpec Sum, VectorWidth Width, SumForwardPlan Forward, IReadOnlyList<PassBackPlan?> Backward) : LayerPlan(Sum)
{
    /// <inheritdoc/>
    public override double ForwardCycles =>
        Width.CoverCost(Sum.Units) * ((Sum.Sources.Count * CostModel.NearLoad) + ActivationFunction.Of(Sum.Activation).Cycles);

    /// <inheritdoc/>
    public override double BackwardCycles => Width.CoverCost(Sum.Units) * CostModel.NearLoad * Backward.Count(static pass => pass is not null);

    /// <inheritdoc/>
    public override IEnumerable<object> Kernels => [Forward, .. Backward.OfType<object>()];

    /// <inheritdoc/>
    public override string Summary =>
        $"{(Sum.Sources.Count == 1 ? "activation" : $"sum of {Sum.Sources.Count} layers")} of {VectorText.Count(Sum.Units, "unit")}";

    /// <summary>Plans a sum.</summary>
    public static SumPlan Of(SumSpec layer, MemoryPlan memory, VectorWidth width)
    {
        var forward = new SumForwardPlan(
            layer.Units, layer.Sources.Select(source => memory.Strides[source]).ToEquatableArray(), ResultPlan.Of(layer, memory));
        return new SumPlan(layer, width, forward, PassBackPlan.All(layer, memory, static _ => 0));
    }
}
