namespace NetGen.Analyzers.Tests;

/// <summary>Members that declare the weights and biases of a network: what fires, with its message and place, and the near misses.</summary>
public sealed class ParameterRuleTests
{
    private const string Weights = "layer 2 of CatNet maps 20 inputs to 7 units: W2 must be 7x20";
    private const string FlatWeights = Weights + ", which is 140 values";
    private const string Row = "layer 2 of CatNet maps 20 inputs to 7 units: each row of W2 must hold 20 values";
    private const string Bias = "layer 2 of CatNet has 7 units: b2 must hold 7 values";

    [Theory]
    [InlineData("private static readonly float[,] trained = [|new float[7, 21]|];", "trained is 7x21, but " + Weights)]
    [InlineData("private static readonly float[,] trained = [|new float[20, 7]|];", "trained is 20x7, but " + Weights)]
    [InlineData("private readonly float[,] trained = [|new float[8, 20]|];", "trained is 8x20, but " + Weights)]
    [InlineData("internal float[,] trained = [|new float[0, 0]|];", "trained is 0x0, but " + Weights)]
    [InlineData("private static float[,] Trained { get; } = [|new float[7, 21]|];", "Trained is 7x21, but " + Weights)]
    [InlineData("private static float[,] Trained => [|new float[7, 21]|];", "Trained is 7x21, but " + Weights)]
    [InlineData("private static float[,] Trained { get { return [|new float[7, 21]|]; } }", "Trained is 7x21, but " + Weights)]
    [InlineData("private static float[,] Trained() => [|new float[7, 21]|];", "Trained is 7x21, but " + Weights)]
    [InlineData("private static float[,] Trained() { return [|new float[7, 21]|]; }", "Trained is 7x21, but " + Weights)]
    [InlineData("private static float[,] Trained() { var w = new float[7, 21]; w[0, 0] = 1; return [|w|]; }", "Trained is 7x21, but " + Weights)]
    [InlineData("private static float[,] Trained() => InputSize > 3 ? [|new float[7, 22]|] : new float[7, 20];", "Trained is 7x22, but " + Weights)]
    [InlineData("private static readonly float[] trained = [|new float[141]|];", "trained holds 141 values, but " + FlatWeights)]
    [InlineData("private static readonly float[] trained = [|[1f, 2f]|];", "trained holds 2 values, but " + FlatWeights)]
    [InlineData("private static readonly float[] trained = [|[]|];", "trained holds 0 values, but " + FlatWeights)]
    [InlineData("private static readonly float[] trained = [|{ 1f, 2f, 3f }|];", "trained holds 3 values, but " + FlatWeights)]
    [InlineData("private static readonly float[] trained = [|new[] { 1f }|];", "trained holds 1 value, but " + FlatWeights)]
    [InlineData("private static ReadOnlySpan<float> Trained => [|[1f, 2f, 3f]|];", "Trained holds 3 values, but " + FlatWeights)]
    [InlineData("private static ReadOnlySpan<float> Trained => [|new float[200].AsSpan(0, 139)|];", "Trained holds 139 values, but " + FlatWeights)]
    [InlineData("private static readonly float[] trained = [|GC.AllocateUninitializedArray<float>(20 * 6)|];", "trained holds 120 values, but " + FlatWeights)]
    [InlineData("private static readonly float[] trained = [|Enumerable.Repeat(0.5f, 100).ToArray()|];", "trained holds 100 values, but " + FlatWeights)]
    [InlineData("private static readonly float[][] trained = [|new float[6][]|];", "trained has 6 rows, but " + Weights)]
    [InlineData("private static readonly float[,] trained = [|new float[Units2, Units2]|];", "trained is 7x7, but " + Weights)]
    [InlineData("private static readonly float[,] trained = [|new float[7, CatNet.Units1 + 1]|];", "trained is 7x21, but " + Weights)]
    [InlineData("private static readonly float[,] trained = [|{ { 1f, 2f }, { 3f, 4f } }|];", "trained is 2x2, but " + Weights)]
    [InlineData("private static readonly float[,] trained = [|new[,] { { 1f, 2f }, { 3f, 4f } }|];", "trained is 2x2, but " + Weights)]
    [InlineData("private static readonly float[][] trained = [|[[1f], [2f]]|];", "trained is 2x1, but " + Weights)]
    [InlineData("private float[,]? trained; public void Set() => trained = [|new float[7, 21]|];", "trained is 7x21, but " + Weights)]
    [InlineData("private float[,]? trained; public void Set() => trained ??= [|new float[7, 21]|];", "trained is 7x21, but " + Weights)]
    [InlineData("private float[,]? trained; public Action Set() => () => this.trained = [|new float[7, 21]|];", "trained is 7x21, but " + Weights)]
    [InlineData(
        "[[|Shape(7, 21)|]] private static readonly float[,] trained = Read(); static float[,] Read() => new float[1, 1];",
        "trained is stated as 7x21, but " + Weights)]
    [InlineData(
        "[[|Shape(139)|]] private static readonly float[] trained = Read(); static float[] Read() => [];",
        "trained is stated as 139 values, but " + FlatWeights)]
    public Task Declared_weights_of_other_sizes_are_refused(string member, string message) => ShapeHarness.Reports(Weights2(member), "0101: " + message);

