using System.Collections.Generic;

namespace NetGen.Generator.Step.Phases;

/// <summary>What the workers of a step do between two barriers.</summary>
internal abstract record Phase;

/// <summary>Each worker takes its share of the examples through some passes, some examples at a time.</summary>
/// <param name="Passes">The passes, in their order.</param>
internal sealed record ExamplePhase(IReadOnlyList<Pass> Passes) : Phase;

/// <summary>
/// Each worker takes its share of the units of a layer and completes sums over the batch: what was summed of fixed blocks of examples is added in the order of
/// the blocks, so that the number of workers changes no bit.
/// </summary>
/// <param name="Layer">The number of the layer.</param>
/// <param name="IsForward">Whether the sums are those of the forward pass.</param>
internal sealed record SumPhase(int Layer, bool IsForward) : Phase
{
    /// <summary>The name of its method.</summary>
    public string Method => $"{(IsForward ? "Statistics" : "DeltaSums")}{Layer}";
}

/// <summary>Each worker takes its share of the parameters: their gradients over all examples, and the update.</summary>
internal sealed record ParameterPhase : Phase;
