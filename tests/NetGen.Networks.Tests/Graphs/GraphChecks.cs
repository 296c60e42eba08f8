using NetGen.Networks.Tests.Graphs.Cases;
using NetGen.Networks.Tests.Harness;

namespace NetGen.Networks.Tests.Graphs;

/// <summary>Checks many graphs, all of which are compiled in one go.</summary>
internal static class GraphChecks
{
    /// <summary>Reports every case that fails, not just the first.</summary>
    public static void All(IEnumerable<GraphCase> cases)
    {
        GraphCase[] all = [.. cases.Select(static graphCase => graphCase.Fitted())];
        using CompiledNetworks networks = NetworkCompiler.Load(string.Join("\n\n", all.Select(static (graphCase, i) => graphCase.Graph.ToSource($"Net{i}"))));
        string[] failures = [.. all.Select((graphCase, i) => Failure(networks, $"Net{i}", graphCase)).OfType<string>()];
        Assert.True(failures.Length == 0, $"{failures.Length} of {all.Length} networks fail:\n{string.Join('\n', failures)}");
    }

    /// <summary>What is wrong with a case; null where nothing is.</summary>
    public static string? Failure(CompiledNetworks networks, string name, GraphCase graphCase) =>
        Record.Exception(() => networks.Run(name, new GraphComparison(graphCase))) is { } failure ? $"{graphCase}\n    {failure.Message}" : null;
}