    [Theory]
    [InlineData(
        "[new float[20], [|new float[21]|], new float[20], new float[20], new float[20], new float[20], new float[20]]",
        "row 1 of trained holds 21 values, but " + Row)]
    [InlineData(
        "{ new float[20], new float[20], [|new float[19]|], new float[20], new float[20], new float[20], new float[20] }",
        "row 2 of trained holds 19 values, but " + Row)]
    public Task A_row_of_another_length_is_refused_where_it_stands(string rows, string message) =>
        ShapeHarness.Reports(Weights2($"private static readonly float[][] trained = {rows};"), "0101: " + message);

    [Theory]
    [InlineData("private static readonly float[,] trained = new float[7, 20];")]
    [InlineData("private static readonly float[,] trained = new float[Units2, Units1];")]
    [InlineData("private static readonly float[] trained = new float[7 * 20];")]
    [InlineData("private static readonly float[][] trained = new float[7][];")]
    [InlineData("private static readonly float[,] trained = Read(\"w\"); static float[,] Read(string path) => new float[path.Length, 1];")]
    [InlineData("private static float[,] Trained(){ int n = Environment.ProcessorCount; return new float[n, 20]; }")]
    [InlineData("private static float[,] Trained(){ var w = new float[7, 21]; if (InputSize > 2) w = new float[7, 20]; return w; }")]
    [InlineData("private float[,]? trained; public void Set(float[,] value) => trained = value;")]
    [InlineData("private float[,] trained = null!;")]
    [InlineData("private float[,] trained = default!;")]
    [InlineData("private float[,] Trained => throw new NotSupportedException();")]
    [InlineData("[Shape(7, 20)] private static readonly float[,] trained = Read(); static float[,] Read() => new float[7, 20];")]
    [InlineData("[Shape(140)] private static readonly float[] trained = new float[140];")]
    [InlineData("private static ReadOnlySpan<float> Trained => new float[200].AsSpan(60);")]
    public Task Declared_weights_of_the_right_or_an_unknown_size_are_accepted(string member) => ShapeHarness.Reports(Weights2(member));

    [Theory]
    [InlineData("private static readonly float[] shift = [|new float[8]|];", "shift holds 8 values, but " + Bias)]
    [InlineData("private static readonly float[] shift = [|[1, 2, 3]|];", "shift holds 3 values, but " + Bias)]
    [InlineData("private static readonly float[] shift = [|[.. new float[5], 1]|];", "shift holds 6 values, but " + Bias)]
    [InlineData("private static ReadOnlySpan<float> Shift => [|[1]|];", "Shift holds 1 value, but " + Bias)]
    [InlineData("private static float[] Shift() => [|new float[Units1]|];", "Shift holds 20 values, but " + Bias)]
    [InlineData("private static float[] Shift { get; } = [|new float[140]|];", "Shift holds 140 values, but " + Bias)]
    [InlineData("[[|Shape(8)|]] private static readonly float[] shift = null!;", "shift is stated as 8 values, but " + Bias)]
    public Task A_declared_bias_of_another_length_is_refused(string member, string message) => ShapeHarness.Reports(Bias2(member), "0102: " + message);

    [Theory]
    [InlineData("private static readonly float[] shift = new float[7];")]
    [InlineData("private static readonly float[] shift = [1, 2, 3, 4, 5, 6, 7];")]
    [InlineData("private static readonly float[] shift = [.. new float[5], 6, 7];")]
    [InlineData("private static readonly float[] shift = [.. Read()]; static IEnumerable<float> Read() => [];")]
    [InlineData("private static ReadOnlySpan<float> Shift => [1, 2, 3, 4, 5, 6, 7];")]
    public Task A_declared_bias_of_the_right_or_an_unknown_length_is_accepted(string member) => ShapeHarness.Reports(Bias2(member));

