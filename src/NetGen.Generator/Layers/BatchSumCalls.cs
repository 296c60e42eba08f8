using System.Collections.Generic;

namespace NetGen.Generator.Layers;

/// <summary>
/// The calls of a layer that needs sums over the batch: each way, workers meet before a sum is completed and after it, and then go on with their examples.
/// </summary>
/// <param name="ForwardSum">A worker's share of the sums of the forward pass.</param>
/// <param name="Forward">The rest of the forward pass.</param>
/// <param name="BackwardSum">A worker's share of those of the backward pass.</param>
/// <param name="Backward">The rest of the backward pass.</param>
internal sealed record BatchSumCalls(
    IReadOnlyList<KernelCall> ForwardSum, IReadOnlyList<KernelCall> Forward, IReadOnlyList<KernelCall> BackwardSum, IReadOnlyList<KernelCall> Backward)
{
    /// <summary>The examples of a block, whose sums are made while they are in the cache. Fixed, so that threads change no bit.</summary>
    public const int BlockExamples = 16;
}
