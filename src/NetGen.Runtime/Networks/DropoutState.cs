using System.ComponentModel;

namespace NetGen;

/// <summary>Which masks of dropout a network computed gradients with, so that a check can compute the same cost.</summary>
/// <param name="Seed">The seed of the training.</param>
/// <param name="Step">The step whose masks they are.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct DropoutState(ulong Seed, long Step)
{
    /// <summary>The pass that a step with these masks computes.</summary>
    internal TrainingMode Mode => new(Seed, Step);
}
