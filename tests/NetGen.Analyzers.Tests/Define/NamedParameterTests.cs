namespace NetGen.Analyzers.Tests.Define;

/// <summary>Members that declare the weights and biases of layers by name: what fires, with its message and place, and the near misses.</summary>
public sealed class NamedParameterTests
{
    private const string Stem = "[Weights(\"stem\")] float[,] w = new float[4, 6]; [Bias(\"stem\")] float[] b = new float[4];";

    [Theory]
    [InlineData("[Weights(\"stem\")] float[,] w = [|new float[6, 4]|]; [Bias(\"stem\")] float[] b = new float[4];", "w is 6x4", "stem.W must be 4x6")]
    [InlineData(
        "[Weights(\"stem\")] float[] w = [|new float[25]|]; [Bias(\"stem\")] float[] b = new float[4];",
        "w holds 25 values", "stem.W must be 4x6, which is 24 values")]
    [InlineData(
        "[Weights(\"stem\")] float[][] w = [new float[6], [|new float[5]|], new float[6], new float[6]]; [Bias(\"stem\")] float[] b = new float[4];",
        "row 1 of w holds 5 values", "each row of stem.W must hold 6 values")]
    [InlineData(
        "[Weights(\"stem\"), [|Shape(4, 5)|]] float[,] w = null!; [Bias(\"stem\")] float[] b = new float[4];",
        "w is stated as 4x5", "stem.W must be 4x6")]
    public Task Weights_have_the_sizes_of_the_layer_of_the_name(string members, string has, string must) =>
        Reports(members, $"0101: {has}, but layer stem of Digit maps 6 inputs to 4 units: {must}");

    [Theory]
    [InlineData("[Weights(\"place\")] static float[,] Place() => [|new float[3, 12]|];", "Place is 3x12", "place.W must be 12x3")]
    [InlineData("[Weights(\"place\")] float[] place1 = [|new float[12]|];", "place1 holds 12 values", "place.W must be 12x3, which is 36 values")]
    public Task Weights_of_an_embedding_have_a_row_for_each_class(string member, string has, string must) =>
        Reports(member, $"0101: {has}, but layer place of Digit maps 12 classes to 3 units: {must}");

    [Fact]
    public Task A_bias_has_a_value_for_each_unit() => Reports(
        "[Weights(\"stem\")] float[,] w = new float[4, 6]; [Bias(\"stem\")] float[] b = [|new float[6]|];",
        "0102: b holds 6 values, but layer stem of Digit has 4 units: stem.b must hold 4 values");

    [Fact]
    public Task Weights_are_a_matrix() => Reports(
        "[Weights(\"place\")] [|float[,,]|] table = null!;",
        "0103: table is a three-dimensional array of float, but layer place of Digit has 12 classes and 3 units: "
            + "place.W must be a 12x3 array of float, an array of its rows, or one array row by row");

    [Fact]
    public Task Parameters_have_the_element_type_of_the_network() => Reports(
        "[Weights(\"stem\")] float[,] w = new float[4, 6]; [Bias(\"stem\")] [|double[]|] b = new double[4];",
        "0104: b holds double values, but layer stem of Digit computes in float: stem.b must be float");

