namespace NetGen.Generator.Tests;

/// <summary>Emission happens while a user types, so neither the text nor the work may grow with the sizes.</summary>
public class HugeNetworkTests
{
    [Theory]
    [InlineData("2147483526, 1")]
    [InlineData("46000, 46000")]
    [InlineData("1, 700000000, 1")]
    [InlineData("1000000, 1000, 1")]
    [InlineData("30000, 30000, 30000, Element = ElementType.Double")]
    public void A_huge_network_is_emitted_as_loops(string arguments)
    {
        var result = GeneratorHarness.Run($"using NetGen; [Layers({arguments})] partial class Net;");
        Assert.InRange(result.GeneratedSources.Sum(static file => file.SourceText.Length), 1, 400_000);
    }
}
