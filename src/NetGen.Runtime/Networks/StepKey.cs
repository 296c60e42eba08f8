using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>What the random numbers of a step depend on, beside layer, example and unit.</summary>
/// <remarks>For emitted code.</remarks>
/// <param name="seed">The seed of the network.</param>
/// <param name="step">The number of the step.</param>
/// <param name="firstExample">The place in the batch of the first example that is at hand: 0, but in later slices of a long batch.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StepKey(ulong seed, long step, long firstExample)
{
    /// <summary>The seed of the network.</summary>
    public ulong Seed { get; } = seed;

    /// <summary>The number of the step.</summary>
    public long Step { get; } = step;

    /// <summary>The place in the batch of the first example that is at hand.</summary>
    public long FirstExample { get; } = firstExample;

    /// <summary>The same for a slice of the batch.</summary>
    /// <param name="example">The place in the batch of its first example.</param>
    public StepKey From(long example) => new(Seed, Step, example);
}
