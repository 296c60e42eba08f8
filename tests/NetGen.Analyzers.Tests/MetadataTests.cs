using Microsoft.CodeAnalysis;
using NetGen.Tests;

namespace NetGen.Analyzers.Tests;

/// <summary>Networks of a referenced assembly: their members carry their shapes, so metadata is enough.</summary>
public sealed class MetadataTests
{
    private const string Library = """
        using NetGen;
        namespace Models
        {
            [Layers(4, 3, 1)] public sealed partial class Net;
            [Layers(3, 2)] public sealed partial class Small;
            public static class Store
            {
                [Shape(3)] public static readonly float[] Bias = new float[3];
                [return: Shape(2, 3)] public static float[,] Weights() => new float[2, 3];
                public static void Show([Examples(12)] float[] pictures) { }
                public static readonly float[] Unmarked = new float[3];
            }
        }
        """;

    [Theory]
    [InlineData("net.Predict([|new float[5]|]);", "0201: x holds 5 values, but layer 1 of Net takes 4 inputs an example: the length must be a multiple of 4")]
    [InlineData(
        "net.Predict([|new float[Net.Units1 * 2]|]);",
        "0201: x holds 6 values, but layer 1 of Net takes 4 inputs an example: the length must be a multiple of 4")]
    [InlineData(
        "net.CreatePredictor().Predict([|Store.Bias|]);",
        "0201: x holds 3 values, but layer 1 of Net takes 4 inputs an example: the length must be a multiple of 4")]
    [InlineData("net.W1.CopyFrom([|Store.Weights()|]);", "0205: W1.CopyFrom receives 2x3, but layer 1 of Net maps 4 inputs to 3 units: W1 must be 3x4")]
    [InlineData(
        "small.Predict([|net.Predict(new float[count])|]);",
        "0206: x holds outputs of layer 2 of Net, 1 value an example, but layer 1 of Small takes 3 inputs an example: both must be equal")]
    [InlineData(
        "net.Cost(new float[8], [|new float[3]|]);",
        "0203: y holds 3 labels of layer 2 of Net, 1 value each, but x holds 2 examples: y must hold 2 values")]
    [InlineData(
        "net.SetParameters([|small.Parameters|]);",
        "0205: SetParameters receives 8 values, but the 2 layers of Net have 19 weights and biases: parameters must hold 19 values")]
    [InlineData(
        "Store.Show([|new float[5]|]);",
        "0208: the value passed to pictures holds 5 values, but pictures is stated as examples of 12 values: the length must be a multiple of 12")]
    [InlineData("net.Predict(Store.Unmarked); net.b1.CopyFrom(Store.Bias); small.W1.CopyFrom(Store.Weights());", "")]
    public async Task Calls_to_a_referenced_network_are_checked(string markedStatements, string expected)
    {
        (string source, var spans) = AnalyzerHarness.Unmark($$"""
            using Models;
            public static class Use { public static void Run(Net net, Small small, int count) { {{markedStatements}} } }
            """);
        Compilation library = ShapeHarness.Compile(Library);
        using var assembly = new MemoryStream();
        Assert.True(library.WithAssemblyName("Models").Emit(assembly).Success);
        Compilation consumer = UserProject.With([source]).AddReferences(MetadataReference.CreateFromImage(assembly.ToArray()));
        Assert.Empty(consumer.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var found = await ShapeHarness.Run(consumer);
        Assert.Equal(expected.Length == 0 ? [] : ["NETGEN" + expected], found.Select(AnalyzerHarness.Message));
        Assert.Equal(spans, found.Select(static diagnostic => diagnostic.Location.SourceSpan));
    }

    [Fact]
    public async Task Nothing_is_registered_without_the_runtime()
    {
        Compilation compilation = UserProject.With(["class C { void M() { var x = new float[3]; } }"]);
        compilation = compilation.RemoveReferences(
            compilation.References.Where(static reference => reference.Display!.Contains("NetGen", StringComparison.Ordinal)));
        Assert.Empty(await ShapeHarness.Run(compilation));
        Assert.Null(NetGen.Generator.Analyzers.Shapes.ShapeModel.For(compilation));
    }
}
