namespace NetGen.Runtime.Tests.Training;

/// <summary>Descriptions may be written by hand; what no declaration could say is refused.</summary>
public class DescriptionTests
{
    private static readonly DenseDescription Layer = new(2, 3, Activation.Relu);

    [Theory]
    [InlineData(0, 3, "Inputs", "Inputs is 0, but a layer has at least 1.")]
    [InlineData(-2, 3, "Inputs", "Inputs is -2, but a layer has at least 1.")]
    [InlineData(2, 0, "Units", "Units is 0, but a layer has at least 1.")]
    [InlineData(2, int.MinValue, "Units", "Units is -2147483648, but a layer has at least 1.")]
    public void A_layer_of_no_inputs_or_units_is_refused(int inputs, int units, string parameter, string message)
    {
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(parameter, () => new DenseDescription(inputs, units, Activation.Relu)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => parameter == "Inputs" ? Layer with { Inputs = inputs } : Layer with { Units = units });
    }

    [Fact]
    public void Activations_slopes_losses_and_initializers_that_do_not_exist_are_refused()
    {
        Assert.StartsWith(
            "Activation is 99, but must be one of Linear, Sigmoid, ",
            Assert.Throws<ArgumentOutOfRangeException>("Activation", () => new DenseDescription(1, 1, (Activation)99)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("Activation", () => Layer with { Activation = (Activation)(-1) });
        foreach (double slope in new[] { -0.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            Assert.Throws<ArgumentOutOfRangeException>("Slope", () => new DenseDescription(1, 1, Activation.LeakyRelu, slope));
            Assert.Throws<ArgumentOutOfRangeException>("Slope", () => Layer with { Slope = slope });
        }

        Assert.Throws<ArgumentOutOfRangeException>("Loss", () => new NetworkDescription("Net", [Layer], (Loss)9, Initializer.He));
        Assert.Throws<ArgumentOutOfRangeException>("Initializer", () => new NetworkDescription("Net", [Layer], Loss.SquaredError, (Initializer)5));
        Assert.Throws<ArgumentOutOfRangeException>("Loss", () => Net(Layer) with { Loss = (Loss)(-1) });
        Assert.Throws<ArgumentOutOfRangeException>("Initializer", () => Net(Layer) with { Initializer = (Initializer)(-1) });
    }

    [Theory]
    [InlineData(0.0, 1.0, -1.0, 1.0)]
    [InlineData(-1.0, 0.0, double.PositiveInfinity, -0.1)]
    [InlineData(double.PositiveInfinity, 1.5, double.NegativeInfinity, 2.0)]
    [InlineData(double.NaN, double.NaN, double.NaN, double.NaN)]
    public void Numbers_of_a_loss_out_of_their_range_are_refused(double delta, double quantile, double gamma, double smoothing)
    {
        NetworkDescription network = Net(Layer);
        Assert.StartsWith(
            FormattableString.Invariant($"Delta is {delta}, but must be finite and positive."),
            Assert.Throws<ArgumentOutOfRangeException>("Delta", () => network with { Delta = delta }).Message);
        Assert.StartsWith(
            FormattableString.Invariant($"Quantile is {quantile}, but must be above 0 and below 1."),
            Assert.Throws<ArgumentOutOfRangeException>("Quantile", () => network with { Quantile = quantile }).Message);
        Assert.StartsWith(
            FormattableString.Invariant($"Gamma is {gamma}, but must be finite and not negative."),
            Assert.Throws<ArgumentOutOfRangeException>("Gamma", () => network with { Gamma = gamma }).Message);
        Assert.StartsWith(
            FormattableString.Invariant($"LabelSmoothing is {smoothing}, but must be at least 0 and below 1."),
            Assert.Throws<ArgumentOutOfRangeException>("LabelSmoothing", () => network with { LabelSmoothing = smoothing }).Message);
        Assert.Equal((1.0, 0.5, 2.0, 0.0), (network.Delta, network.Quantile, network.Gamma, network.LabelSmoothing));
    }

    [Fact]
    public void A_network_without_layers_a_name_or_with_null_for_a_layer_is_refused()
    {
        Assert.StartsWith("Layers is empty, but a network has at least one layer.", Assert.Throws<ArgumentException>("Layers", () => Net()).Message);
        Assert.Throws<ArgumentException>("Layers", () => new NetworkDescription("Net", default, Loss.SquaredError, Initializer.He));
        Assert.Throws<ArgumentException>("Layers", () => Net(Layer) with { Layers = [] });
        Assert.StartsWith("Layer 2 is null.", Assert.Throws<ArgumentException>("Layers", () => Net(Layer, null!)).Message);
        Assert.Throws<ArgumentNullException>("Name", () => new NetworkDescription(null!, [Layer], Loss.SquaredError, Initializer.He));
        Assert.Throws<ArgumentException>("Name", () => new NetworkDescription(" ", [Layer], Loss.SquaredError, Initializer.He));
    }

    [Fact]
    public void Layers_that_do_not_chain_are_refused_with_both_numbers() => Assert.StartsWith(
        "Layer 2 takes 4 inputs, but layer 1 has 3 units: both must be equal.",
        Assert.Throws<ArgumentException>("Layers", () => Net(Layer, new DenseDescription(4, 1, Activation.Linear))).Message);

    [Fact]
    public void More_parameters_than_an_array_holds_are_refused() => Assert.StartsWith(
        "With layer 1, 100000x100000, the network has 10000100000 parameters, but an array holds at most 2147483591.",
        Assert.Throws<ArgumentException>("Layers", () => Net(new DenseDescription(100000, 100000, Activation.Linear))).Message);

    [Fact]
    public void A_description_keeps_what_it_was_given()
    {
        NetworkDescription network = Net(Layer, new DenseDescription(3, 1, Activation.LeakyRelu, 0.2));
        Assert.Equal(("Net", 2, 1, 13), (network.Name, network.InputSize, network.OutputSize, network.ParameterCount));
        Assert.Equal(
            (3, 1, Activation.LeakyRelu, 0.2),
            (network.DenseLayers[1].Inputs, network.DenseLayers[1].Units, network.DenseLayers[1].Activation, network.DenseLayers[1].Slope));
        Assert.Equal(new DenseDescription(2, 3, Activation.Relu), Layer);
        Assert.Equal(
            (Loss.AbsoluteError, network.Layers),
            ((network with { Loss = Loss.AbsoluteError }).Loss, (network with { Loss = Loss.AbsoluteError }).Layers));
    }

    private static NetworkDescription Net(params DenseDescription[] layers) => new("Net", [.. layers], Loss.SquaredError, Initializer.He);
}
