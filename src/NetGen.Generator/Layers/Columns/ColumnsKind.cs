using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Columns;

/// <summary>The inputs of networks that have several.</summary>
internal sealed class ColumnsKind : LayerKind
{
    /// <inheritdoc/>
    public override bool ReadsWholeVectors => false;

    /// <inheritdoc/>
    public override string Description(LayerSpec layer)
    {
        var columns = (ColumnsSpec)layer;
        return DescriptionText.Of(
            layer,
            "ColumnsDescription",
            [DescriptionText.Number(columns.Inputs), DescriptionText.Number(columns.First), DescriptionText.Number(columns.Count)]);
    }

    /// <inheritdoc/>
    public override LayerPlanner Planner(LayerSpec layer, MemoryPlan memory, VectorWidth width, PackedMemory packed)
    {
        var columns = (ColumnsSpec)layer;
        var forward = new ColumnsForwardPlan(columns.First, columns.Count, memory.Strides[0], memory.Strides[columns.Number]);
        return new OneStagePlanner(() => new ColumnsPlan(columns, width, forward));
    }

    /// <inheritdoc/>
    public override LayerWriter Writer(KernelWriter kernel, LayerPlan plan, KernelTable table, LayerPlaces places, int parameterCount) =>
        new ColumnsWriter(kernel, (ColumnsPlan)plan, table, places);
}
