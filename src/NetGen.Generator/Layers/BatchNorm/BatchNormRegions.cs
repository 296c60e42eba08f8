using NetGen.Generator.Memory;

namespace NetGen.Generator.Layers.BatchNorm;

/// <summary>What a batch normalization keeps during a step: sums of blocks of examples, and values of units.</summary>
internal static class BatchNormRegions
{
    /// <summary>For each block, two rows: means and squares on the way up, two sums on the way down.</summary>
    public const string Blocks = "Blocks";

    /// <summary>The mean of each unit over the batch.</summary>
    public const string Mean = "Mean";

    /// <summary>One by its deviation.</summary>
    public const string Factor = "Factor";

    /// <summary>gamma by the deviation: what dX is multiplied with.</summary>
    public const string Scale = "Scale";

    /// <summary>The sum of dZ.</summary>
    public const string DeltaSum = "DeltaSum";

    /// <summary>The sum of dZ times the normalized X.</summary>
    public const string ProductSum = "ProductSum";

    /// <summary>What is asked of memory.</summary>
    /// <param name="stride">The length of a row of units.</param>
    /// <param name="memory">The memory.</param>
    public static LayerNeeds Needs(int stride, MemoryPlan memory)
    {
        // Two rows a block. Rows of memory come in whole lines, of 8 elements at least: a block that is not full has half of its examples then.
        int blocks = 2 * stride / (BatchSumCalls.BlockExamples / 2);
        int once = memory.OnceLength(stride);
        return LayerNeeds.Of(
            new Region(Blocks, blocks),
            new Region(Mean, once),
            new Region(Factor, once),
            new Region(Scale, once),
            new Region(DeltaSum, once),
            new Region(ProductSum, once));
    }
}
