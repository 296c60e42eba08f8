using NetGen.CodeFixes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Analyzers.Tests.Define;

/// <summary>The method itself, its inputs and the attributes beside it: NETGEN0046 to 0050, 0061 and 0062, and what repairs them.</summary>
public class MethodRuleTests
{
    [Theory]
    [InlineData("[Network] partial class [|Net|];")]
    [InlineData("[Network] partial class [|Net|] { static int Define = 3; }")]
    [InlineData("class Base { protected static Node Define([Shape(4)] Node x) => x.Dense(3); } [Network] partial class [|Net|] : Base { }")]
    public Task A_class_without_define_is_reported(string source) => AnalyzerHarness.Reports(
        DefineRules.DefineMissing, $"using NetGen; {source}",
        "NETGEN0046: Net is a Network but has no method Define: write static Node Define(...) with a parameter for each input");

    [Fact]
    public Task A_second_define_is_reported() => AnalyzerHarness.Reports(
        DefineRules.DefineTwice, Class("static Node Define([Shape(4)] Node x) => x.Dense(3); static int [|Define|](int n) => n;"),
        "NETGEN0047: Net has a second Define, but one describes the network: give this one another name");

    [Fact]
    public Task A_define_of_an_object_is_reported() => AnalyzerHarness.Reports(
        DefineRules.DefineNotStatic, Class("private Node [|Define|]([Shape(4)] Node x) => x.Dense(3);"),
        "NETGEN0048: Define of Net is not static, but there is no network yet when it is read: declare it static");

    [Theory]
    [InlineData("object", "object")]
    [InlineData("void", "void")]
    [InlineData("dynamic", "dynamic")]
    public Task Another_return_type_is_reported(string type, string text) => AnalyzerHarness.Reports(
        DefineRules.DefineReturnsNoNode, Class($"static [|{type}|] Define([Shape(4)] Node x) => x.Dense(3);"),
        $"NETGEN0049: Define of Net returns {text}, but what it returns is the output of the network: return Node");

    [Theory]
    [InlineData("Node [|x|]", "the input x says neither Shape nor Categories: say Shape(8) for eight numbers, or Categories(12) for one of twelve classes")]
    [InlineData("[Shape(4), Categories(3)] Node [|x|]", "the input x says both Shape and Categories: it holds numbers or a class index, so keep one")]
    [InlineData("[[|Shape(2, 3)|]] Node x", "the input x has two dimensions: an example is one row of numbers, so say Shape(6)")]
    [InlineData("[|float[]|] x", "the input x is of type float array: an input is a Node with Shape or Categories")]
    [InlineData("[Shape(4)] Node x [|= null!|]", "the input x has a default value: every example holds every input, so leave it out")]
    public Task A_parameter_that_is_no_input_is_reported(string parameter, string message) => AnalyzerHarness.Reports(
        DefineRules.WrongInput, Class($"static Node Define({parameter}) => null!;"), $"NETGEN0050: {message}");

    [Fact]
    public Task A_define_without_inputs_is_reported() => AnalyzerHarness.Reports(
        DefineRules.WrongInput, Class("static Node [|Define|]() => null!;"),
        "NETGEN0050: Define takes no input: write a parameter for each, such as Shape(4) Node x");

    [Fact]
    public Task Layers_and_network_on_one_class_are_reported() => AnalyzerHarness.Reports(
        DefineRules.DeclaredByBoth,
        "using NetGen; [Layers(4, 3)] [[|Network|]] partial class Net { static Node Define([Shape(4)] Node x) => x.Dense(3); }",
        "NETGEN0061: Net has both Layers and Network, but a class is one network: keep Layers for a stack of dense layers, or Network and Define");

    [Fact]
    public Task A_layer_attribute_beside_network_is_reported() => AnalyzerHarness.Reports(
        DefineRules.LayerOnNetwork,
        "using NetGen; [Network, [|Layer(1)|], [|Layer(2, Slope = 1)|]] partial class Net { static Node Define([Shape(4)] Node x) => x.Dense(3); }",
        "NETGEN0062: Net is described by Define, where a Layer attribute means nothing: write what it says in Define",
        "NETGEN0062: Net is described by Define, where a Layer attribute means nothing: write what it says in Define");

