namespace NetGen.Generator.Tests.Define;

/// <summary>What Define says becomes a graph: nodes in the order of evaluation, with their sizes inferred.</summary>
public class GraphTests
{
    [Fact]
    public void A_residual_block() => AssertGraph(
        """
        private const int Hidden = 128;

        static Node Define([Shape(784)] Node picture)
        {
            Node a = picture.Dense(Hidden).BatchNorm().Relu();
            Node b = a + a.Dense(Hidden).Relu().Dropout(0.2).Dense(Hidden);      // a residual block
            return b.Relu().Dense(10).Softmax();
        }
        """,
        "0 input at 0(): 784 picture",
        "1 dense 128x784(0): 128 dense1",
        "2 batch norm 0.1 1E-05(1): 128 a",
        "3 Relu(2): 128",
        "4 dense 128x128(3): 128 dense2",
        "5 Relu(4): 128",
        "6 dropout 0.2(5): 128",
        "7 dense 128x128(6): 128 dense3",
        "8 add(3, 7): 128 b",
        "9 Relu(8): 128",
        "10 dense 10x128(9): 10 dense4",
        "11 Softmax(10): 10");

    [Fact]
    public void Several_inputs_are_columns_in_the_order_of_the_parameters() => AssertGraph(
        """
        public static Node Define([Shape(8)] Node numbers, [Categories(12)] Node month, [Categories(200, Unknown = 0)] Node country) =>
            Node.Concat(numbers.Standardize(), month.OneHot(), country.Embed(6)).Dense(1, bias: false);
        """,
        "0 input at 0(): 8 numbers",
        "1 class of 12 at 8(): 1 month",
        "2 class of 200 else 0 at 9(): 1 country",
        "3 standardize(0): 8 standardize1",
        "4 one-hot 12(1): 12",
        "5 embed 200x6(2): 6 embed1",
        "6 concat(3, 4, 5): 26",
        "7 dense 1x26 without bias(6): 1 dense1");

    [Fact]
    public void Every_activation_has_a_call() => AssertGraph(
        """
        static Node Define([Shape(2)] Node x) => x.Dense(2).Relu().LeakyRelu().LeakyRelu(0.25).Tanh().Sigmoid().Gelu().GeluErf().Silu().Elu().Softplus()
            .LayerNorm(epsilon: 1e-3).Frozen().Dense(2).Softmax();
        """,
        [
            "0 input at 0(): 2 x", "1 dense 2x2(0): 2 dense1", "2 Relu(1): 2", "3 LeakyRelu 0.01(2): 2", "4 LeakyRelu 0.25(3): 2", "5 Tanh(4): 2",
            "6 Sigmoid(5): 2", "7 Gelu(6): 2", "8 GeluErf(7): 2", "9 Silu(8): 2", "10 Elu(9): 2", "11 Softplus(10): 2",
            "12 layer norm 0.001(11): 2 norm1", "13 frozen(12): 2", "14 dense 2x2(13): 2 dense2", "15 Softmax(14): 2",
        ]);

    [Theory]
    [InlineData("x.Dense(Units)", "private const int Units = 6 / 2;")]
    [InlineData("x.Dense((int)Size.Three)", "enum Size { Three = 3 }")]
    [InlineData("x.Dense(dense1).Named(nameof(dense1))", "private const int dense1 = 3;")]
    [InlineData("(x.Dense(bias: true, units: 3))", "")]
    [InlineData("Net.Layer(x)", "static Node Layer(Node y) => y.Dense(3);")]
    [InlineData("Layer(units: 1 + 1, y: x)", "static Node Layer(Node y, int units) => y.Dense((units * 4 - 5) % 4 + units / 2 - (-units + 3) + 0);")]
    [InlineData("Layer(x)", "static Node Layer(Node y, int units = 3, bool bias = true) { return y.Dense(units, bias); }")]
    public void Constants_are_what_the_compiler_knows_and_what_a_call_gives(string value, string member) =>
        AssertGraph($"{member} static Node Define([Shape(4)] Node x) => {value};", "0 input at 0(): 4 x", "1 dense 3x4(0): 3 dense1");

