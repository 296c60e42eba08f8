using NetGen.Networks.Tests.Graphs.Cases;
using NetGen.Networks.Tests.Widths;

namespace NetGen.Networks.Tests.Graphs;

/// <summary>Each kind of part in each place against the reference.</summary>
[Trait(Suites.Trait, Suites.Numerics)]
public class ExplicitGraphTests
{
    [Fact]
    public void EachKindAgreesWithTheReferenceInEachPlace() => GraphChecks.All([.. ExplicitCases.All()]);
}
