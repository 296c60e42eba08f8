using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.OneHot;

/// <summary>One-hot encodings.</summary>
internal sealed class OneHotKind : LayerKind
{
    /// <inheritdoc/>
    public override bool ReadsWholeVectors => false;

    /// <inheritdoc/>
    public override string Description(LayerSpec layer)
    {
        var hot = (OneHotSpec)layer;
        return DescriptionText.Of(
            layer, "OneHotDescription", [DescriptionText.Number(hot.Categories)], hot.Unknown is { } unknown ? [$"Unknown = {unknown}"] : []);
    }

    /// <inheritdoc/>
    public override LayerPlanner Planner(LayerSpec layer, MemoryPlan memory, VectorWidth width, PackedMemory packed)
    {
        var hot = (OneHotSpec)layer;
        var forward = new OneHotForwardPlan(hot.Categories, hot.Unknown, memory.Strides[hot.Source], memory.Strides[hot.Number]);
        return new OneStagePlanner(() => new OneHotPlan(hot, width, forward));
    }

    /// <inheritdoc/>
    public override LayerWriter Writer(KernelWriter kernel, LayerPlan plan, KernelTable table, LayerPlaces places, int parameterCount) =>
        new OneHotWriter(kernel, (OneHotPlan)plan, table, places);
}
