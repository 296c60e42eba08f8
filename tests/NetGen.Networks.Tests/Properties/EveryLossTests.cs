using System.Collections.Immutable;
using System.Numerics;
using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Harness;
using NetGen.Networks.Tests.Widths;

namespace NetGen.Networks.Tests.Properties;

/// <summary>
/// Each loss with each of its numbers, in each form of code: straight-line, tiles with one output, and tiles with fewer and more outputs than lanes.
/// </summary>
public class EveryLossTests
{
    private static readonly ImmutableArray<ImmutableArray<int>> Shapes = [[3, 4, 1], [3, 4, 3], [40, 12, 1], [40, 12, 3], [20, 37]];
    private static readonly ImmutableArray<ImmutableArray<int>> FewShapes = [[3, 4, 3], [20, 37]];
    private static readonly ImmutableArray<ImmutableArray<int>> SmallShapes = [[3, 4, 2], [40, 1]];

    [Theory]
    [Trait(Suites.Trait, Suites.Numerics)]
    [InlineData(ElementType.Float)]
    [InlineData(ElementType.Double)]
    public void EveryLossAgreesWithTheReferenceInEveryFormOfCode(ElementType element) => Check(
        element, Losses.Each, Shapes, networkCase => new StepAgreement(networkCase));

    [Fact]
    public void EveryLossAgreesWithTheReferenceWithEachOfItsNumbers() => Check(
        ElementType.Double, Losses.WithNumbers, FewShapes, networkCase => new StepAgreement(networkCase));

    [Theory]
    [InlineData(ElementType.Float)]
    [InlineData(ElementType.Double)]
    public void EveryLossPassesTheGradientCheck(ElementType element) => Check(
        element, Losses.Each, SmallShapes, networkCase => new PassesTheCheck(networkCase));

    [Fact]
    public void EveryLossAgreesWithCentralDifferencesOfItsCost() => Check(
        ElementType.Double, Losses.WithNumbers, SmallShapes, networkCase => new CentralDifferencesAgreement(networkCase));

    private static void Check(
        ElementType element, ImmutableArray<Declaration> losses, ImmutableArray<ImmutableArray<int>> shapes, Func<NetworkCase, INetworkAction> action)
    {
        NetworkCase[] all =
        [
            .. from loss in losses
            from shape in shapes
            select new NetworkCase(Losses.Sized(loss, shape) with { Element = element }, Examples: 19, Seed: shape[0]),
        ];
        using CompiledNetworks networks = NetworkCompiler.Load(string.Join("\n\n", all.Select((networkCase, i) => networkCase.Network.ToSource($"Net{i}"))));
        string[] failures = [.. all.Select((networkCase, i) => (networkCase, Record.Exception(() => networks.Run($"Net{i}", action(networkCase)))))
            .Where(result => result.Item2 is not null)
            .Select(result => $"{result.networkCase}\n    {result.Item2!.Message}")];
        Assert.True(failures.Length == 0, $"{failures.Length} of {all.Length} networks fail:\n{string.Join('\n', failures)}");
    }

    private sealed class PassesTheCheck(NetworkCase networkCase) : INetworkAction
    {
        public void Run<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            CaseData<T> data = networkCase.Draw<T>(kinkMargin: 1e-3);
            var network = new TNet();
            network.SetParameters(data.Parameters);
            GradientCheckResult result = GradientChecker.Check<TNet, T>(network, data.X, data.Y, sampleSize: 60);
            Assert.True(result.Passed, result.ToString());
            Assert.True(result.Checked > 0);
        }
    }
}
