using Microsoft.CodeAnalysis;
using NetGen.Generator.Parsing;
using NetGen.Tests;

namespace NetGen.Analyzers.Tests;

/// <summary>The surface that the cases about shapes use is the one that the generator emits, as far as shapes go.</summary>
public sealed class StandInTests
{
    [Theory]
    [InlineData("4, 3, 1")]
    [InlineData("4, 3")]
    [InlineData("12, 5, 2, Output = Activation.Linear, Element = ElementType.Double")]
    public void The_stand_in_carries_the_marks_of_emitted_members(string declaration)
    {
        string source = $"using NetGen; [Layers({declaration})] public sealed partial class Net;";
        var emitted = Marks(AnalyzerHarness.Compile(source).Compilation);
        var standIn = Marks(StandIn.Complete(UserProject.With([source])));
        Assert.NotEmpty(standIn);
        Assert.Subset(emitted, standIn);
    }

    [Theory]
    [InlineData("net.Predict([|new float[5]|]);", "0201")]
    [InlineData("net.PredictClass([|new float[8]|]);", "0201")]
    [InlineData("net.CreatePredictor().Predict([|new float[5]|]);", "0201")]
    [InlineData("iris.Forward([|new float[5]|]);", "0201")]
    [InlineData("iris.Cost(new float[8], [|new float[5]|]);", "0202")]
    [InlineData("iris.Cost(new float[8], [|new int[3]|]);", "0203")]
    [InlineData("iris.CheckGradients(new float[8], [|new float[3]|]);", "0203")]
    [InlineData("var optimizer = new GradientDescent<float>(); net.TrainStep(new float[8], [|new float[3]|], ref optimizer);", "0203")]
    [InlineData("net.ComputeGradients(new float[4], new float[1], [|new float[18]|]);", "0204")]
    [InlineData("net.SetParameters([|new float[18]|]);", "0205")]
    [InlineData("net.b1.CopyFrom([|new float[18]|]);", "0205")]
    [InlineData("iris.W1.CopyFrom([|new float[4, 3]|]);", "0205")]
    public async Task Emitted_members_are_checked(string markedStatement, string id)
    {
        (string source, var spans) = AnalyzerHarness.Unmark($$"""
            using NetGen;
            [Layers(4, 3, 1)] public sealed partial class Net;
            [Layers(4, 3)] public sealed partial class Iris;
            public static class Use { public static void Run(Net net, Iris iris) { {{markedStatement}} } }
            """);
        var found = Assert.Single(await ShapeHarness.Run(AnalyzerHarness.Compile(source).Compilation));
        Assert.Equal("NETGEN" + id, found.Id);
        Assert.Equal(spans[0], found.Location.SourceSpan);
    }

    /// <summary>The marked members and parameters of all types in the network's assembly, each with what it is marked with.</summary>
    private static HashSet<string> Marks(Compilation compilation)
    {
        INamedTypeSymbol net = compilation.GetTypeByMetadataName("Net")!;
        var symbols = net.GetTypeMembers("Predictor").Prepend(net)
            .SelectMany(static type => type.GetMembers())
            .SelectMany(static member => member is IMethodSymbol method ? method.Parameters.Prepend<ISymbol>(method) : [member]);
        return
        [
            .. symbols.SelectMany(static symbol => Attributes(symbol).Select(
                attribute => $"{symbol.ToDisplayString()} of {symbol.ContainingSymbol.ToDisplayString()}: {attribute}")),
        ];
    }

    private static IEnumerable<string> Attributes(ISymbol symbol) =>
        (symbol is IMethodSymbol method ? method.GetReturnTypeAttributes() : symbol.GetAttributes())
        .Where(static attribute => KnownAttributes.Is(attribute, "ShapeAttribute") || KnownAttributes.Is(attribute, "ExamplesAttribute"))
        .Select(static attribute => attribute.ToString()!);
}
