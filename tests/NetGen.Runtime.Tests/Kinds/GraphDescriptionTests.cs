namespace NetGen.Runtime.Tests.Kinds;

/// <summary>What graphs of layers say of themselves, and which are refused.</summary>
public sealed class GraphDescriptionTests
{
    private static readonly DenseDescription Layer = new(2, 3, Activation.Relu);

    [Fact]
    public void Sizes_names_and_places_follow_from_the_layers()
    {
        NetworkDescription network = EveryKindNet<float>.Description;
        Assert.Equal((5, 3, 185), (network.InputSize, network.OutputSize, network.ParameterCount));
        Assert.Equal(
            [
                "scaled.mean", "scaled.scale", "country.W", "stem.W", "norm.gamma", "norm.beta", "norm.mean", "norm.variance",
                "W11", "b11", "gamma13", "beta13", "gamma14", "beta14", "mean14", "variance14", "W15", "b15",
            ],
            network.Parameters.Select(static parameter => parameter.Name));
        Assert.Equal(
            ["scaled.mean", "scaled.scale", "norm.mean", "norm.variance", "gamma14", "beta14", "mean14", "variance14"],
            network.Parameters.Where(static parameter => !parameter.IsTrainable).Select(static parameter => parameter.Name));
        Assert.Equal(new TensorShape(4, 2), network.Parameters[2].Shape);
        Assert.Equal(network.ParameterCount, network.Parameters[^1].Offset + network.Parameters[^1].Count);
    }

    [Fact]
    public void The_input_is_as_wide_as_the_first_layer_takes_it_however_often()
    {
        NetworkDescription network = Net(new ConcatDescription([2, 2]) { Sources = [0, 0] }, new DenseDescription(4, 1, Activation.Linear));
        Assert.Equal(2, network.InputSize);
    }

    [Fact]
    public void A_layer_that_is_named_by_a_number_has_parameters_of_that_number() =>
        Assert.Equal(["W7", "b7"], Net(Layer with { Name = "7" }).Parameters.Select(static parameter => parameter.Name));

    [Fact]
    public void Layers_are_equal_when_they_say_the_same()
    {
        Assert.Equal(new SumDescription(2) { Sources = [1, 2] }, new SumDescription(2) { Sources = [1, 2] });
        Assert.NotEqual(new SumDescription(2) { Sources = [1, 2] }, new SumDescription(2) { Sources = [2, 1] });
        Assert.Equal(new ConcatDescription([1, 2]), new ConcatDescription([1, 2]));
        Assert.Equal(new ConcatDescription([1, 2]).GetHashCode(), new ConcatDescription([1, 2]).GetHashCode());
        Assert.NotEqual(new ConcatDescription([1, 2]), new ConcatDescription([2, 1]));
        Assert.NotEqual(Layer, Layer with { IsFrozen = true });
        Assert.NotEqual(Layer, Layer with { Name = "stem" });
        Assert.NotEqual<LayerDescription>(new SumDescription(2), new BatchNormDescription(2));
        Assert.Equal(
            "SumDescription { InputShape = 2, OutputShape = 2, Name = a, Sources = 1, 2, IsFrozen = True, Units = 2, Activation = Linear, Slope = 0.01 }",
            new SumDescription(2) { Sources = [1, 2], Name = "a", IsFrozen = true }.ToString());
    }

    public static TheoryData<string, LayerDescription[]> Misfits => new()
    {
        { "Layer 2 takes layer 2, but the sources of a layer come before it: 0, the input, to 1.", [Layer, new SumDescription(3) { Sources = [1, 2] }] },
        {
            "Layer 2 takes 3 inputs, but the input, as layer 1 takes it, has 2 values: both must be equal.",
            [Layer, new SumDescription(3) { Sources = [1, 0] }]
        },
        { "Layer 2 has 1 source, but a concat layer of its sizes takes 2.", [Layer, new ConcatDescription([3, 3])] },
        { "Layer 2 has 2 sources, but a dropout layer of its sizes takes 1.", [Layer, new DropoutDescription(3, 0.5) { Sources = [1, 1] }] },
        { "Layer 1 is taken by no other layer, but only the last one, 2, is the output: leave it out, or take it.", [Layer, Layer with { Sources = [0] }] },
        { "Layer 2 takes columns of the input, but its source is layer 1: it must be 0, the input.", [Layer, new ColumnsDescription(3, 0, 1)] },
        {
            "Layer 2 takes a class index, a column of the input, but layer 1 computes what it gives.",
            [new DenseDescription(2, 1, Activation.Linear), new EmbedDescription(3, 2)]
        },
        {
            "Layer 2 takes a class index, a column of the input, but layer 1 computes what it gives.",
            [new DenseDescription(2, 1, Activation.Linear), new OneHotDescription(3)]
        },
        { "Layer 2 standardizes columns of the input, but layer 1 computes what it gives.", [Layer, new StandardizeDescription(3)] },
        { "Layer 1 takes 5 for unknown, but its categories are 0 to 1.", [new OneHotDescription(7) { Unknown = 5 } with { Categories = 2 }] },
        { "Layer 1 takes 2 columns from 3 on, but the input has 3.", [new ColumnsDescription(5, 3, 2) with { Inputs = 3 }] },
        { "Layers 1 and 2 are both named a: each needs a name of its own.", [Layer with { Name = "a" }, new DropoutDescription(3, 0.1) { Name = "a" }] },
        {
            "Layers 1 and 2 both have W2: each needs a name of its own.",
            [Layer with { Name = "2" }, new DenseDescription(3, 1, Activation.Linear)]
        },
    };

