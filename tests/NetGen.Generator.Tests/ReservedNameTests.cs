using Microsoft.CodeAnalysis;
using NetGen.Generator.Parsing;
using NetGen.Generator.Parsing.Networks;

namespace NetGen.Generator.Tests;

/// <summary>The names that users must not take are those that are emitted, as the compiler reads them: the table writes both, each in its own words.</summary>
public class ReservedNameTests
{
    [Theory]
    [InlineData("[Layers(4, 3, 1)] partial class Net;")]
    [InlineData("[Layers(4, 3, 3, Element = ElementType.Double)] partial class Net { [Weights(1)] double[] trained = []; }")]
    public void Every_emitted_member_is_reserved(string source)
    {
        GeneratorHarness.Run(GeneratorHarness.Compile("global using NetGen;", source), out var output);
        var type = output.GetTypeByMetadataName("Net")!;
        var spec = NetworkParser.Parse(type, output, TestContext.Current.CancellationToken).Spec!;
        var emitted = type.GetMembers()
            .Where(static member => EmittedFiles.Declare(member) && member.CanBeReferencedByName && !member.IsImplicitlyDeclared)
            .Where(static member => member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary })
            .ToList();
        Assert.NotEmpty(emitted);
        Assert.Empty(
            emitted.Where(member => !ReservedNames.IsTaken(member, spec.Layers.Count, spec.Element)).Select(static member => member.ToDisplayString()));
    }

    [Theory]
    [InlineData("[Layers(4, 3, 1)]", "mean1", false)]
    [InlineData("[Layers(4, 3, 1)] [Layer(1, BatchNorm = true)]", "gamma2", false)]
    [InlineData("[Layers(4, 3, 1)] [Layer(1, BatchNorm = true)]", "variance1", true)]
    [InlineData("[Layers(4, 3, 1)]", "W2", true)]
    public void Names_of_a_normalization_are_taken_where_there_is_one(string declaration, string name, bool isTaken)
    {
        var compilation = GeneratorHarness.Compile("global using NetGen;", $"{declaration} partial class Net {{ float {name} = 0; }}");
        var type = compilation.GetTypeByMetadataName("Net")!;
        Assert.Equal(isTaken, NetworkParser.Parse(type, compilation, TestContext.Current.CancellationToken).Spec is null);
    }
}
