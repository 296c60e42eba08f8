using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.LayerNorm;

/// <summary>Layer normalization.</summary>
internal sealed class LayerNormKind : LayerKind
{
    /// <summary>The region of the mean and of one by the deviation of each example.</summary>
    public const string Moments = "Moments";

    /// <inheritdoc/>
    public override string Description(LayerSpec layer)
    {
        var norm = (LayerNormSpec)layer;
        return DescriptionText.Of(
            layer,
            "LayerNormDescription",
            [DescriptionText.Number(norm.Units), .. DescriptionText.Activation(norm.Activation.Kind, norm.Activation.Slope)],
            $"Epsilon = {DescriptionText.Number(norm.Epsilon)}");
    }

    /// <inheritdoc/>
    public override LayerNeeds Needs(LayerSpec layer, MemoryPlan memory) => LayerNeeds.Of(new Region(Moments, 2));

    /// <inheritdoc/>
    public override LayerPlanner Planner(LayerSpec layer, MemoryPlan memory, VectorWidth width, PackedMemory packed) =>
        new OneStagePlanner(() => LayerNormPlan.Of((LayerNormSpec)layer, memory, width));

    /// <inheritdoc/>
    public override LayerWriter Writer(KernelWriter kernel, LayerPlan plan, KernelTable table, LayerPlaces places, int parameterCount) =>
        new LayerNormWriter(kernel, (LayerNormPlan)plan, table, places, parameterCount);
}
