using NetGen.Generator.Layers.Dense;

namespace NetGen.Generator.Tests;

/// <summary>Everything that can be inferred is; everything inferred can be said.</summary>
public class InferenceTests
{
    [Fact]
    public void Sizes_become_layers()
    {
        var spec = Spec("12288, 20, 7, 5, 1");
        Assert.Equal([(1, 12288, 20), (2, 20, 7), (3, 7, 5), (4, 5, 1)], spec.DenseLayers().Select(static layer => (layer.Number, layer.Inputs, layer.Units)));
    }

    [Fact]
    public void Hidden_layers_are_relu_unless_said() => Assert.Equal([Activation.Relu, Activation.Relu, Activation.Sigmoid], Activations("4, 8, 8, 1"));

    [Fact]
    public void Hidden_is_the_activation_of_every_hidden_layer_and_of_no_other() =>
        Assert.Equal([Activation.Tanh, Activation.Tanh, Activation.Softmax], Activations("4, 8, 8, 3, Hidden = Activation.Tanh"));

    [Theory]
    [InlineData("4, 1", Activation.Sigmoid)]
    [InlineData("4, 2", Activation.Softmax)]
    [InlineData("4, 8, 1, Output = Activation.Linear", Activation.Linear)]
    [InlineData("4, 8, 3, Output = Activation.Sigmoid", Activation.Sigmoid)]
    public void One_output_unit_is_sigmoid_and_several_are_softmax_unless_said(string arguments, Activation expected) =>
        Assert.Equal(expected, Activations(arguments)[^1]);

    [Theory]
    [InlineData(Activation.Sigmoid, Loss.BinaryCrossEntropy)]
    [InlineData(Activation.Softmax, Loss.CrossEntropy)]
    [InlineData(Activation.Linear, Loss.SquaredError)]
    [InlineData(Activation.Relu, Loss.SquaredError)]
    [InlineData(Activation.LeakyRelu, Loss.SquaredError)]
    [InlineData(Activation.Tanh, Loss.SquaredError)]
    [InlineData(Activation.Gelu, Loss.SquaredError)]
    [InlineData(Activation.GeluErf, Loss.SquaredError)]
    [InlineData(Activation.Silu, Loss.SquaredError)]
    [InlineData(Activation.Elu, Loss.SquaredError)]
    [InlineData(Activation.Softplus, Loss.SquaredError)]
    [InlineData(Activation.Exponential, Loss.Poisson)]
    public void The_loss_follows_the_output_unless_said(Activation output, Loss expected) =>
        Assert.Equal(expected, Spec($"4, 8, 3, Output = Activation.{output}").Loss.Kind);

    [Theory]
    [InlineData("4, 8, 1", Loss.SquaredError)]
    [InlineData("4, 8, 3, Output = Activation.Linear", Loss.AbsoluteError)]
    [InlineData("4, 8, 3, Output = Activation.Sigmoid", Loss.SquaredError)]
    [InlineData("4, 8, 1, Output = Activation.Tanh", Loss.Huber)]
    [InlineData("4, 8, 3, Output = Activation.Linear", Loss.Quantile)]
    [InlineData("4, 8, 3, Output = Activation.Sigmoid", Loss.Focal)]
    public void A_loss_that_is_said_is_taken(string arguments, Loss loss) => Assert.Equal(loss, Spec($"{arguments}, Loss = Loss.{loss}").Loss.Kind);

    [Theory]
    [InlineData("4, 8, 1, Loss = Loss.Hinge", Activation.Linear)]
    [InlineData("4, 8, 3, Loss = Loss.Hinge", Activation.Linear)]
    [InlineData("4, 8, 3, Loss = Loss.Poisson", Activation.Exponential)]
    [InlineData("4, 8, 1, Loss = Loss.Focal", Activation.Sigmoid)]
    [InlineData("4, 8, 3, Loss = Loss.Focal", Activation.Softmax)]
    [InlineData("4, 8, 1, Loss = Loss.Huber", Activation.Sigmoid)]
    public void The_output_follows_a_loss_that_only_one_fits_unless_said(string arguments, Activation expected) =>
        Assert.Equal(expected, Activations(arguments)[^1]);