    [Theory]
    [InlineData("[Network] class [|Net|] { static Node Define([Shape(4)] Node x) => x.Dense(3); }")]
    public Task A_described_network_is_partial_too(string source) => AnalyzerHarness.Reports(
        DeclarationRules.NotPartial, $"using NetGen; {source}",
        "NETGEN0001: class Net is not partial, so the members of the network Net cannot be added to it: declare partial class Net");

    [Fact]
    public Task Names_of_emitted_members_are_reserved_in_it() => AnalyzerHarness.Reports(
        DeclarationRules.ReservedName, Class("static Node Define([Shape(4)] Node x) => x.Dense(3); int [|InputSize|];"),
        "NETGEN0011: Net.InputSize takes a name that a member emitted for the network Net needs: rename it");

    [Fact]
    public Task Weights_of_zero_are_reported() => AnalyzerHarness.Reports(
        DeclarationRules.ZeroWeights,
        "using NetGen; [Network(Initializer = [|Initializer.Zeros|])] partial class Net { static Node Define([Shape(4)] Node x) => x.Dense(3).Dense(1); }",
        "NETGEN0025: the weights of Net start at zero, so the units of a hidden layer stay equal for ever: use another initializer, such as "
        + "Initializer.ScaledNormal");

    [Fact]
    public Task Define_is_made_static() => CodeFixHarness.Fixes<MakeStaticCodeFix>(
        Class("private Node Define([Shape(4)] Node x) => x.Dense(3);"),
        "Make Define static",
        Class("private static Node Define([Shape(4)] Node x) => x.Dense(3);"));

    [Theory]
    [InlineData("using NetGen; ", "Node")]
    [InlineData("", "NetGen.Node")]
    public Task The_return_type_becomes_node(string import, string type)
    {
        string start = $"{import}[NetGen.Network] public sealed partial class Net {{ static ";
        const string End = " Define([NetGen.Shape(4)] NetGen.Node x) => x.Dense(3); }";
        return CodeFixHarness.Fixes<ReturnNodeCodeFix>($"{start}object{End}", "Return Node", start + type + End);
    }

    [Fact]
    public Task A_local_that_nothing_uses_is_removed() => CodeFixHarness.Fixes<RemoveNodeCodeFix>(
        Class("static Node Define([Shape(4)] Node x)\n    {\n        Node a = x.Dense(3);\n        Node b = a\n            .Relu();\n"
            + "        return a;\n    }"),
        "Remove b",
        Class("static Node Define([Shape(4)] Node x)\n    {\n        Node a = x.Dense(3);\n        return a;\n    }"));

    [Fact]
    public Task A_local_on_a_shared_line_is_removed_alone() => CodeFixHarness.Fixes<RemoveNodeCodeFix>(
        Class("static Node Define([Shape(4)] Node x) { Node b = x; return x.Dense(3); }"),
        "Remove b",
        Class("static Node Define([Shape(4)] Node x) {  return x.Dense(3); }"));

    [Fact]
    public Task An_input_that_nothing_uses_is_the_users_to_use() => CodeFixHarness.OffersNothing<RemoveNodeCodeFix>(
        Class("static Node Define([Shape(4)] Node x, [Shape(2)] Node y) => x.Dense(3);"));

    [Fact]
    public Task The_loss_that_fits_is_chosen() => CodeFixHarness.Fixes<ChooseLossCodeFix>(
        "using NetGen; [Network(Loss = Loss.SquaredError)] partial class Net { static Node Define([Shape(4)] Node x) => x.Dense(3).Softmax(); }",
        "Use Loss.CrossEntropy",
        "using NetGen; [Network(Loss = Loss.CrossEntropy)] partial class Net { static Node Define([Shape(4)] Node x) => x.Dense(3).Softmax(); }");

    private static string Class(string members) => $"using NetGen;\n[Network] public sealed partial class Net\n{{\n    {members}\n}}";
}
