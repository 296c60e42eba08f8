using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

/// <summary>Emission happens while a user types, so neither the text nor the work may grow with the sizes.</summary>
public partial class HugeNetworkTests
{
    [Theory]
    [InlineData("2147483526, 1")]
    [InlineData("46000, 46000")]
    [InlineData("1, 700000000, 1")]
    [InlineData("1000000, 1000, 1")]
    [InlineData("30000, 30000, 30000, Element = ElementType.Double")]
    public void A_huge_network_is_emitted_as_loops_that_compile(string arguments)
    {
        var result = GeneratorHarness.Run(GeneratorHarness.Compile($"using NetGen; [Layers({arguments})] partial class Net;"), out Compilation output);
        Assert.Empty(GeneratorHarness.DiagnosticsOfEmittedFiles(output));
        Assert.InRange(result.GeneratedSources.Sum(static file => file.SourceText.Length), 1, 400_000);
    }

    [Theory]
    [InlineData("46000, 46000")]
    [InlineData("10, 1000, 1100000, 10")]
    [InlineData("30000, 30000, 30000, Element = ElementType.Double")]
    public void The_packed_copies_of_a_huge_network_fit_an_array(string arguments)
    {
        var result = GeneratorHarness.Run($"using NetGen; [Layers({arguments})] partial class Net;");
        string dispatch = result.GeneratedSources.Single(static file => file.HintName.Contains("Dispatch", StringComparison.Ordinal)).SourceText.ToString();
        Match length = PackedLength().Match(dispatch);
        Assert.True(length.Success);
        Assert.InRange(long.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture), 0, Array.MaxLength);
    }

    [GeneratedRegex(@"PackedLength = (-?\d+);")]
    private static partial Regex PackedLength();
}
