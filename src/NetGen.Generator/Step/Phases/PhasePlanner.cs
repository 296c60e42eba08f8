using System.Collections.Generic;
using NetGen.Generator.Model;

namespace NetGen.Generator.Step.Phases;

/// <summary>
/// Divides a step into phases. Workers wait for one another only where one needs what others compute: dZ of all examples, of which each parameter's gradient is
/// the sum.
/// </summary>
internal static class PhasePlanner
{
    /// <summary>The phases of a step.</summary>
    public static IReadOnlyList<Phase> Plan(NetworkSpec network)
    {
        IReadOnlyList<Pass> passes = network.Layers.Count == 1 ? [Pass.Forward, Pass.Output] : [Pass.Forward, Pass.Output, Pass.Backward];
        return [new ExamplePhase(passes), new ParameterPhase()];
    }
}
