using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Embed;

/// <summary>Embeddings.</summary>
internal sealed class EmbedKind : LayerKind
{
    /// <summary>The region of the first example of each class.</summary>
    public const string Heads = "Heads";

    /// <summary>The region of the next example of the same class.</summary>
    public const string Links = "Links";

    /// <inheritdoc/>
    public override bool ReadsWholeVectors => false;

    /// <inheritdoc/>
    public override string Description(LayerSpec layer)
    {
        var embed = (EmbedSpec)layer;
        return DescriptionText.Of(
            layer,
            "EmbedDescription",
            [DescriptionText.Number(embed.Categories), DescriptionText.Number(embed.Dimensions)],
            embed.Unknown is { } unknown ? [$"Unknown = {unknown}"] : []);
    }

    /// <inheritdoc/>
    public override LayerNeeds Needs(LayerSpec layer, MemoryPlan memory) => LayerGraph.IsTrained(layer)
        ? LayerNeeds.Of(new Region(Heads, memory.OnceLength(((EmbedSpec)layer).Categories)), new Region(Links, 1))
        : LayerNeeds.Of();

    /// <inheritdoc/>
    public override LayerPlanner Planner(LayerSpec layer, MemoryPlan memory, VectorWidth width, PackedMemory packed) =>
        new OneStagePlanner(() => EmbedPlan.Of((EmbedSpec)layer, memory, width));

    /// <inheritdoc/>
    public override LayerWriter Writer(KernelWriter kernel, LayerPlan plan, KernelTable table, LayerPlaces places, int parameterCount) =>
        new EmbedWriter(kernel, (EmbedPlan)plan, table, places, parameterCount);
}
