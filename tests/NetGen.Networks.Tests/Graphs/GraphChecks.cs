using NetGen.Networks.Tests.Graphs.Cases;
using NetGen.Networks.Tests.Harness;

namespace NetGen.Networks.Tests.Graphs;

/// <summary>Checks many graphs, all of which are compiled in one go.</summary>
internal static class GraphChecks
{
    /// <summary>Reports every case that fails, not just the first.</summary>
    public static void All(IReadOnlyList<GraphCase> cases)
    {
        string[] failures = [.. Failures(cases).OfType<string>()];
        Assert.True(failures.Length == 0, $"{failures.Length} of {cases.Count} networks fail:\n{string.Join('\n', failures)}");
    }

    /// <summary>What is wrong with each case; null where nothing is.</summary>
    public static IReadOnlyList<string?> Failures(IReadOnlyList<GraphCase> cases)
    {
        using CompiledNetworks networks = NetworkCompiler.Load(string.Join("\n\n", cases.Select(static (graphCase, i) => graphCase.Graph.ToSource($"Net{i}"))));
        return [.. cases.Select((graphCase, i) => Failure(networks, $"Net{i}", graphCase))];
    }

    private static string? Failure(CompiledNetworks networks, string name, GraphCase graphCase) =>
        Record.Exception(() => networks.Run(name, new GraphComparison(graphCase))) is { } failure ? $"{graphCase}\n    {failure.Message}" : null;
}