    [Theory]
    [InlineData("[|float[,,]|] trained = null!;", "trained is a three-dimensional array of float")]
    [InlineData("[|float[,,,]|] trained = null!;", "trained is an array of 4 dimensions of float")]
    [InlineData("[|float[][][]|] trained = null!;", "trained is an array of arrays of float array")]
    [InlineData("[|float|] trained;", "trained is of type float")]
    [InlineData("[|List<float[]>|] trained = null!;", "trained is of type List<float array>")]
    [InlineData("[|string|] trained = null!;", "trained is of type string")]
    public Task Declared_weights_must_be_a_matrix(string member, string start) => ShapeHarness.Reports(
        Weights2(member),
        $"0103: {start}, but layer 2 of CatNet has 20 inputs and 7 units: "
            + "W2 must be a 7x20 array of float, an array of its rows, or one array row by row");

    [Theory]
    [InlineData("[|float[,]|] shift = null!;", "shift is a two-dimensional array of float")]
    [InlineData("[|float[][]|] shift = null!;", "shift is an array of arrays of float")]
    [InlineData("static [|IEnumerable<float>|] Shift() => [];", "Shift is of type IEnumerable<float>")]
    public Task A_declared_bias_must_be_a_list(string member, string start) =>
        ShapeHarness.Reports(Bias2(member), $"0103: {start}, but layer 2 of CatNet has 7 units: b2 must be an array of 7 float values");

    [Theory]
    [InlineData("private static readonly [|double[,]|] trained = new double[7, 20];", "double")]
    [InlineData("private static readonly [|int[][]|] trained = null!;", "int")]
    [InlineData("private static [|ReadOnlySpan<Half>|] Trained() => default(ReadOnlySpan<Half>).ToArray().AsSpan(Index.Start);", "Half")]
    public Task Declared_weights_must_have_the_element_type_of_the_network(string member, string element) => ShapeHarness.Reports(
        Weights2(member),
        $"0104: {(member.Contains("Trained", StringComparison.Ordinal) ? "Trained" : "trained")} holds {element} values, "
            + "but layer 2 of CatNet computes in float: W2 must be float");

    [Fact]
    public Task A_network_of_doubles_takes_doubles() => ShapeHarness.Reports(
        """
        using NetGen;
        [Layers(3, 2, Element = ElementType.Double, Output = Activation.Linear)]
        public sealed partial class Plane
        {
            [Weights(1)] private static readonly double[,] weights = new double[2, 3];
            [Bias(1)] private static readonly [|float[]|] shift = new float[2];
        }
        """,
        "0104: shift holds float values, but layer 1 of Plane computes in double: b1 must be double");

    [Theory]
    [InlineData(
        "[Weights([|5|])] float[,] last = new float[1, 1];",
        "last is marked as the weights of layer 5, but CatNet has 4 layers: the layer must be from 1 to 4")]
    [InlineData(
        "[Weights([|0|])] float[,] first = new float[1, 1];",
        "first is marked as the weights of layer 0, but CatNet has 4 layers: the layer must be from 1 to 4")]
    [InlineData("[Bias([|-1|])] float[] odd = new float[1];", "odd is marked as the bias of layer -1, but CatNet has 4 layers: the layer must be from 1 to 4")]
    [InlineData(
        "[Bias([|LayerCount + 1|])] float[] odd = new float[1];",
        "odd is marked as the bias of layer 5, but CatNet has 4 layers: the layer must be from 1 to 4")]
    public Task A_mark_must_name_a_layer_that_is_there(string member, string message) => ShapeHarness.Reports(Cat(member), "0105: " + message);

    [Fact]
    public Task A_network_of_one_layer_has_layer_1_only() => ShapeHarness.Reports(
        """
        using NetGen;
        [Layers(3, 1)]
        public sealed partial class Unit
        {
            [Weights([|2|])] private static readonly float[] weights = new float[3];
        }
        """,
        "0105: weights is marked as the weights of layer 2, but Unit has 1 layer: the layer must be 1");

    [Fact]
    public Task Only_one_member_is_the_weights_of_a_layer() => ShapeHarness.Reports(
        Cat("[Weights(2)] float[,] old = new float[7, 20]; [[|Weights(2)|]] float[,] trained = new float[7, 20]; [Bias(2)] float[] shift = new float[7];"),
        "0106: trained is marked as the weights of layer 2 of CatNet, but old is too: only one member can be W2");

    [Fact]
    public Task Only_one_member_is_the_bias_of_a_layer() => ShapeHarness.Reports(
        Cat("[Bias(2)] float[] one = new float[7]; [Weights(2)] float[,] trained = new float[7, 20]; [[|Bias(2)|]] float[] other = new float[7];"),
        "0106: other is marked as the bias of layer 2 of CatNet, but one is too: only one member can be b2");

