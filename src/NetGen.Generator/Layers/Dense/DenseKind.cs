using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Dense;

/// <summary>Dense layers.</summary>
internal sealed class DenseKind : LayerKind
{
    /// <summary>The units from which a copy of the inputs serves enough tiles to pay.</summary>
    private const int PanelUnits = 64;

    /// <inheritdoc/>
    public override bool HasStraightLineForm(LayerSpec layer) => ((DenseSpec)layer).HasBias && !layer.IsFrozen;

    /// <inheritdoc/>
    public override bool ReadsWholeVectors => false;

    /// <inheritdoc/>
    public override string Description(LayerSpec layer)
    {
        var dense = (DenseSpec)layer;
        return DescriptionText.Of(
            layer,
            "DenseDescription",
            [
                DescriptionText.Number(dense.Inputs),
                DescriptionText.Number(dense.Units),
                .. DescriptionText.Activation(dense.Activation, dense.Slope),
            ],
            dense.HasBias ? [] : ["HasBias = false"]);
    }

    /// <inheritdoc/>
    public override LayerNeeds Needs(LayerSpec layer, MemoryPlan memory) => new(
        TilesDeltas: !layer.IsFrozen && memory.IsFarApart(memory.Strides[layer.Number]),
        CopiesPanels: !layer.IsFrozen && memory.IsFarApart(memory.Strides[layer.Sources[0]]) && layer.Output.Length >= PanelUnits,
        Regions: []);

    /// <inheritdoc/>
    public override LayerPlanner Planner(LayerSpec layer, MemoryPlan memory, VectorWidth width, PackedMemory packed) =>
        new DensePlanner((DenseSpec)layer, memory, width, packed);

    /// <inheritdoc/>
    public override LayerWriter Writer(KernelWriter kernel, LayerPlan plan, KernelTable table, LayerPlaces places, int parameterCount) =>
        new DenseWriter(kernel, (DensePlan)plan, table, places, parameterCount);
}
