using Microsoft.CodeAnalysis;
using NetGen.Generator.Analyzers.Declaration;
using NetGen.Generator.Diagnostics;

namespace NetGen.Analyzers.Tests.Declaration;

/// <summary>Activations and losses that go together, NETGEN0020 to 0028, and the note on Debug builds, NETGEN0030.</summary>
public class ModelRuleTests
{
    [Theory]
    [InlineData("[Layers(4, 8, 8, 3, Hidden = [|Activation.Softmax|])]", 1, 3)]
    [InlineData("[Layers(4, 8, 8, 3)] [Layer(2, Activation = [|Activation.Softmax|])]", 2, 3)]
    [InlineData("[Layers(4, 8, 8, 3, Hidden = [|Activation.Softmax|])] [Layer(1, Activation = Activation.Tanh)]", 2, 3)]
    public Task Softmax_in_a_hidden_layer_is_reported_where_it_is_said(string attributes, int layer, int last) =>
        AnalyzerHarness.Reports(
            DeclarationRules.HiddenSoftmax,
            $"using NetGen; {attributes} partial class CatNet;",
            $"NETGEN0020: layer {layer} of CatNet is hidden, but softmax is for the output, layer {last}: use another activation, such as Activation.Relu");

    [Theory]
    [InlineData("[Layers(4, 8, 3, Output = Activation.Softmax)]")]
    [InlineData("[Layers(4, 8, 3)] [Layer(2, Activation = Activation.Softmax)]")]
    [InlineData("[Layers(4, 3, Hidden = Activation.Softmax)]")]
    [InlineData("[Layers(4, 8, 3, Hidden = Activation.Softmax)] [Layer(1, Activation = Activation.Tanh)]")]
    public Task Softmax_in_the_output_layer_is_fine(string attributes) =>
        AnalyzerHarness.IsSilent(DeclarationRules.HiddenSoftmax, $"using NetGen; {attributes} partial class CatNet;");

    [Theory]
    [InlineData("[Layers(4, 8, 1, Output = [|Activation.Softmax|])]")]
    [InlineData("[Layers(4, 8, 1)] [Layer(2, Activation = [|Activation.Softmax|])]")]
    public Task Softmax_of_one_unit_is_reported_where_it_is_said(string attributes) => AnalyzerHarness.Reports(
            DeclarationRules.SoftmaxOfOneUnit,
        $"using NetGen; {attributes} partial class CatNet;",
        "NETGEN0021: the output of CatNet, layer 2, has 1 unit, whose softmax is always 1: use Activation.Sigmoid, or at least 2 units");

    [Fact]
    public Task Softmax_of_two_units_is_fine() =>
        AnalyzerHarness.IsSilent(DeclarationRules.SoftmaxOfOneUnit, "using NetGen; [Layers(4, 8, 2, Output = Activation.Softmax)] partial class CatNet;");

    [Theory]
    [InlineData("4, 8, 1", "sigmoid", "Loss.BinaryCrossEntropy")]
    [InlineData("4, 8, 3, Output = Activation.Sigmoid", "sigmoid", "Loss.BinaryCrossEntropy or Output = Activation.Softmax")]
    [InlineData("4, 8, 3, Output = Activation.Linear", "linear", "Loss.SquaredError or Output = Activation.Softmax")]
    [InlineData("4, 8, 1, Output = Activation.LeakyRelu", "leaky ReLU", "Loss.SquaredError")]
    public Task Cross_entropy_without_softmax_is_reported_at_the_loss(string arguments, string output, string advice) =>
        AnalyzerHarness.Reports(
            DeclarationRules.CrossEntropyWithoutSoftmax,
            $"using NetGen; [Layers({arguments}, Loss = [|Loss.CrossEntropy|])] partial class CatNet;",
            $"NETGEN0022: the loss of CatNet is cross-entropy, which needs a softmax output, but its output, layer 2, is {output}: use {advice}");