    [Theory]
    [InlineData("[Weights([|\"steam\"|])] float[,] w = new float[4, 6];", "weights of layer steam", "no such layer", "stem, place, dense2 or fare")]
    [InlineData("[Bias([|\"\"|])] float[] b = new float[4];", "bias of layer ", "no such layer", "stem or fare")]
    [InlineData("[Weights([|1|])] float[,] w = new float[4, 6];", "weights of layer 1", "no such layer", "stem, place, dense2 or fare")]
    [InlineData("[Weights([|\"numbers\"|])] float[,] w = new float[4, 6];", "weights of layer numbers", "no such layer", "stem, place, dense2 or fare")]
    [InlineData("[Bias([|\"dense2\"|])] float[] b = new float[4];", "bias of layer dense2", "no bias there, but W", "stem or fare")]
    [InlineData("[Bias([|\"place\"|])] float[] b = new float[4];", "bias of layer place", "no bias there, but W", "stem or fare")]
    [InlineData(
        "[Weights([|nameof(norm1)|])] float[] w = []; const int norm1 = 1;", "weights of layer norm1", "no weights there, but gamma, beta, mean, variance",
        "stem, place, dense2 or fare")]
    public Task A_mark_names_a_layer_that_has_such_parameters(string member, string what, string has, string right) => Reports(
        member, $"0105: {member.Split("] float")[1].Trim('[', ',', ']', ' ')[0]} is marked as the {what}, but Digit has {has}: the layer must be {right}");

    [Fact]
    public Task A_stack_has_no_names() => ShapeHarness.Reports(
        """
        using NetGen;
        [Layers(3, 2, 1)]
        public sealed partial class Net
        {
            [Weights([|"stem"|])] private static readonly float[] weights = new float[3];
        }
        """,
        "0105: weights is marked as the weights of layer stem, but Net has 2 layers: the layer must be from 1 to 2");

    [Fact]
    public Task A_network_without_a_bias_says_so() => ShapeHarness.Reports(
        """
        using NetGen;
        [Network]
        public sealed partial class Net
        {
            static Node Define([Shape(3)] Node x) => x.Dense(2, bias: false);
            [Bias([|"dense1"|])] private static readonly float[] shift = new float[2];
        }
        """,
        "0105: shift is marked as the bias of layer dense1, but Net has no bias there, but W: the layer must be one that has a bias");

    [Fact]
    public Task Many_names_are_cut_short() => ShapeHarness.Reports(
        $$"""
        using NetGen;
        [Network]
        public sealed partial class Net
        {
            static Node Define([Shape(3)] Node x) => x{{string.Concat(Enumerable.Repeat(".Dense(2)", 15))}};
            [Weights([|"stem"|])] private static readonly float[] w = new float[6];
        }
        """,
        "0105: w is marked as the weights of layer stem, but Net has no such layer: the layer must be dense1, dense2, dense3, dense4, dense5, dense6, dense7, "
            + "dense8, dense9, dense10, dense11, dense12 or 3 others");

    [Fact]
    public Task Only_one_member_is_the_bias_of_a_layer() => Reports(
        Stem + "[[|Bias(\"stem\")|]] float[] again = new float[4];",
        "0106: again is marked as the bias of layer stem of Digit, but b is too: only one member can be stem.b");

    [Fact]
    public Task Weights_without_their_bias_are_a_warning() => Reports(
        "[Weights(\"stem\")] float[,] [|w|] = new float[4, 6];",
        "0107: w is marked as the weights of layer stem of Digit, but no member is marked as its bias: declare stem.b, 4 values");

    [Fact]
    public Task A_bias_without_its_weights_is_a_warning() => Reports(
        "[Bias(\"fare\")] float[] [|b|] = new float[2];",
        "0107: b is marked as the bias of layer fare of Digit, but no member is marked as its weights: declare fare.W, 2x7");

    [Theory]
    [InlineData("[Weights(\"dense2\")] float[,] w = new float[4, 4];")]
    [InlineData("[Weights(\"place\")] float[,] table = new float[12, 3];")]
    public Task Weights_of_a_layer_without_a_bias_stand_alone(string member) => Reports(member);

    [Fact]
    public Task A_marked_member_must_be_readable() => Reports(
        "[Weights(\"place\")] float[] [|W|](int epoch) => new float[36];",
        "0108: W is marked as the weights of layer place of Digit, but it takes parameters: "
            + "mark a field, a property with a getter, or a method without parameters");

    [Fact]
    public Task A_mark_outside_a_network_is_a_warning() => ShapeHarness.Members(
        "[[|Weights(\"stem\")|]] private readonly float[,] trained = new float[1, 1];",
        "0109: trained is marked as the weights of layer stem, but Case is no network, so nothing reads it: "
            + "mark a member of the class that has the Layers attribute");

    [Theory]
    [InlineData(Stem)]
    [InlineData("[Weights(nameof(stem))] float[,] w = new float[4, 6]; [Bias(\"st\" + \"em\")] float[] b = new float[4]; const int stem = 0;")]
    public Task Marks_that_fit_are_accepted(string members) => Reports(members);

    private static Task Reports(string members, params string[] expected) => ShapeHarness.Reports(
        $$"""
        using System;
        using NetGen;
        [Network]
        public sealed partial class Digit
        {
            static Node Define([Shape(6)] Node numbers, [Categories(12)] Node kind)
            {
                Node stem = numbers.Dense(4);
                Node place = kind.Embed(3);
                return Node.Concat(stem.BatchNorm().Relu().Dense(4, bias: false), place).Dense(2).Named("fare");
            }

            {{members}}
        }
        """,
        expected);
}
