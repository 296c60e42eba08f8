using System.Collections.Generic;

namespace NetGen.Generator.Step.Phases;

/// <summary>What the workers of a step do between two barriers.</summary>
internal abstract record Phase;

/// <summary>Each worker takes its share of the examples through some passes, some examples at a time.</summary>
/// <param name="Passes">The passes, in their order.</param>
internal sealed record ExamplePhase(IReadOnlyList<Pass> Passes) : Phase;

/// <summary>Each worker takes its share of the parameters: their gradients over all examples, and the update.</summary>
internal sealed record ParameterPhase : Phase;