    [Fact]
    public void A_layer_shares_its_number_with_its_normalization() => Assert.Equal(
        ["W1", "b1", "gamma1", "beta1", "mean1", "variance1", "W2", "b2", "gamma2", "beta2", "mean2", "variance2"],
        Net(
            Layer,
            new BatchNormDescription(3, Activation.Relu) { Name = "1" },
            new DenseDescription(3, 2, Activation.Linear) { Name = "2" },
            new BatchNormDescription(2) { Name = "2" }).Parameters.Select(static parameter => parameter.Name));

    [Theory]
    [MemberData(nameof(Misfits))]
    public void Layers_that_do_not_fit_are_refused(string message, LayerDescription[] layers) =>
        Assert.Equal($"{message} (Parameter 'Layers')", Assert.Throws<ArgumentException>("Layers", () => Net(layers)).Message);

    public static TheoryData<string, string, Func<LayerDescription>> Wrong => new()
    {
        { "Units", "Units is 0, but a layer has at least 1.", static () => new DropoutDescription(0, 0.5) },
        { "Rate", "Rate is 1, but must be at least 0 and below 1, where nothing would be left.", static () => new DropoutDescription(1, 1) },
        { "Rate", "Rate is NaN, but must be at least 0 and below 1, where nothing would be left.", static () => new DropoutDescription(1, double.NaN) },
        { "Units", "Units is 0, but a layer has at least 1.", static () => new BatchNormDescription(0) },
        { "Momentum", "Momentum is 1.5, but must lie between 0 and 1.", static () => new BatchNormDescription(1) { Momentum = 1.5 } },
        { "Epsilon", "Epsilon is 0, but must be a finite number above 0.", static () => new BatchNormDescription(1) { Epsilon = 0 } },
        { "Epsilon", "Epsilon is NaN, but must be a finite number above 0.", static () => new LayerNormDescription(1) { Epsilon = double.NaN } },
        { "Slope", "Slope is -1, but must be finite and not negative.", static () => new LayerNormDescription(1, Activation.LeakyRelu, -1) },
        { "Units", "Units is -1, but a layer has at least 1.", static () => new SumDescription(-1) },
        { "Sizes", "Sizes is empty, but there is at least one source.", static () => new ConcatDescription([]) },
        { "Sizes", "Sizes is 0, but a layer has at least 1.", static () => new ConcatDescription([1, 0]) },
        {
            "Sizes", "The sum of Sizes is 4294967294, but a layer has at most 2147483647 units.",
            static () => new ConcatDescription([int.MaxValue, int.MaxValue])
        },
        { "First", "First is -1, but the first is 0.", static () => new ColumnsDescription(3, -1, 1) },
        { "Count", "Count is 3, but of 3 inputs 2 are left from 1 on.", static () => new ColumnsDescription(3, 1, 3) },
        { "Categories", "Categories is 0, but a layer has at least 1.", static () => new EmbedDescription(0, 1) },
        { "Dimensions", "Dimensions is 0, but a layer has at least 1.", static () => new EmbedDescription(1, 0) },
        { "Unknown", "Unknown is 3, but must be one of the categories, 0 to 2.", static () => new EmbedDescription(3, 1) { Unknown = 3 } },
        { "Unknown", "Unknown is -1, but must be one of the categories, 0 to 2.", static () => new OneHotDescription(3) { Unknown = -1 } },
        { "Units", "Units is 0, but a layer has at least 1.", static () => new StandardizeDescription(0) },
        { "Name", "Name is 'a b', but a layer is named by letters, digits and underscores.", static () => Layer with { Name = "a b" } },
        { "Name", "Name is '', but a layer is named by letters, digits and underscores.", static () => Layer with { Name = "" } },
        { "Sources", "Sources is -1, but the first is 0.", static () => Layer with { Sources = [-1] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Numbers_that_no_layer_has_are_refused(string parameter, string message, Func<LayerDescription> make) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(make).Message + parameter, StringComparison.Ordinal);

    [Fact]
    public void Initial_parameters_are_drawn_and_statistics_start_where_they_change_nothing()
    {
        NetworkDescription network = EveryKindNet<double>.Description;
        double[] parameters = new double[network.ParameterCount];
        ParameterInitializer.Fill<double>(network, parameters, 5);
        foreach (ParameterDescription parameter in network.Parameters)
        {
            double[] values = parameters[parameter.Offset..(parameter.Offset + parameter.Count)];
            switch (parameter.Name.TrimEnd('1', '2', '3', '4', '5').Split('.')[^1])
            {
                case "W":
                    Assert.Equal(values.Length, values.Distinct().Count());
                    break;
                case "gamma" or "variance" or "scale":
                    Assert.All(values, static value => Assert.Equal(1.0, value));
                    break;
                default:
                    Assert.All(values, static value => Assert.Equal(0.0, value));
                    break;
            }
        }
    }

    private static NetworkDescription Net(params LayerDescription[] layers) => new("Net", [.. layers], Loss.SquaredError, Initializer.He);
}
