using System.Collections.Immutable;
using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Harness;
using NetGen.Networks.Tests.Widths;

namespace NetGen.Networks.Tests.Properties;

/// <summary>
/// What random networks would meet sooner or later is met here in every run: each activation and loss in networks of each order of size, and sizes around the
/// vector widths.
/// </summary>
[Trait(Suites.Trait, Suites.Numerics)]
public class EveryActivationTests
{
    [Theory]
    [InlineData(ElementType.Float)]
    [InlineData(ElementType.Double)]
    public void EveryOutputAndLossAgreesWithTheReferenceInSmallAndLargeNetworks(ElementType element) => CheckAll(
        from combination in Architectures.Combinations
        from shape in (ImmutableArray<int>[])[[5, 6, 3], [60, 33, 18]]
        select new NetworkCase(
            new Declaration(shape) { Hidden = combination.Hidden, Output = combination.Output, Loss = combination.Loss, Element = element },
            Examples: 37,
            Seed: shape[0]));

    [Theory]
    [InlineData(ElementType.Float, new[] { 1, 2, 3, 5, 7, 8, 9, 12, 15, 16, 17, 23, 31, 32, 33, 47, 48, 49, 64, 65 })]
    [InlineData(ElementType.Double, new[] { 1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 23, 24, 25, 33 })]
    public void SizesAroundTheVectorWidthsAgreeWithTheReference(ElementType element, int[] sizes) => CheckAll(
        from size in sizes
        select new NetworkCase(new Declaration(size, size, 3) { Hidden = Activation.Tanh, Element = element }, Examples: size, Seed: size));

    [Theory]
    [InlineData(ElementType.Float)]
    [InlineData(ElementType.Double)]
    public void LargeNetworksAgreeWithTheReference(ElementType element) => CheckAll(
    [
        new NetworkCase(Declaration.Classifier(12288, 20, 7, 5, 1) with { Element = element }, Examples: 209, Seed: 1),
        new NetworkCase(Declaration.Classifier(784, 128, 10) with { Element = element }, Examples: 130, Seed: 2),
        new NetworkCase(Declaration.Classifier(784, 100, 100, 10) with { Element = element }, Examples: 200, Seed: 3),
        new NetworkCase(Declaration.Classifier(1024, 1024, 10) with { Element = element }, Examples: 20, Seed: 4),
        new NetworkCase(new Declaration(3, 12288, 2) { Hidden = Activation.Silu, Element = element }, Examples: 9, Seed: 5),
        new NetworkCase(new Declaration(12288, 3) { Element = element }, Examples: 77, Seed: 6),
        new NetworkCase(new Declaration([8, .. Enumerable.Repeat(12, 15), 2]) { Hidden = Activation.Tanh, Element = element }, Examples: 50, Seed: 7),
        new NetworkCase(Declaration.Classifier(2051, 1027, 3) with { Element = element }, Examples: 9, Seed: 8),
        new NetworkCase(Declaration.Classifier(50, 60, 3) with { Element = element }, Examples: 600, Seed: 9),
    ]);

    [Theory]
    [InlineData(ElementType.Float)]
    [InlineData(ElementType.Double)]
    public void LayersThatShareTheirKernelsAgreeWithTheReference(ElementType element) => CheckAll(
    [
        new NetworkCase(new Declaration([.. Enumerable.Repeat(64, 12), 5]) { Hidden = Activation.Gelu, Element = element }, Examples: 50, Seed: 1),
        new NetworkCase(new Declaration(40, 20, 40, 20, 40, 20, 40, 3) { Hidden = Activation.Silu, Element = element }, Examples: 30, Seed: 2),
        new NetworkCase(new Declaration([.. Enumerable.Repeat(600, 5), 4]) { Hidden = Activation.Relu, Element = element }, Examples: 11, Seed: 3),
        new NetworkCase(new Declaration([.. Enumerable.Repeat(1024, 5), 1]) { Hidden = Activation.Tanh, Element = element }, Examples: 9, Seed: 4),
        new NetworkCase(new Declaration([3, .. Enumerable.Repeat(1, 7), 30]) { Hidden = Activation.Softplus, Element = element }, Examples: 33, Seed: 5),
    ]);

    /// <summary>Compiles all networks in one go and reports every one that fails, not just the first.</summary>
    private static void CheckAll(IEnumerable<NetworkCase> cases)
    {
        NetworkCase[] all = [.. cases];
        using CompiledNetworks networks = NetworkCompiler.Load(string.Join("\n\n", all.Select((networkCase, i) => networkCase.Network.ToSource($"Net{i}"))));
        string[] failures = [.. all.Select((networkCase, i) => (networkCase, Record.Exception(() => networks.Run($"Net{i}", new StepAgreement(networkCase)))))
            .Where(result => result.Item2 is not null)
            .Select(result => $"{result.networkCase}\n    {result.Item2!.Message}")];
        Assert.True(failures.Length == 0, $"{failures.Length} of {all.Length} networks fail:\n{string.Join('\n', failures)}");
    }
}
