using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.BatchNorm;

/// <summary>Batch normalization.</summary>
internal sealed class BatchNormKind : LayerKind
{
    /// <inheritdoc/>
    public override string Description(LayerSpec layer)
    {
        var norm = (BatchNormSpec)layer;
        return DescriptionText.Of(
            layer,
            "BatchNormDescription",
            [DescriptionText.Number(norm.Units), .. DescriptionText.Activation(norm.Activation.Kind, norm.Activation.Slope)],
            $"Momentum = {DescriptionText.Number(norm.Momentum)}",
            $"Epsilon = {DescriptionText.Number(norm.Epsilon)}");
    }

    /// <inheritdoc/>
    public override LayerNeeds Needs(LayerSpec layer, MemoryPlan memory) =>
        layer.IsFrozen ? LayerNeeds.Of() : BatchNormRegions.Needs(memory.WholeLines(layer.OutputLength), memory);

    /// <inheritdoc/>
    public override LayerPlanner Planner(LayerSpec layer, MemoryPlan memory, VectorWidth width, PackedMemory packed) =>
        new OneStagePlanner(() => BatchNormPlan.Of((BatchNormSpec)layer, memory, width, packed));

    /// <inheritdoc/>
    public override LayerWriter Writer(KernelWriter kernel, LayerPlan plan, KernelTable table, LayerPlaces places, int parameterCount) =>
        new BatchNormWriter(kernel, (BatchNormPlan)plan, table, places, parameterCount);
}
