using NetGen.Generator.Diagnostics;

namespace NetGen.Analyzers.Tests.Declaration;

/// <summary>Sizes and layers: NETGEN0004, 0005, 0006, 0008, 0009, 0010 and 0012.</summary>
public class SizeRuleTests
{
    [Theory]
    [InlineData("Layers", "no sizes")]
    [InlineData("Layers()", "no sizes")]
    [InlineData("Layers(null)", "no sizes")]
    [InlineData("Layers(new int[0])", "no sizes")]
    [InlineData("Layers(4)", "one size")]
    [InlineData("NetGen.LayersAttribute(4, Hidden = Activation.Tanh)", "one size")]
    public Task Fewer_than_two_sizes_are_reported(string attribute, string found) => AnalyzerHarness.Reports(
            DeclarationRules.TooFewSizes,
        $"using NetGen; [[|{attribute}|]] partial class CatNet;",
        $"NETGEN0004: CatNet declares {found}, but a network has at least two: the number of inputs, then the units of each layer, as in Layers(4, 1)");

    [Theory]
    [InlineData("4, 1")]
    [InlineData("new[] { 4, 1 }")]
    [InlineData("4, x")]
    public Task Two_sizes_and_sizes_that_the_compiler_refuses_are_fine(string sizes) =>
        AnalyzerHarness.IsSilent(DeclarationRules.TooFewSizes, $"using NetGen; [Layers({sizes})] partial class CatNet;");

    [Theory]
    [InlineData("[|0|], 8, 1", "0 inputs")]
    [InlineData("4, [|0|], 1", "0 units in layer 1")]
    [InlineData("4, 8, [|-3|]", "-3 units in layer 2")]
    [InlineData("4, [|None|], 1", "0 units in layer 1")]
    [InlineData("new[] { 4, 8, [|2 - 2|] }", "0 units in layer 2")]
    [InlineData("new int[3] { 4, [|int.MinValue|], 1 }, Hidden = Activation.Tanh", "-2147483648 units in layer 1")]
    [InlineData("sizes: new int[] { [|-1|], 1 }", "-1 inputs")]
    public Task A_size_below_one_is_reported_at_the_size(string sizes, string found) => AnalyzerHarness.Reports(
            DeclarationRules.SizeBelowOne,
        $"using NetGen; [Layers({sizes})] partial class CatNet {{ const int None = 0; }}",
        $"NETGEN0005: CatNet declares {found}, but every size must be at least 1");

    [Fact]
    public Task Each_size_below_one_is_reported() => AnalyzerHarness.Reports(
            DeclarationRules.SizeBelowOne,
        "using NetGen; [Layers([|0|], 8, [|-1|])] partial class CatNet;",
        "NETGEN0005: CatNet declares 0 inputs, but every size must be at least 1",
        "NETGEN0005: CatNet declares -1 units in layer 2, but every size must be at least 1");

    [Fact]
    public Task Sizes_of_one_are_fine() => AnalyzerHarness.IsSilent(DeclarationRules.SizeBelowOne, "using NetGen; [Layers(1, 1, 1)] partial class CatNet;");

    [Theory]
    [InlineData("65536, [|65536|], 1", "1, W1 of 65536x65536", "4295032832")]
    [InlineData("1, 40000, [|60000|], 1", "2, W2 of 60000x40000", "2400140000")]
    [InlineData("2147483647, [|2147483647|]", "1, W1 of 2147483647x2147483647", "4611686016279904256")]
    [InlineData("2147483647, [|1|]", "1, W1 of 1x2147483647", "2147483648")]
    [InlineData("2147483527, [|1|]", "1, W1 of 1x2147483527", "2147483528")]
    public Task More_parameters_than_an_array_holds_are_reported_at_the_layer_that_is_too_much(string sizes, string layer, string total) =>
        AnalyzerHarness.Reports(
            DeclarationRules.TooManyParameters,
            $"using NetGen; [Layers({sizes})] partial class CatNet;",
            $"NETGEN0006: with layer {layer}, CatNet has {total} parameters, but an array holds at most 2147483527: make the layers smaller");

    [Fact]
    public Task As_many_parameters_as_an_array_holds_are_fine() =>
        AnalyzerHarness.IsSilent(DeclarationRules.TooManyParameters, "using NetGen; [Layers(2147483526, 1)] partial class CatNet;");

    [Theory]
    [InlineData("4, 8, 1", "[|3|]", "CatNet has no layer 3: its layers are 1 to 2")]
    [InlineData("4, 8, 1", "[|0|]", "CatNet has no layer 0: its layers are 1 to 2")]
    [InlineData("4, 8, 1", "layer: [|-1|]", "CatNet has no layer -1: its layers are 1 to 2")]
    [InlineData("4, 1", "[|2|], Activation = Activation.Tanh", "CatNet has no layer 2: its only layer is 1")]
    public Task A_layer_that_is_not_there_is_reported_at_its_number(string sizes, string layer, string message) => AnalyzerHarness.Reports(
            DeclarationRules.NoSuchLayer,
        $"using NetGen; [Layers({sizes})] [Layer({layer})] partial class CatNet;", $"NETGEN0008: {message}");

