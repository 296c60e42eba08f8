using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Dropout;

/// <summary>Dropout.</summary>
internal sealed class DropoutKind : LayerKind
{
    /// <inheritdoc/>
    public override string Description(LayerSpec layer) => DescriptionText.Of(
        layer, "DropoutDescription", [DescriptionText.Number(layer.OutputLength), DescriptionText.Number(((DropoutSpec)layer).Rate)]);

    /// <inheritdoc/>
    public override LayerPlanner Planner(LayerSpec layer, MemoryPlan memory, VectorWidth width, PackedMemory packed) =>
        new OneStagePlanner(() => DropoutPlan.Of((DropoutSpec)layer, memory, width));

    /// <inheritdoc/>
    public override LayerWriter Writer(KernelWriter kernel, LayerPlan plan, KernelTable table, LayerPlaces places, int parameterCount) =>
        new DropoutWriter(kernel, (DropoutPlan)plan, table, places);
}
