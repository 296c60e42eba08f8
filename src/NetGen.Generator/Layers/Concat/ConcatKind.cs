using System.Linq;
using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Concat;

/// <summary>Concatenations.</summary>
internal sealed class ConcatKind : LayerKind
{
    /// <inheritdoc/>
    public override bool ReadsWholeVectors => false;

    /// <inheritdoc/>
    public override string Description(LayerSpec layer)
    {
        string sizes = string.Join(", ", ((ConcatSpec)layer).Sizes.Select(static size => DescriptionText.Number(size)));
        return DescriptionText.Of(layer, "ConcatDescription", [$"[{sizes}]"]);
    }

    /// <inheritdoc/>
    public override LayerPlanner Planner(LayerSpec layer, MemoryPlan memory, VectorWidth width, PackedMemory packed) =>
        new OneStagePlanner(() => ConcatPlan.Of((ConcatSpec)layer, memory, width));

    /// <inheritdoc/>
    public override LayerWriter Writer(KernelWriter kernel, LayerPlan plan, KernelTable table, LayerPlaces places, int parameterCount) =>
        new ConcatWriter(kernel, (ConcatPlan)plan, table, places);
}
