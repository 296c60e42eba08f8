using static NetGen.MessageText;

namespace NetGen;

/// <summary>Where a training was seen to diverge: costs and parameters are looked at in the epochs that are recorded, and when training ends.</summary>
/// <param name="Epoch">The epoch: that of <see cref="Step"/>, or, where the step is not known, the one that was looked at.</param>
/// <param name="Finding">What was not finite, as in "the cost is NaN" or "the gradient of W2[0, 3] is Infinity".</param>
public sealed record Divergence(int Epoch, string Finding)
{
    /// <summary>
    /// The number of the update, from 0, that met it first; null where running the steps since the last finite record again did not meet it: the validation
    /// set alone is not finite, training was cancelled meanwhile, or steps depend on more than the state of network and optimizer. (Rows of an embedding that
    /// a batch does not use are updated with a gradient of 0 in that second run.)
    /// </summary>
    public long? Step { get; init; }

    /// <summary>The parameter whose gradient or value was not finite; null where only a cost was.</summary>
    public string? Parameter { get; init; }

    /// <summary>The layer that has the parameter, from 1; null where only a cost was not finite.</summary>
    public int? Layer { get; init; }

    /// <summary>What usually causes it, and what to try.</summary>
    public string Advice { get; init; } = "";

    /// <summary>As in "in epoch 12, step 345, the cost is NaN".</summary>
    public override string ToString() => Text($"in epoch {Epoch}{(Step is { } step ? Text($", step {step},") : "")} {Finding}");
}
