using NetGen.Generator.Diagnostics;

namespace NetGen.Analyzers.Tests.Declaration;

/// <summary>What kind of class a network may be: NETGEN0001, 0002, 0003, 0007, 0011 and 0013.</summary>
public class TypeRuleTests
{
    [Fact]
    public Task A_class_that_is_not_partial_is_reported_at_its_name() => AnalyzerHarness.Reports(
            DeclarationRules.NotPartial,
        "using NetGen; [Layers(4, 8, 1)] public sealed class [|CatNet|];",
        "NETGEN0001: class CatNet is not partial, so the members of the network CatNet cannot be added to it: declare partial class CatNet");

    [Fact]
    public Task Each_type_around_the_class_that_is_not_partial_is_reported() => AnalyzerHarness.Reports(
            DeclarationRules.NotPartial,
        "using NetGen; class [|Outer|] { partial struct Middle { struct [|Inner|] { [Layers(4, 8, 1)] partial class CatNet; } } }",
        "NETGEN0001: class Outer is not partial, so the members of the network CatNet cannot be added to it: declare partial class Outer",
        "NETGEN0001: struct Inner is not partial, so the members of the network CatNet cannot be added to it: declare partial struct Inner");

    [Fact]
    public Task The_part_without_the_word_is_the_one_reported() => AnalyzerHarness.Reports(
            DeclarationRules.NotPartial,
        "using NetGen; [Layers(4, 8, 1)] partial class CatNet { } class [|CatNet|] { }",
        "NETGEN0001: class CatNet is not partial, so the members of the network CatNet cannot be added to it: declare partial class CatNet");

    [Theory]
    [InlineData("[Layers(4, 8, 1)] partial class CatNet;")]
    [InlineData("partial class Outer { [Layers(4, 8, 1)] partial class CatNet; }")]
    [InlineData("[Layers(4, 8, 1)] partial class CatNet { } partial class CatNet { class Inner; }")]
    [InlineData("class CatNet;")]
    [InlineData("namespace Other { class LayersAttribute(params int[] sizes) : System.Attribute; [Layers(4, 8, 1)] class CatNet; }")]
    public Task Partial_classes_and_classes_that_are_no_networks_are_fine(string source) =>
        AnalyzerHarness.IsSilent(DeclarationRules.NotPartial, "using NetGen; " + source);

    [Fact]
    public Task A_generic_class_is_reported() => AnalyzerHarness.Reports(
            DeclarationRules.Generic,
        "using NetGen; [Layers(4, 8, 1)] partial class [|CatNet|]<T>;",
        "NETGEN0002: CatNet is generic, but a network cannot depend on type parameters: its sizes and its element type are part of its declaration");

    [Fact]
    public Task A_generic_type_around_the_class_is_reported_at_its_own_name() => AnalyzerHarness.Reports(
            DeclarationRules.Generic,
        "using NetGen; partial class [|Outer|]<T> { partial class Middle { [Layers(4, 8, 1)] partial class CatNet; } }",
        "NETGEN0002: CatNet is nested in Outer, which is generic, "
        + "but a network cannot depend on type parameters: its sizes and its element type are part of its declaration");

    [Fact]
    public Task A_generic_base_and_generic_members_are_fine() => AnalyzerHarness.IsSilent(
            DeclarationRules.Generic,
        "using NetGen; class Base<T>; [Layers(4, 8, 1)] partial class CatNet : Base<int> { void Show<T>() { } class Inner<T>; }");

    [Theory]
    [InlineData("static partial class [|CatNet|]", "CatNet is static")]
    [InlineData("abstract partial class [|CatNet|]", "CatNet is abstract")]
    [InlineData("partial record [|CatNet|]", "CatNet is a record")]
    [InlineData("partial record struct [|CatNet|]", "CatNet is a record struct")]
    [InlineData("partial struct [|CatNet|]", "CatNet is a struct")]
    [InlineData("partial interface [|CatNet|]", "CatNet is an interface")]
    [InlineData("enum [|CatNet|]", "CatNet is an enum")]
    [InlineData("file partial class [|CatNet|]", "CatNet is local to its file")]
    public Task Other_kinds_of_types_are_reported(string declaration, string start) => AnalyzerHarness.Reports(
            DeclarationRules.NotAnOrdinaryClass,
        $"using NetGen; [Layers(4, 8, 1)] {declaration} {{ }}",
        $"NETGEN0003: {start}, but a network must be a class of its own that can be created: declare sealed partial class CatNet");

    [Fact]
    public Task A_file_local_type_around_the_class_is_reported() => AnalyzerHarness.Reports(
            DeclarationRules.NotAnOrdinaryClass,
        "using NetGen; file partial class [|Outer|] { [Layers(4, 8, 1)] partial class CatNet; }",
        "NETGEN0003: CatNet is nested in Outer, which is local to its file, but a network must be a class of its own that can be created: "
        + "declare sealed partial class CatNet");

    [Fact]
    public Task A_network_derived_from_a_network_is_reported() => AnalyzerHarness.Reports(
            DeclarationRules.NotAnOrdinaryClass,
        "using NetGen; [Layers(4, 8, 1)] partial class Base; class Middle : Base; [Layers(4, 8, 1)] partial class [|CatNet|] : Middle;",
        "NETGEN0003: CatNet derives from Base, which is a network itself, but a network must be a class of its own that can be created: "
        + "declare sealed partial class CatNet");