    [Theory]
    [InlineData("4, 8, 1", "1")]
    [InlineData("4, 8, 1", "2")]
    [InlineData("4", "7")]
    [InlineData("4, x", "7")]
    public Task Layers_that_are_there_or_cannot_be_counted_are_fine(string sizes, string layer) =>
        AnalyzerHarness.IsSilent(DeclarationRules.NoSuchLayer, $"using NetGen; [Layers({sizes})] [Layer({layer})] partial class CatNet;");

    [Fact]
    public Task A_layer_described_twice_is_reported_at_the_second_number() => AnalyzerHarness.Reports(
            DeclarationRules.LayerDescribedTwice,
        "using NetGen; [Layers(4, 8, 1)] [Layer(1, Activation = Activation.Tanh)] [Layer(2)] partial class CatNet { } "
        + "[Layer([|1|], Slope = 1)] partial class CatNet { }",
        "NETGEN0009: layer 1 of CatNet is described twice: say everything about it in one Layer attribute");

    [Fact]
    public Task Each_layer_described_once_is_fine() =>
        AnalyzerHarness.IsSilent(DeclarationRules.LayerDescribedTwice, "using NetGen; [Layers(4, 8, 1)] [Layer(1)] [Layer(2)] partial class CatNet;");

    [Theory]
    [InlineData("Hidden = [|(Activation)42|]", "Hidden is 42, which is no value of Activation")]
    [InlineData("Output = [|(Activation)(-1)|]", "Output is -1, which is no value of Activation")]
    public Task An_undefined_activation_is_reported_at_the_value(string argument, string start) => AnalyzerHarness.Reports(
            DeclarationRules.UndefinedValue,
        $"using NetGen; [Layers(4, 8, 1, {argument})] partial class CatNet;",
        $"NETGEN0010: {start}: use one of Linear, Sigmoid, Tanh, Relu, LeakyRelu, Softmax, Gelu, Silu, Elu, Softplus, GeluErf, Exponential");

    [Theory]
    [InlineData(
        "Loss = [|(Loss)9|]",
        "Loss is 9, which is no value of Loss: use one of BinaryCrossEntropy, CrossEntropy, SquaredError, AbsoluteError, Huber, Hinge, Poisson, Quantile, "
            + "Focal")]
    [InlineData("Element = [|(ElementType)2|]", "Element is 2, which is no value of ElementType: use one of Float, Double")]
    [InlineData(
        "Initializer = [|(Initializer)9|]",
        "Initializer is 9, which is no value of Initializer: use one of ScaledNormal, SmallNormal, Zeros, He, GlorotUniform")]
    public Task Other_undefined_values_are_reported_at_the_value(string argument, string message) => AnalyzerHarness.Reports(
            DeclarationRules.UndefinedValue,
        $"using NetGen; [Layers(4, 8, 1, {argument})] partial class CatNet;", $"NETGEN0010: {message}");

    [Fact]
    public Task An_undefined_activation_of_a_layer_is_reported() => AnalyzerHarness.Reports(
            DeclarationRules.UndefinedValue,
        "using NetGen; [Layers(4, 8, 1)] [Layer(2)] [Layer(1, Activation = [|(Activation)42|])] partial class CatNet;",
        "NETGEN0010: Activation is 42, which is no value of Activation: "
        + "use one of Linear, Sigmoid, Tanh, Relu, LeakyRelu, Softmax, Gelu, Silu, Elu, Softplus, GeluErf, Exponential");

    [Fact]
    public Task A_cast_to_a_defined_value_is_fine() =>
        AnalyzerHarness.IsSilent(DeclarationRules.UndefinedValue, "using NetGen; [Layers(4, 8, 1, Hidden = (Activation)2)] partial class CatNet;");

    [Theory]
    [InlineData("[|-0.5|]", "-0.5", "float")]
    [InlineData("[|double.NaN|]", "NaN", "float")]
    [InlineData("[|double.PositiveInfinity|]", "Infinity", "float")]
    [InlineData("[|1e300|]", "1E+300", "float")]
    [InlineData("[|double.NegativeInfinity|]", "-Infinity", "double")]
    public Task A_slope_that_is_not_finite_or_negative_is_reported_at_the_value(string slope, string text, string element) =>
        AnalyzerHarness.Reports(
            DeclarationRules.InvalidSlope,
            $"using NetGen; [Layers(4, 8, 1, Element = ElementType.{char.ToUpperInvariant(element[0])}{element[1..]})] "
            + $"[Layer(1, Activation = Activation.LeakyRelu, Slope = {slope})] partial class CatNet;",
            $"NETGEN0012: the slope of layer 1 of CatNet is {text}, but as a {element} it must be finite and not negative");

    [Theory]
    [InlineData("0", "Float")]
    [InlineData("2", "Float")]
    [InlineData("1e300", "Double")]
    public Task Finite_slopes_are_fine(string slope, string element) => AnalyzerHarness.IsSilent(
            DeclarationRules.InvalidSlope,
        $"using NetGen; [Layers(4, 8, 1, Element = ElementType.{element})] "
        + $"[Layer(1, Activation = Activation.LeakyRelu, Slope = {slope})] partial class CatNet;");
}
