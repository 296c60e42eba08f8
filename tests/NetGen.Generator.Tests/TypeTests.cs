using Microsoft.CodeAnalysis;
using NetGen.Generator.Parsing.Networks;

namespace NetGen.Generator.Tests;

/// <summary>A network may stand wherever a class may.</summary>
public class TypeTests
{
    [Theory]
    [InlineData("[Layers(4, 1)] partial class Net;", "Net", "", "", "Net", "internal", "Net")]
    [InlineData("namespace A.B; [Layers(4, 1)] public sealed partial class Net;", "A.B.Net", "A.B", "", "Net", "public", "A.B.Net")]
    [InlineData("partial class Outer { [Layers(4, 1)] private partial class Net; }", "Outer+Net", "", "partial class Outer", "Net", "private", "Outer+Net")]
    [InlineData(
        "partial class Outer { [Layers(4, 1)] protected internal partial class Net; }",
        "Outer+Net", "", "partial class Outer", "Net", "protected internal", "Outer+Net")]
    [InlineData(
        "partial class Outer { [Layers(4, 1)] private protected partial class Net; }",
        "Outer+Net", "", "partial class Outer", "Net", "private protected", "Outer+Net")]
    [InlineData("partial interface Outer { [Layers(4, 1)] partial class Net; }", "Outer+Net", "", "partial interface Outer", "Net", "public", "Outer+Net")]
    [InlineData(
        "namespace A; partial record struct Outer { partial record Middle { [Layers(4, 1)] protected partial class Net; } }",
        "A.Outer+Middle+Net",
        "A",
        "partial record struct Outer|partial record Middle",
        "Net",
        "protected",
        "A.Outer+Middle+Net")]
    [InlineData(
        "namespace @event.@if; partial struct @struct { [Layers(4, 1)] partial class @class; }",
        "event.if.struct+class", "@event.@if", "partial struct @struct", "@class", "private", "event.if.struct+class")]
    [InlineData("[Layers(4, 1)] partial class \u0915\u094D\u0937;", "\u0915\u094D\u0937", "", "", "\u0915\u094D\u0937", "internal", "\u0915{094d}\u0937")]
    public void The_type_is_described_as_code_must_repeat_it(
        string source, string metadataName, string space, string containers, string name, string accessibility, string hintName)
    {
        var type = GeneratorHarness.Parse(source, metadataName).Spec?.Type;
        Assert.NotNull(type);
        Assert.Equal(
            (space, containers, name, accessibility, hintName),
            (type.Namespace, string.Join('|', type.Containers), type.Name, type.Accessibility, type.HintName));
    }

    [Theory]
    [InlineData("namespace A { [Layers(4, 1)] partial class Net; } namespace B { [Layers(4, 1)] partial class Net; }")]
    [InlineData("[Layers(4, 1)] partial class Net; [Layers(4, 1)] partial class NET; [Layers(4, 1)] partial class net1; [Layers(4, 1)] partial class nEt;")]
    [InlineData("[Layers(4, 1)] partial class Net; namespace A { [Layers(4, 1)] partial class Net; partial class B { [Layers(4, 1)] partial class Net; } }")]
    [InlineData("namespace A.B { [Layers(4, 1)] partial class Net; } namespace A { partial class b { [Layers(4, 1)] partial class Net; } }")]
    [InlineData("[Layers(4, 1)] partial class \u0915\u094D\u0937; [Layers(4, 1)] partial class \u0915\u094E\u0937;")]
    public void Networks_of_alike_names_stand_side_by_side(string source)
    {
        var compilation = GeneratorHarness.Compile("global using NetGen;", source);
        var result = GeneratorHarness.Run(compilation, out var output);
        var names = result.GeneratedSources.Select(static file => file.HintName);
        Assert.Equal(names.Count(), names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Empty(GeneratorHarness.DiagnosticsOfEmittedFiles(output));
    }

    [Fact]
    public void The_parser_reads_networks_of_a_referenced_assembly()
    {
        var library = GeneratorHarness.Compile(
            "using NetGen; [Layers(4, 8, 3, Element = ElementType.Double)] [Layer(1, Activation = Activation.Tanh)] public sealed partial class Net;");
        GeneratorHarness.Run(library, out var built);
        using var image = new MemoryStream();
        Assert.True(built.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var user = GeneratorHarness.Compile(string.Empty).AddReferences(MetadataReference.CreateFromImage(image.ToArray()));

        var source = NetworkParser.Parse(library.GetTypeByMetadataName("Net")!, library, TestContext.Current.CancellationToken);
        var metadata = NetworkParser.Parse(user.GetTypeByMetadataName("Net")!, user, TestContext.Current.CancellationToken);
        Assert.Empty(metadata.Problems);
        Assert.NotNull(metadata.Spec);
        Assert.Equal(source.Spec, metadata.Spec);
    }

    [Fact]
    public void The_parser_sees_the_same_declaration_before_and_after_emission()
    {
        var before = GeneratorHarness.Compile("using NetGen; [Layers(4, 8, 3)] partial class Net { [Weights(1)] float[,] trained = new float[8, 4]; }");
        GeneratorHarness.Run(before, out var after);
        Assert.Equal(
            NetworkParser.Parse(before.GetTypeByMetadataName("Net")!, before, TestContext.Current.CancellationToken).Spec,
            NetworkParser.Parse(after.GetTypeByMetadataName("Net")!, after, TestContext.Current.CancellationToken).Spec);
    }

    [Fact]
    public void A_type_without_a_declaration_declares_nothing()
    {
        var result = GeneratorHarness.Parse("class Net;");
        Assert.Null(result.Spec);
        Assert.Empty(result.Problems);
    }
}