    [Fact]
    public void A_local_names_its_layer_in_any_letters() => AssertGraph(
        "static Node Define([Shape(4)] Node x) { Node größe = x.Dense(3); return größe.Dense(2).Named(\"köpfe\"); }",
        "0 input at 0(): 4 x", "1 dense 3x4(0): 3 größe", "2 dense 2x3(1): 2 köpfe");

    [Fact]
    public void A_method_is_read_again_for_every_call() => AssertGraph(
        """
        static Node Define([Shape(4)] Node x)
        {
            const int Units = 4;
            var first = Block(x, Units, "one");
            return Block(first, Units + 0, "two").Dense(1);
        }

        static Node Block(Node x, int units, string name, double rate = 0.5)
        {
            var hidden = x.Dense(units * 2, bias: false).Named(name + "_in").Relu().Dropout(rate / 2);
            return x + hidden.Dense(units).Named(name + 2);
        }
        """,
        "0 input at 0(): 4 x",
        "1 dense 8x4 without bias(0): 8 one_in",
        "2 Relu(1): 8",
        "3 dropout 0.25(2): 8",
        "4 dense 4x8(3): 4 one2",
        "5 add(0, 4): 4 first",
        "6 dense 8x4 without bias(5): 8 two_in",
        "7 Relu(6): 8",
        "8 dropout 0.25(7): 8",
        "9 dense 4x8(8): 4 two2",
        "10 add(5, 9): 4",
        "11 dense 1x4(10): 1 dense5");

    [Fact]
    public void A_name_goes_to_the_layer_that_the_expression_ends_in() => AssertGraph(
        """
        static Node Define([Shape(4)] Node x)
        {
            Node stem = x.Dense(4).Relu().Dropout(0.1);
            Node other = stem;
            Node loose = other.Tanh();
            Node named = loose.Dense(4).Named("inner").Relu();
            return named.Dense(4).LayerNorm().Named("last").Dense(2);
        }
        """,
        "0 input at 0(): 4 x",
        "1 dense 4x4(0): 4 stem",
        "2 Relu(1): 4",
        "3 dropout 0.1(2): 4",
        "4 Tanh(3): 4 loose",
        "5 dense 4x4(4): 4 inner",
        "6 Relu(5): 4 named",
        "7 dense 4x4(6): 4 dense3",
        "8 layer norm 1E-05(7): 4 last",
        "9 dense 2x4(8): 2 dense4");

    [Fact]
    public void Arguments_of_Concat_lie_in_the_order_of_its_parameters() => AssertGraph(
        "static Node Define([Shape(1)] Node a, [Shape(2)] Node b) => Node.Concat(second: b.Dense(3), first: a.Dense(4)).Dense(1);",
        "0 input at 0(): 1 a",
        "1 input at 1(): 2 b",
        "2 dense 3x2(1): 3 dense1",
        "3 dense 4x1(0): 4 dense2",
        "4 concat(3, 2): 7",
        "5 dense 1x7(4): 1 dense3");

    [Fact]
    public void Long_chains_are_read()
    {
        string sum = string.Join(" + ", Enumerable.Repeat("x", 1000));
        string calls = string.Concat(Enumerable.Repeat(".Relu()", 1000));
        Assert.Equal(1 + 999 + 1 + 1000, DefineHarness.Graph($"static Node Define([Shape(2)] Node x) => ({sum}).Dense(2){calls};").Nodes.Count);
    }

    [Fact]
    public void Graphs_of_two_compilations_are_equal()
    {
        const string Members = "static Node Define([Shape(2)] Node x, [Categories(3)] Node c) => Node.Concat(x, c.Embed(2)).Dense(1);";
        Assert.Equal(DefineHarness.Graph(Members), DefineHarness.Graph("// before\n" + Members));
        Assert.NotEqual(DefineHarness.Graph(Members), DefineHarness.Graph(Members.Replace("Embed(2)", "Embed(4)", StringComparison.Ordinal)));
    }

    private static void AssertGraph(string members, params string[] nodes) =>
        Assert.Equal(string.Join("\n", nodes), string.Join("\n", DefineHarness.Describe(DefineHarness.Graph(members))));
}
