using NetGen.Networks.Tests.Graphs.Cases;
using NetGen.Networks.Tests.Widths;

namespace NetGen.Networks.Tests.Graphs;

/// <summary>Random graphs of every kind of part against the reference.</summary>
[Trait(Suites.Trait, Suites.Numerics)]
public class RandomGraphTests
{
    [Fact]
    public void AStepAgreesWithTheReference() => RandomGraphs.Check(count: 24, steps: 12, examples: 300, GraphChecks.Failures);
}

/// <summary>Small random graphs against the reference: few enough operations for vectors in software.</summary>
[Trait(Suites.Trait, Suites.Small)]
public class SmallRandomGraphTests
{
    [Fact]
    public void AStepAgreesWithTheReference() => RandomGraphs.Check(count: 6, steps: 6, examples: 17, GraphChecks.Failures);
}