    [Fact]
    public Task Each_layer_may_have_its_own_weights() => ShapeHarness.Reports(Cat(
        "[Weights(2)] float[,] w2 = new float[7, 20]; [Bias(2)] float[] s2 = new float[7]; "
            + "[Weights(3)] float[,] w3 = new float[5, 7]; [Bias(3)] float[] s3 = new float[5];"));

    [Fact]
    public Task Weights_without_a_bias_are_a_warning() => ShapeHarness.Reports(
        Cat("[Weights(2)] private readonly float[,] [|trained|] = new float[7, 20];"),
        "0107: trained is marked as the weights of layer 2 of CatNet, but no member is marked as its bias: declare b2, 7 values");

    [Fact]
    public Task A_bias_without_weights_is_a_warning() => ShapeHarness.Reports(
        Cat("[Bias(2)] private readonly float[] [|shift|] = new float[7];"),
        "0107: shift is marked as the bias of layer 2 of CatNet, but no member is marked as its weights: declare W2, 7x20");

    [Fact]
    public Task A_partner_in_another_part_of_the_class_counts() => ShapeHarness.Reports(
        Cat("[Weights(2)] float[,] trained = new float[7, 20];") + "public sealed partial class CatNet { [Bias(2)] float[] shift = new float[7]; }");

    [Theory]
    [InlineData("float[,] [|Trained|] { set { } }", "it has no getter")]
    [InlineData("float[,] [|Trained|](int epoch) => new float[7, 20];", "it takes parameters")]
    [InlineData("void [|Trained|]() { }", "it returns nothing")]
    [InlineData("T[,] [|Trained|]<T>() => new T[7, 20];", "it is generic")]
    public Task A_marked_member_must_be_readable(string member, string reason) => ShapeHarness.Reports(
        Weights2(member),
        $"0108: Trained is marked as the weights of layer 2 of CatNet, but {reason}: mark a field, a property with a getter, or a method without parameters");

    [Fact]
    public Task An_indexer_cannot_be_weights() => ShapeHarness.Reports(
        Weights2("float[,] [|this|][int i] => new float[7, 20];"),
        "0108: this is marked as the weights of layer 2 of CatNet, but an indexer needs an index: "
            + "mark a field, a property with a getter, or a method without parameters");

    [Fact]
    public Task A_mark_outside_a_network_is_a_warning() => ShapeHarness.Members(
        "[[|Weights(1)|]] private readonly float[,] trained = new float[1, 1];",
        "0109: trained is marked as the weights of layer 1, but Case is no network, so nothing reads it: "
            + "mark a member of the class that has the Layers attribute");

    [Fact]
    public Task A_mark_in_a_class_nested_in_a_network_is_outside_it() => ShapeHarness.Reports(
        Cat("private sealed class Store { [[|Bias(2)|]] internal readonly float[] shift = new float[9]; }"),
        "0109: shift is marked as the bias of layer 2, but Store is no network, so nothing reads it: mark a member of the class that has the Layers attribute");

    [Fact]
    public Task Names_alone_are_no_marks() =>
        ShapeHarness.Reports(Cat("private readonly float[,] weights2 = new float[1, 1]; private readonly float[] bias2 = new float[3];"));

    [Fact]
    public Task A_network_in_a_namespace_and_a_container_is_checked_too() => ShapeHarness.Reports(
        """
        namespace Models.Vision
        {
            public partial class Zoo
            {
                [NetGen.Layers(3, 2)]
                public sealed partial class Tiny
                {
                    [NetGen.Weights(1)] static float[,] weights = [|new float[2, 4]|];
                    [NetGen.Bias(1)] static float[] shift = new float[2];
                }
            }
        }
        """,
        "0101: weights is 2x4, but layer 1 of Tiny maps 3 inputs to 2 units: W1 must be 2x3");

    [Fact]
    public Task Aliases_of_the_attributes_are_attributes() => ShapeHarness.Reports(
        """
        using Trained = NetGen.WeightsAttribute;
        using NetGen;
        [Layers(3, 1)]
        public sealed partial class Unit
        {
            [Trained(1)] static float[] weights = [|new float[4]|];
            [BiasAttribute(layer: 1)] static float[] shift = new float[1];
        }
        """,
        "0101: weights holds 4 values, but layer 1 of Unit maps 3 inputs to 1 unit: W1 must be 1x3, which is 3 values");

    private static string Weights2(string member) => Cat($"[Weights(2)] {member} [Bias(2)] float[] partner = new float[7];");

    private static string Bias2(string member) => Cat($"[Bias(2)] {member} [Weights(2)] float[,] partner = new float[7, 20];");

    private static string Cat(string members) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using NetGen;
        [Layers(12288, 20, 7, 5, 1)]
        public sealed partial class CatNet
        {
            {{members}}
        }
        """;
}
