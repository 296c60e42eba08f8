using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Step.Phases;

/// <summary>How a step is divided, and what predictions call.</summary>
/// <param name="Phases">The phases of a step.</param>
/// <param name="Prediction">The forward pass of predictions; one of the step's, where no layer is another in training.</param>
/// <param name="IsRandom">Whether what a step computes depends on the seed and the step.</param>
internal sealed record PhasePlan(IReadOnlyList<Phase> Phases, Pass Prediction, bool IsRandom)
{
    /// <summary>The passes of the step.</summary>
    public IReadOnlyList<Pass> Passes => [.. Phases.OfType<ExamplePhase>().SelectMany(static phase => phase.Passes)];

    /// <summary>The sums over the batch.</summary>
    public IReadOnlyList<SumPhase> Sums => [.. Phases.OfType<SumPhase>()];

    /// <summary>Whether there are any. Their blocks must not be divided: shares of examples are whole blocks, and the batch is one slice.</summary>
    public bool SumsBatch => Sums.Count > 0;
}
