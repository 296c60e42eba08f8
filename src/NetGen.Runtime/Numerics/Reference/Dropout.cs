using NetGen.CompilerServices;

namespace NetGen.Reference;

/// <summary>Dropout as training computes it: in training A = X * mask / (1 - rate), where the mask is 1 for a unit that is kept, else 0.</summary>
public static class Dropout
{
    /// <summary>Whether a step keeps a unit: a function of these numbers alone, made of Philox4x32-10.</summary>
    /// <param name="seed">The seed of the network's <c>Initialize</c>.</param>
    /// <param name="step">The step since then, from 0; the computation of gradients counts as one.</param>
    /// <param name="layer">The layer, from 1, as the network's description lists them.</param>
    /// <param name="example">The example within the batch, from 0.</param>
    /// <param name="unit">The unit, from 0.</param>
    /// <param name="rate">The share of units that are dropped; 0 or more, below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative, 1 or more, or NaN.</exception>
    public static bool Keeps(ulong seed, long step, int layer, long example, int unit, double rate) =>
        DropoutMask.Keeps(seed, step, layer, example, unit, DropoutMask.Threshold(rate));
}
