using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Sum;

/// <summary>Sums, and activations that no other layer ends with.</summary>
internal sealed class SumKind : LayerKind
{
    /// <inheritdoc/>
    public override string Description(LayerSpec layer)
    {
        var sum = (SumSpec)layer;
        return DescriptionText.Of(
            layer,
            "SumDescription",
            [DescriptionText.Number(sum.Units), .. DescriptionText.Activation(sum.Activation.Kind, sum.Activation.Slope)]);
    }

    /// <inheritdoc/>
    public override LayerPlanner Planner(LayerSpec layer, MemoryPlan memory, VectorWidth width, PackedMemory packed) =>
        new OneStagePlanner(() => SumPlan.Of((SumSpec)layer, memory, width));

    /// <inheritdoc/>
    public override LayerWriter Writer(KernelWriter kernel, LayerPlan plan, KernelTable table, LayerPlaces places, int parameterCount) =>
        new SumWriter(kernel, (SumPlan)plan, table, places);
}
