using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Standardize;

/// <summary>Standardized inputs.</summary>
internal sealed class StandardizeKind : LayerKind
{
    /// <inheritdoc/>
    public override string Description(LayerSpec layer) =>
        DescriptionText.Of(layer, "StandardizeDescription", [DescriptionText.Number(layer.OutputLength)]);

    /// <inheritdoc/>
    public override LayerPlanner Planner(LayerSpec layer, MemoryPlan memory, VectorWidth width, PackedMemory packed)
    {
        var standardize = (StandardizeSpec)layer;
        var forward = new StandardizeForwardPlan(standardize.Units, memory.Strides[standardize.Source], memory.Strides[standardize.Number]);
        return new OneStagePlanner(() => new StandardizePlan(standardize, width, forward));
    }

    /// <inheritdoc/>
    public override LayerWriter Writer(KernelWriter kernel, LayerPlan plan, KernelTable table, LayerPlaces places, int parameterCount) =>
        new StandardizeWriter(kernel, (StandardizePlan)plan, table, places);
}