    [Theory]
    [InlineData("Output = Activation.Linear, Loss = Loss.Huber", 1.0, 0.0)]
    [InlineData("Output = Activation.Linear, Loss = Loss.Huber, Delta = 2.5", 2.5, 0.0)]
    [InlineData("Output = Activation.Linear, Loss = Loss.Quantile", 0.5, 0.0)]
    [InlineData("Output = Activation.Linear, Quantile = 0.9, Loss = Loss.Quantile", 0.9, 0.0)]
    [InlineData("Loss = Loss.Focal", 2.0, 0.0)]
    [InlineData("Loss = Loss.Focal, Gamma = 0, LabelSmoothing = 0.1", 0.0, 0.1)]
    [InlineData("LabelSmoothing = 0.25", 0.0, 0.25)]
    [InlineData("Output = Activation.Sigmoid, LabelSmoothing = 0.25", 0.0, 0.25)]
    [InlineData("Loss = Loss.Hinge", 0.0, 0.0)]
    public void The_numbers_of_a_loss_have_defaults_and_are_taken_as_said(string arguments, double parameter, double smoothing)
    {
        LossSpec loss = Spec($"4, 8, 3, {arguments}").Loss;
        Assert.Equal((parameter, smoothing), (loss.Parameter, loss.LabelSmoothing));
    }

    [Fact]
    public void A_described_network_has_the_numbers_of_its_loss()
    {
        var result = GeneratorHarness.Parse("""
            [Network(Loss = Loss.Focal, Gamma = 1.5, LabelSmoothing = 0.1)]
            partial class Net { static Node Define([Shape(4)] Node x) => x.Dense(3).Softmax(); }
            """);
        Assert.Empty(result.Problems);
        Assert.Equal(new LossSpec(Loss.Focal, Activation.Softmax, 1.5, 0.1), result.Spec!.Loss);
    }

    [Fact]
    public void Initializer_and_element_have_defaults()
    {
        var spec = Spec("4, 1");
        Assert.Equal((Initializer.ScaledNormal, ElementType.Float), (spec.Initializer, spec.Element));
    }

    [Fact]
    public void Initializer_and_element_are_taken_as_said()
    {
        var spec = Spec("4, 1, Initializer = Initializer.He, Element = ElementType.Double");
        Assert.Equal((Initializer.He, ElementType.Double), (spec.Initializer, spec.Element));
    }

    [Fact]
    public void A_layer_attribute_overrides_hidden_and_output()
    {
        var spec = Spec(
            "4, 8, 8, 3, Hidden = Activation.Tanh, Output = Activation.Linear",
            "[Layer(2, Activation = Activation.LeakyRelu, Slope = 0.25)] [Layer(3, Activation = Activation.Softmax)]");
        Assert.Equal([Activation.Tanh, Activation.LeakyRelu, Activation.Softmax], spec.DenseLayers().Select(static layer => layer.Activation));
        Assert.Equal([0.01, 0.25, 0.01], spec.DenseLayers().Select(static layer => layer.Slope));
        Assert.Equal(LossSpec.Of(Loss.CrossEntropy, Activation.Softmax), spec.Loss);
    }

    [Fact]
    public void The_slope_is_a_hundredth_unless_said() => Assert.Equal(0.01, Spec("4, 8, 1, Hidden = Activation.LeakyRelu").DenseLayers().First().Slope);

    [Theory]
    [InlineData("new[] { 4, 8, 1 }")]
    [InlineData("new int[] { 4, 8, 1 }")]
    [InlineData("sizes: new int[3] { 4, 8, 1 }")]
    [InlineData("2 * 2, (int)Math.Tau + 2, true ? 1 : 0")]
    public void Sizes_may_be_an_array_and_any_constant_expression(string arguments) =>
        Assert.Equal(
            [4, 8, 1],
            Spec(arguments.Replace("Math", "System.Math", StringComparison.Ordinal)).DenseLayers().Select(static layer => layer.Units).Prepend(4));

    [Fact]
    public void The_largest_network_that_an_array_can_hold_is_accepted() =>
        Assert.Empty(GeneratorHarness.Parse("[Layers(2147483526, 1)] partial class Net;").Problems);

    private static Model.NetworkSpec Spec(string arguments, string layers = "")
    {
        var result = GeneratorHarness.Parse($"[Layers({arguments})] {layers} partial class Net;");
        Assert.Empty(result.Problems);
        Assert.NotNull(result.Spec);
        return result.Spec;
    }

    private static IReadOnlyList<Activation> Activations(string arguments) => [.. Spec(arguments).DenseLayers().Select(static layer => layer.Activation)];
}