    [Theory]
    [InlineData("partial class CatNet")]
    [InlineData("public sealed partial class CatNet : System.IDisposable { public void Dispose() { } } partial class CatNet")]
    [InlineData("unsafe partial class CatNet")]
    public Task Ordinary_classes_are_fine(string declaration) =>
        AnalyzerHarness.IsSilent(DeclarationRules.NotAnOrdinaryClass, $"using NetGen; [Layers(4, 8, 1)] {declaration} {{ }}");

    [Fact]
    public Task A_second_declaration_is_reported() => AnalyzerHarness.Reports(
            DeclarationRules.DeclaredTwice,
        "using NetGen; [Layers(4, 8, 1)] partial class CatNet { } [[|Layers(4, 9, 1)|]] partial class CatNet { }",
        "NETGEN0007: CatNet declares its layers twice, but a class is one network: keep one Layers attribute");

    [Fact]
    public Task One_declaration_each_on_two_classes_is_fine() =>
        AnalyzerHarness.IsSilent(
            DeclarationRules.DeclaredTwice, "using NetGen; [Layers(4, 8, 1)] partial class CatNet; [Layers(4, 8, 1)] partial class DogNet;");

    [Theory]
    [InlineData("int [|Parameters|];", "Parameters")]
    [InlineData("float[,] [|W1|] = new float[8, 4];", "W1")]
    [InlineData("float [|b2|] => 1;", "b2")]
    [InlineData("class [|Predictor|];", "Predictor")]
    [InlineData("void [|InputSize|]() { }", "InputSize")]
    [InlineData("int [|Predict|];", "Predict")]
    [InlineData("void [|Save|](string file, ModelSaveOptions<float>? options) { }", "Save")]
    [InlineData("void [|Predict|](System.ReadOnlySpan<float> input, System.Span<float> result, int count) { }", "Predict")]
    [InlineData("void [|TrainStep|]<T>(System.ReadOnlySpan<float> x, System.ReadOnlySpan<float> y, ref T optimizer, int threads) { }", "TrainStep")]
    [InlineData("int [|__kernel|];", "__kernel")]
    public Task A_member_of_an_emitted_name_is_reported(string member, string name) => AnalyzerHarness.Reports(
            DeclarationRules.ReservedName,
        $"using NetGen; [Layers(4, 8, 1)] partial class CatNet {{ {member} }}",
        $"NETGEN0011: CatNet.{name} takes a name that a member emitted for the network CatNet needs: rename it");

    [Fact]
    public Task A_class_of_an_emitted_name_is_reported() => AnalyzerHarness.Reports(
            DeclarationRules.ReservedName,
        "using NetGen; [Layers(4, 8, 1)] partial class [|Predictor|];",
        "NETGEN0011: Predictor takes a name that a member emitted for the network Predictor needs: rename it");

    [Fact]
    public Task An_inherited_member_of_an_emitted_name_is_reported_at_the_class() => AnalyzerHarness.Reports(
            DeclarationRules.ReservedName,
        "using NetGen; class Base { public int LayerCount; } [Layers(4, 8, 1)] partial class [|CatNet|] : Base;",
        "NETGEN0011: Base.LayerCount takes a name that a member emitted for the network CatNet needs: rename it");

    [Theory]
    [InlineData("")]
    [InlineData("float[,] W3 = new float[8, 4];")]
    [InlineData("float[,] W01 = new float[8, 4]; int W; int b; int Units;")]
    [InlineData("public void Predict(string file) { }")]
    [InlineData("public void Save() { }")]
    [InlineData("public void Predict(System.ReadOnlySpan<double> x) { }")]
    [InlineData("public CatNet() { } public CatNet(int seed) => Initialize(seed);")]
    [InlineData("void Show() { int Parameters = 1; _ = Parameters; }")]
    [InlineData("int parameters, predict, _count;")]
    public Task Other_names_and_overloads_are_fine(string member) =>
        AnalyzerHarness.IsSilent(DeclarationRules.ReservedName, $"using NetGen; [Layers(4, 8, 1)] partial class CatNet {{ {member} }}");

    [Fact]
    public Task Private_members_of_a_base_are_fine() =>
        AnalyzerHarness.IsSilent(
            DeclarationRules.ReservedName, "using NetGen; class Base { private int LayerCount; } [Layers(4, 8, 1)] partial class CatNet : Base;");

    [Fact]
    public Task A_layer_attribute_without_a_declaration_is_reported() => AnalyzerHarness.Reports(
            DeclarationRules.LayerWithoutLayers,
        "using NetGen; [Layer([|1|], Activation = Activation.Tanh)] class CatNet;",
        "NETGEN0013: CatNet describes a layer but declares none: add the Layers attribute with the sizes, or remove the Layer attribute");

    [Fact]
    public Task A_layer_attribute_on_another_part_of_a_network_is_fine() => AnalyzerHarness.IsSilent(
            DeclarationRules.LayerWithoutLayers,
        "using NetGen; [Layer(1, Activation = Activation.Tanh)] partial class CatNet { } [Layers(4, 8, 1)] partial class CatNet { }");
}
