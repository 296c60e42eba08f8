using System.Globalization;
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
    public override bool HasStraightLineForm => true;

    /// <inheritdoc/>
    public override string Description(LayerSpec layer)
    {
        var dense = (DenseSpec)layer;
        string slope = dense.Slope.ToString("R", CultureInfo.InvariantCulture);
        return $"new global::NetGen.DenseDescription({dense.Inputs}, {dense.Units}, global::NetGen.Activation.{dense.Activation}, {slope})";
    }

    /// <inheritdoc/>
    public override LayerNeeds Needs(LayerSpec layer, MemoryPlan memory) => new(
        TilesDeltas: memory.IsFarApart(memory.Strides[layer.Number]),
        CopiesPanels: memory.IsFarApart(memory.Strides[layer.Number - 1]) && layer.Output.Length >= PanelUnits);

    /// <inheritdoc/>
    public override LayerPlanner Planner(LayerSpec layer, MemoryPlan memory, VectorWidth width, PackedMemory packed) =>
        new DensePlanner((DenseSpec)layer, memory, width, packed);

    /// <inheritdoc/>
    public override LayerWriter Writer(KernelWriter kernel, LayerPlan plan, KernelTable table, LayerPlaces places, int parameterCount) =>
        new DenseWriter(kernel, (DensePlan)plan, table, places, parameterCount);
}
