using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Widths;

namespace NetGen.Networks.Tests.Properties;

/// <summary>Random networks in single precision against the reference.</summary>
[Trait(Suites.Trait, Suites.Numerics)]
public class RandomFloatStepTests
{
    [Fact]
    public void AStepAgreesWithTheReference() =>
        RandomNetworks.Check(Architectures.Any(ElementType.Float), count: 25, networkCase => new StepAgreement(networkCase));
}

/// <summary>Random networks in double precision against the reference.</summary>
[Trait(Suites.Trait, Suites.Numerics)]
public class RandomDoubleStepTests
{
    [Fact]
    public void AStepAgreesWithTheReference() =>
        RandomNetworks.Check(Architectures.Any(ElementType.Double), count: 25, networkCase => new StepAgreement(networkCase));

    [Fact]
    public void ManyStepsAgreeWithTheReferenceWhereDerivativesAreSmooth() =>
        RandomNetworks.Check(Architectures.Smooth(ElementType.Double), count: 10, networkCase => new ManyStepsAgreement(networkCase, steps: 40));

    [Fact]
    public void GradientsAgreeWithCentralDifferencesOfTheCost() =>
        RandomNetworks.Check(Architectures.Small(ElementType.Double), count: 15, networkCase => new CentralDifferencesAgreement(networkCase));
}

/// <summary>Small random networks against the reference: few enough operations for vectors in software.</summary>
[Trait(Suites.Trait, Suites.Small)]
public class SmallRandomStepTests
{
    [Theory]
    [InlineData(ElementType.Float)]
    [InlineData(ElementType.Double)]
    public void AStepAgreesWithTheReference(ElementType element) =>
        RandomNetworks.Check(Architectures.Small(element), count: 8, networkCase => new StepAgreement(networkCase));
}
