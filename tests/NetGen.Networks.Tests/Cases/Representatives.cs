using System.Collections.Immutable;
using NetGen.Networks.Tests.Harness;

namespace NetGen.Networks.Tests.Cases;

/// <summary>
/// Networks of every kind that plans tell apart (tiny ones, few units over many inputs, layers that are large on both sides, one layer, many layers), with the
/// batches they are trained on, for tests of behaviour rather than of numbers.
/// </summary>
internal static class Representatives
{
    private static readonly ImmutableArray<NetworkCase> Cases =
    [
        Case(400, Declaration.Classifier(2, 4, 1) with { Hidden = Activation.Tanh }),
        Case(33, Declaration.Classifier(4, 8, 8, 1)),
        Case(200, Declaration.Classifier(24, 8, 2) with { Hidden = Activation.Tanh }),
        Case(128, Declaration.Classifier(784, 128, 10)),
        Case(300, Declaration.Classifier(784, 100, 100, 10)),
        Case(128, Declaration.Classifier(784, 512, 128, 10)),
        Case(65, Declaration.Classifier(1024, 1024, 1024, 10)),
        Case(209, Declaration.Classifier(12288, 20, 7, 5, 1)),
        Case(9, Declaration.Classifier(2051, 1027, 3)),
        Case(50, Declaration.Classifier(12288, 1)),
        Case(7, new Declaration(3, 12288, 2)),
        Case(90, new Declaration([40, .. Enumerable.Repeat(24, 11), 3]) { Hidden = Activation.Tanh }),
        Case(70, new Declaration(16, 32, 32, 4) { Output = Activation.Tanh, Loss = Loss.AbsoluteError, Hidden = Activation.Gelu }),
    ];

    /// <summary>All of them, in single and in double precision.</summary>
    public static ImmutableArray<NetworkCase> All { get; } =
        [.. Cases, .. Cases.Select(networkCase => networkCase with { Network = networkCase.Network with { Element = ElementType.Double } })];

    /// <summary>The source that declares them: Net0, Net1, ... in the order of <see cref="All"/>.</summary>
    public static string Source { get; } = string.Join("\n\n", All.Select((networkCase, i) => networkCase.Network.ToSource($"Net{i}")));

    /// <summary>Compiles them all and runs an action on each.</summary>
    public static void ForEach(Func<NetworkCase, INetworkAction> action)
    {
        using CompiledNetworks networks = NetworkCompiler.Load(Source);
        for (int i = 0; i < All.Length; i++)
        {
            networks.Run($"Net{i}", new Named(All[i], action(All[i])));
        }
    }

    private static NetworkCase Case(int examples, Declaration network) => new(network, examples, Seed: 5);

    /// <summary>Says in a failure which network it was.</summary>
    private sealed class Named(NetworkCase networkCase, INetworkAction action) : INetworkAction
    {
        void INetworkAction.Run<TNet, T>()
        {
            try
            {
                action.Run<TNet, T>();
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"{networkCase}: {failure.Message}", failure);
            }
        }
    }
}
