using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Harness;

namespace NetGen.Networks.Tests.Properties;

/// <summary>
/// Checks an action on random networks: each is declared, generated, compiled, loaded and run. The same networks are drawn in every run, so that a failure is a
/// change's own; set NETGEN_TESTS_SEED to a number to draw others.
/// </summary>
internal static class RandomNetworks
{
    private const string SeedVariable = "NETGEN_TESTS_SEED";

    /// <summary>Runs the action on a number of random networks and fails with the smallest failing case that could be found.</summary>
    public static void Check(Arbitrary<NetworkCase> cases, int count, Func<NetworkCase, INetworkAction> action)
    {
        ulong seed = Environment.GetEnvironmentVariable(SeedVariable) is { } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : 20;
        var replay = new Replay(new Rnd(seed, 2 * seed + 1), FSharpOption<int>.None);
        Config config = Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(FSharpOption<Replay>.Some(replay)).WithQuietOnSuccess(true);
        Prop.ForAll(cases, networkCase => CompiledNetworks.Use(networkCase.Network.ToSource("Net"), "Net", action(networkCase))).Check(config);
    }
}