    [Theory]
    [InlineData("4, 8, 3, Loss = Loss.CrossEntropy")]
    [InlineData("4, 8, 1, Loss = Loss.CrossEntropy, Output = Activation.Softmax")]
    [InlineData("4, 8, 1")]
    public Task Cross_entropy_with_softmax_is_fine(string arguments) =>
        AnalyzerHarness.IsSilent(DeclarationRules.CrossEntropyWithoutSoftmax, $"using NetGen; [Layers({arguments})] partial class CatNet;");

    [Theory]
    [InlineData("4, 8, 3", "softmax")]
    [InlineData("4, 8, 1, Output = Activation.Gelu", "GELU")]
    [InlineData("4, 8, 1, Output = Activation.GeluErf", "GELU (erf)")]
    public Task Binary_cross_entropy_without_sigmoid_is_reported_at_the_loss(string arguments, string output) =>
        AnalyzerHarness.Reports(
            DeclarationRules.BinaryCrossEntropyWithoutSigmoid,
            $"using NetGen; [Layers({arguments}, Loss = [|Loss.BinaryCrossEntropy|])] partial class CatNet;",
            "NETGEN0023: the loss of CatNet is binary cross-entropy, which needs a sigmoid output, "
            + $"but its output, layer 2, is {output}: use Output = Activation.Sigmoid or another loss");

    [Theory]
    [InlineData("4, 8, 1, Loss = Loss.BinaryCrossEntropy")]
    [InlineData("4, 8, 3, Loss = Loss.BinaryCrossEntropy, Output = Activation.Sigmoid")]
    public Task Binary_cross_entropy_with_sigmoid_is_fine(string arguments) =>
        AnalyzerHarness.IsSilent(DeclarationRules.BinaryCrossEntropyWithoutSigmoid, $"using NetGen; [Layers({arguments})] partial class CatNet;");

    [Theory]
    [InlineData("Loss.SquaredError", "squared error")]
    [InlineData("Loss.AbsoluteError", "absolute error")]
    public Task An_error_of_a_softmax_output_is_reported_at_the_loss(string loss, string name) => AnalyzerHarness.Reports(
            DeclarationRules.SoftmaxWithoutCrossEntropy,
        $"using NetGen; [Layers(4, 8, 3, Loss = [|{loss}|])] partial class CatNet;",
        $"NETGEN0024: the loss of CatNet is {name}, but its output, layer 2, is softmax, whose loss is cross-entropy: "
        + "use Loss.CrossEntropy or another output, such as Activation.Linear");

    [Theory]
    [InlineData("4, 8, 1, Loss = Loss.SquaredError")]
    [InlineData("4, 8, 3, Loss = Loss.AbsoluteError, Output = Activation.Linear")]
    public Task An_error_of_another_output_is_fine(string arguments) =>
        AnalyzerHarness.IsSilent(DeclarationRules.SoftmaxWithoutCrossEntropy, $"using NetGen; [Layers({arguments})] partial class CatNet;");

    [Fact]
    public Task Zero_weights_with_a_hidden_layer_are_warned_of() => AnalyzerHarness.Reports(
            DeclarationRules.ZeroWeights,
        "using NetGen; [Layers(4, 8, 1, Initializer = [|Initializer.Zeros|])] partial class CatNet;",
        "NETGEN0025: the weights of CatNet start at zero, so the units of a hidden layer stay equal for ever: "
        + "use another initializer, such as Initializer.ScaledNormal");

    [Theory]
    [InlineData("4, 1, Initializer = Initializer.Zeros")]
    [InlineData("4, 8, 1, Initializer = Initializer.SmallNormal")]
    public Task Zero_weights_of_a_single_layer_and_other_initializers_are_fine(string arguments) =>
        AnalyzerHarness.IsSilent(DeclarationRules.ZeroWeights, $"using NetGen; [Layers({arguments})] partial class CatNet;");

