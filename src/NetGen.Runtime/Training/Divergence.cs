using static NetGen.MessageText;

namespace NetGen;

/// <summary>Where a training was first seen to diverge: costs and parameters are looked at in the epochs that are recorded, and when training ends.</summary>
/// <param name="Epoch">The epoch.</param>
/// <param name="Finding">What was not finite, as in "the cost is NaN" or "W2[0, 3] is Infinity".</param>
public sealed record Divergence(int Epoch, string Finding)
{
    /// <summary>As in "in epoch 12 the cost is NaN".</summary>
    public override string ToString() => Text($"in epoch {Epoch} {Finding}");
}
