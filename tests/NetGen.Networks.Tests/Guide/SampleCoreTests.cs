using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Networks.Tests.Harness;

namespace NetGen.Networks.Tests.Guide;

/// <summary>samples/README.md: the files that it calls the core of a sample compile with NetGen and nothing else.</summary>
public sealed partial class SampleCoreTests
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "Samples");

    // Such a project has no documentation file, so nobody misses comments (CS1591).
    private static readonly CSharpCompilationOptions Options = NetworkCompiler.Options
        .WithSpecificDiagnosticOptions([KeyValuePair.Create("CS1591", ReportDiagnostic.Suppress)]);

    /// <summary>The samples with their files.</summary>
    public static TheoryData<string, string[]> Cores
    {
        get
        {
            var cores = new TheoryData<string, string[]>();
            var rows = File.ReadLines(Path.Combine(Samples, "README.md")).Where(line => line.Contains(".cs`", StringComparison.Ordinal) && line[0] == '|');
            foreach (string row in rows)
            {
                cores.Add(row.Split('|')[1].Trim(), [.. FileName().Matches(row).Select(file => file.Groups[1].Value)]);
            }

            return cores;
        }
    }

    [Fact]
    public void Every_sample_has_a_core() =>
        Assert.Equal(
            [
                "BirdStrikes", "CatClassifier", "Digits", "GradientCheck", "HousePrices", "Online", "PlanarFlower", "Search", "Service", "StepByStep",
                "Vectorization", "ZeroInit",
            ],
            Cores.Select(core => core.Data.Item1).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cores))]
    public void The_core_of_a_sample_compiles_with_NetGen_and_nothing_else(string sample, string[] files)
    {
        string usings = string.Concat(
            GuideSection.ImplicitUsings.Concat(["System.Globalization", "System.Numerics"]).Select(name => $"global using {name};\n"));
        IEnumerable<string> sources = files.Select(file => File.ReadAllText(Path.Combine(Samples, sample, file)));
        Compilation core = NetworkCompiler.Generate("", Options, sources.Prepend(usings));
        NetworkCompiler.Refuse(core.GetDiagnostics(TestContext.Current.CancellationToken), sample);
    }

    [GeneratedRegex(@"`(\w+\.cs)`")]
    private static partial Regex FileName();
}