    [Fact]
    public Task A_slope_that_nothing_uses_is_warned_of() => AnalyzerHarness.Reports(
            DeclarationRules.UnusedSlope,
        "using NetGen; [Layers(4, 8, 1)] [Layer(1, Slope = [|0.1|])] partial class CatNet;",
        "NETGEN0026: the slope of layer 1 of CatNet has no effect, because its activation is ReLU: say Activation = Activation.LeakyRelu, or remove the slope");

    [Theory]
    [InlineData("[Layers(4, 8, 1)] [Layer(1, Activation = Activation.LeakyRelu, Slope = 0.1)]")]
    [InlineData("[Layers(4, 8, 1, Hidden = Activation.LeakyRelu)] [Layer(1, Slope = 0.1)]")]
    public Task A_slope_of_leaky_relu_is_fine(string attributes) =>
        AnalyzerHarness.IsSilent(DeclarationRules.UnusedSlope, $"using NetGen; {attributes} partial class CatNet;");

    [Fact]
    public async Task A_debug_build_is_mentioned_at_the_class()
    {
        var (source, spans) = AnalyzerHarness.Unmark("using NetGen; [Layers(4, 8, 1)] partial class [|CatNet|]; class Other;");
        var found = Assert.Single(await AnalyzerHarness.Run([new DeclarationAnalyzer()], source, OptimizationLevel.Debug));
        Assert.Equal(
            "NETGEN0030: this is a Debug build, so the code emitted for CatNet runs unoptimized, about ten times slower: train and measure with -c Release",
            AnalyzerHarness.Message(found));
        Assert.Equal((spans[0], DiagnosticSeverity.Info), (found.Location.SourceSpan, found.Severity));
    }

    [Fact]
    public Task A_release_build_is_not_mentioned() =>
        AnalyzerHarness.IsSilent(DeclarationRules.DebugBuild, "using NetGen; [Layers(4, 8, 1)] partial class CatNet;");

    [Theory]
    [InlineData("20", "20", "")]
    [InlineData("1", "1", "")]
    [InlineData("-0.1", "-0.1", "")]
    [InlineData("double.NaN", "NaN", "")]
    [InlineData("0.99999999999", "0.99999999999", "")]
    [InlineData("1.0", "1", ", Element = ElementType.Double")]
    public Task A_rate_of_dropout_out_of_range_is_reported_where_it_is_said(string rate, string text, string element) => AnalyzerHarness.Reports(
        DeclarationRules.InvalidDropout,
        $"using NetGen; [Layers(4, 8, 1{element})] [Layer(1, Dropout = [|{rate}|])] partial class CatNet;",
        $"NETGEN0027: the dropout of layer 1 of CatNet is {text}, but as a {(element.Length > 0 ? "double" : "float")} "
        + "it must be at least 0 and below 1: it is the share of activations that a step drops");

    [Theory]
    [InlineData("4, 8, 1", "0")]
    [InlineData("4, 8, 1", "0.999")]
    [InlineData("4, 8, 1, Element = ElementType.Double", "0.99999999999")]
    public Task A_rate_of_dropout_within_range_is_fine(string arguments, string rate) => AnalyzerHarness.IsSilent(
        DeclarationRules.InvalidDropout, $"using NetGen; [Layers({arguments})] [Layer(1, Dropout = {rate})] partial class CatNet;");

    [Fact]
    public Task Dropout_of_the_last_layer_is_reported_where_it_is_said() => AnalyzerHarness.Reports(
        DeclarationRules.DropoutOfOutput,
        "using NetGen; [Layers(4, 8, 1)] [Layer(1, Dropout = 0.2)] [Layer(2, BatchNorm = true, Dropout = [|0.2|])] partial class CatNet;",
        "NETGEN0028: layer 2 of CatNet is the output, of which dropout would drop what is compared with the labels: remove it, or give it to another layer");

    [Fact]
    public Task No_dropout_of_the_last_layer_is_fine() => AnalyzerHarness.IsSilent(
        DeclarationRules.DropoutOfOutput, "using NetGen; [Layers(4, 8, 1)] [Layer(2, BatchNorm = true, Dropout = 0)] partial class CatNet;");
}
