using NetGen.Generator.Diagnostics;

namespace NetGen.Analyzers.Tests.Define;

/// <summary>What Define says about nodes that do not go together: NETGEN0041, 0043, 0044, 0051, 0053 to 0060, 0063 and 0064.</summary>
public class GraphRuleTests
{
    [Theory]
    [InlineData("Node a = x.Dense(128); Node b = a.Dense(64); return a [|+|] b;", "a is 128 values, but b is 64 values")]
    [InlineData("return x.Dense(3) [|+|] x.Dense( 1\n);", "x.Dense(3) is 3 values, but x.Dense( 1 ) is 1 value")]
    [InlineData(
        "return x.Dense(3).Relu().Dense(3).Relu().Dense(3).Relu().Dense(3) [|+|] x;",
        "the left side is 3 values, but x is 4 values")]
    public Task A_sum_of_different_shapes_is_reported_at_the_operator(string body, string message) => Reports(
        DefineRules.ShapesDiffer, body, $"NETGEN0041: {message}: + adds nodes of the same shape");

    [Fact]
    public Task A_sum_in_a_method_says_of_which_call_it_is() => AnalyzerHarness.Reports(
        DefineRules.ShapesDiffer,
        Source("return Block(Block(x).Dense(2)).Dense(1);", "static Node Block(Node a) { Node h = a.Dense(4); return a [|+|] h; }"),
        "NETGEN0041: a is 2 values, but h is 4 values in Block(Block(x).Dense(2)): + adds nodes of the same shape");

    [Fact]
    public Task Every_wrong_number_of_a_chain_is_reported() => AnalyzerHarness.Reports(
        DefineRules.NumberOutOfRange, Source("return x.Dense([|0|]).Relu().Dropout([|2|]).BatchNorm([|0|], [|-1|]).LeakyRelu([|-3|]).Dense([|-1|]);"),
        "NETGEN0051: units of Dense is 0, but must be at least 1",
        "NETGEN0051: rate of Dropout is 2, but must be from 0 to below 1",
        "NETGEN0051: momentum of BatchNorm is 0, but must be above 0 and at most 1",
        "NETGEN0051: epsilon of BatchNorm is -1, but must be positive and finite",
        "NETGEN0051: slope of LeakyRelu is -3, but must be finite and not negative",
        "NETGEN0051: units of Dense is -1, but must be at least 1");

    [Theory]
    [InlineData("Node a = x.Dense(3); return a.Dense(2).Named([|\"a\"|]);", "a", "another node or an input has it, so choose one that is free")]
    [InlineData("return x.Dense(2).Named([|\"x\"|]);", "x", "another node or an input has it, so choose one that is free")]
    [InlineData("return Two(x);", "y", "another node or an input has it, so choose one that is free")]
    [InlineData("return x.Dense(2).Named(\"p\").Named([|\"q\"|]);", "q", "the node is named p already, so keep one name")]
    [InlineData("return x.Dense(2).Dense(2).Named([|\"dense1\"|]);", "dense1", "a node without a name is called so by itself, so choose another")]
    public Task A_name_that_is_taken_is_reported(string body, string name, string why)
    {
        bool isInHelper = body.Contains("Two", StringComparison.Ordinal);
        string helper = $"static Node One(Node n) => n.Dense(2).Named({(isInHelper ? "[|\"y\"|]" : "\"y\"")}); static Node Two(Node n) => One(One(n));";
        return AnalyzerHarness.Reports(DefineRules.NameTwice, Source(body, helper), $"NETGEN0043: the name {name} is not free: {why}");
    }

    [Theory]
    [InlineData("my head")]
    [InlineData("")]
    [InlineData("1st")]
    public Task A_name_that_is_no_identifier_is_reported(string name) => Reports(
        DefineRules.InvalidName, $"return x.Dense(2).Named([|\"{name}\"|]);",
        $"NETGEN0044: the name \"{name}\" is no identifier: write letters, digits and underscores, and begin with a letter");

    [Fact]
    public Task A_name_for_a_node_of_another_expression_is_reported() => Reports(
        DefineRules.NamedElsewhere, "Node a = x.Dense(2); return a.Named([|\"b\"|]);",
        "NETGEN0063: b would name a node of another expression: call Named where that node is computed");

    [Theory]
    [InlineData("x.Dense([|0|])", "units of Dense is 0, but must be at least 1")]
    [InlineData("x.Dense(units: [|2 - 5|])", "units of Dense is -3, but must be at least 1")]
    [InlineData("x.Dense(2).Dropout([|1|])", "rate of Dropout is 1, but must be from 0 to below 1")]
    [InlineData("x.Dense(2).Dropout([|-0.5|])", "rate of Dropout is -0.5, but must be from 0 to below 1")]
    [InlineData("x.Dense(2).Dropout([|0.999999999999|])", "rate of Dropout is 0.999999999999, but must be from 0 to below 1 as a float")]
    [InlineData("x.Dense(2).BatchNorm([|0|])", "momentum of BatchNorm is 0, but must be above 0 and at most 1")]
    [InlineData("x.Dense(2).BatchNorm(epsilon: [|0|])", "epsilon of BatchNorm is 0, but must be positive and finite")]
    [InlineData("x.Dense(2).LayerNorm([|1e-50|])", "epsilon of LayerNorm is 1E-50, but must be positive and finite as a float")]
    [InlineData("x.Dense(2).LeakyRelu([|double.NaN|])", "slope of LeakyRelu is NaN, but must be finite and not negative")]
    [InlineData("c.Embed([|0|]).Dense(2)", "dimensions of Embed is 0, but must be at least 1")]
    public Task A_number_out_of_range_is_reported(string value, string message) => AnalyzerHarness.Reports(
        DefineRules.NumberOutOfRange,
        $"using NetGen; [Network] partial class Net {{ static Node Define([Shape(4)] Node x, [Categories(3)] Node c) => {value}; }}",
        $"NETGEN0051: {message}");

    [Theory]
    [InlineData("[Categories([|0|])] Node c", "count of Categories is 0, but must be at least 1")]
    [InlineData("[Categories([|16777217|])] Node c", "count of Categories is 16777217, but must be at most 16777216 in a network of float")]
    [InlineData("[Categories(12, Unknown = [|12|])] Node c", "Unknown of Categories is 12, but must be a class from 0 to 11")]
    [InlineData("[Categories(Unknown = [|-1|], count: 12)] Node c", "Unknown of Categories is -1, but must be a class from 0 to 11")]
    public Task A_wrong_number_of_classes_is_reported(string parameter, string message) => AnalyzerHarness.Reports(
        DefineRules.NumberOutOfRange, $"using NetGen; [Network] partial class Net {{ static Node Define({parameter}) => c.OneHot().Dense(2); }}",
        $"NETGEN0051: {message}");

    [Fact]
    public Task Too_many_parameters_are_reported() => Reports(
        DefineRules.GraphTooLarge, "return x.Dense(65536).Relu().[|Dense|](65536);",
        "NETGEN0053: with this, Net has 4295360512 parameters, but at most 2147483527 are possible: make the network smaller");

    [Fact]
    public Task Too_many_values_are_reported() => AnalyzerHarness.Reports(
        DefineRules.GraphTooLarge,
        """
        using NetGen;
        [Network(Element = ElementType.Double)] partial class Net
        {
            static Node Define([Categories(1100000000)] Node c)
            {
                Node one = c.OneHot();
                return Node.[|Concat|](one, one).Dense(1);
            }
        }
        """,
        "NETGEN0053: the result of Concat here holds 2200000000 values, but at most 2147483527 are possible: make the network smaller");

    [Fact]
    public async Task Methods_that_double_without_end_are_reported()
    {
        string doubling = string.Join("\n", Enumerable.Range(1, 40).Select(static n => $"static Node F{n}(Node n) => F{n + 1}(F{n + 1}(n));"));
        var found = await AnalyzerHarness.Run(
            [new Generator.Analyzers.Declaration.DeclarationAnalyzer()], Source("return F1(x);", $"{doubling}\nstatic Node F41(Node n) => n;"));
        Assert.Equal(
            "NETGEN0053: Define comes to more than 10000 calls of methods, but at most 10000 are possible: make the network smaller",
            AnalyzerHarness.Message(Assert.Single(found)));
    }

    [Theory]
    [InlineData("Embed", "Embed(3)")]
    [InlineData("OneHot", "OneHot()")]
    public Task What_holds_no_class_number_is_reported(string name, string call) => Reports(
        DefineRules.NoCategory, $"return x.Dense(2).[|{name}|]{call[name.Length..]}.Dense(3);",
        $"NETGEN0054: {name} takes an input with Categories, but this node holds numbers: use Dense, or say Categories at the input");

    [Theory]
    [InlineData("c.[|Dense|](3)", "Dense")]
    [InlineData("c [|+|] c", "+")]
    [InlineData("Node.[|Concat|](c.OneHot(), c)", "Concat")]
    [InlineData("c.[|Standardize|]()", "Standardize")]
    public Task A_class_number_where_numbers_are_taken_is_reported(string value, string user) => AnalyzerHarness.Reports(
        DefineRules.CategoryUsed, $"using NetGen; [Network] partial class Net {{ static Node Define([Categories(3)] Node c) => ({value}).Dense(2); }}",
        $"NETGEN0055: c holds a class index, but {user} takes numbers: use Embed(dimensions) or OneHot() of c");

    [Fact]
    public Task A_class_number_as_the_output_is_reported() => AnalyzerHarness.Reports(
        DefineRules.CategoryUsed, "using NetGen; [Network] partial class Net { static Node Define([Categories(3)] Node c) => [|c|]; }",
        "NETGEN0055: c holds a class index, but the output takes numbers: use Embed(dimensions) or OneHot() of c");

    [Fact]
    public Task Standardize_behind_a_layer_is_reported() => Reports(
        DefineRules.StandardizeOfNoInput, "return x.Dense(2).[|Standardize|]();",
        "NETGEN0056: Standardize takes numbers straight from an input: use it before everything else, or BatchNorm() here");

    [Fact]
    public Task A_softmax_that_something_is_computed_from_is_reported() => Reports(
        DefineRules.SoftmaxNotLast, "Node a = x.[|Softmax|](); return a.Dense(3).Softmax();",
        "NETGEN0057: softmax is for the output, but something is computed from it here: use another activation, such as Relu()");

    [Fact]
    public Task A_softmax_of_one_value_is_reported() => Reports(
        DefineRules.SoftmaxOfOneValue, "return x.Dense(1).[|Softmax|]();",
        "NETGEN0058: the softmax of 1 value is always 1: use Sigmoid(), or at least 2 values");

    [Fact]
    public Task A_network_without_parameters_is_reported() => AnalyzerHarness.Reports(
        DefineRules.NothingToTrain, "using NetGen; [Network] partial class Net { static Node [|Define|]([Shape(4)] Node x) => x.Standardize().Relu(); }",
        "NETGEN0059: nothing in Define has parameters, so there is nothing to train: use Dense");

    [Theory]
    [InlineData("return x.Dense(3).[|Frozen|]();")]
    [InlineData("return x.Dense(3).[|Frozen|]().Softmax();")]
    [InlineData("Node a = x.Dense(3).Frozen(); return (a + a.Dense(3).[|Frozen|]()).Softmax();")]
    [InlineData("return x.Dense(3).Softmax().[|Frozen|]();")]
    public Task A_network_of_which_nothing_is_trained_is_reported(string body) => Reports(
        DefineRules.NothingToTrain, body,
        "NETGEN0059: all that has parameters in Define is frozen, so there is nothing to train: "
            + "call Frozen() before a layer that is to be trained, or leave it out");

    [Theory]
    [InlineData("Node a = x.Dense(3); return a.Frozen() + a;")]
    [InlineData("return x.Standardize().Frozen().Dense(3);")]
    [InlineData("return x.Dense(3).Frozen().LayerNorm();")]
    public Task A_network_of_which_a_part_is_trained_is_fine(string body) => AnalyzerHarness.IsSilent(DefineRules.NothingToTrain, Source(body));

    [Theory]
    [InlineData("return x.Dense(1).Sigmoid().[|Dropout|](0.3);")]
    [InlineData("return x.Dense(3).Softmax().[|Dropout|](0.3);")]
    [InlineData("Node a = x.Dense(1).Sigmoid().[|Dropout|](0); return a;")]
    [InlineData("return Node.Concat(x.Dense(1), Node.Concat(x.Dense(1).[|Dropout|](0.3), x));")]
    public Task A_dropout_of_outputs_is_reported(string body) => Reports(
        DefineRules.DropoutAtEnd, body,
        "NETGEN0064: dropout here would drop outputs of Net, which are compared with the labels: remove it, or call it before another layer");

    [Theory]
    [InlineData("return x.Dense(3).Dropout(0.3).Dense(1).Sigmoid();")]
    [InlineData("Node a = x.Dense(4); return a + a.Dense(4).Dropout(0.3);")]
    [InlineData("return x.Dense(1).Sigmoid().LayerNorm();")]
    public Task A_dropout_before_other_nodes_and_another_end_are_fine(string body) => AnalyzerHarness.IsSilent(DefineRules.DropoutAtEnd, Source(body));

    [Theory]
    [InlineData("x.Dense(3).Softmax().Dropout(0.3)", "NETGEN0064")]
    [InlineData("x.Dense(3).Softmax().Frozen()", "NETGEN0059")]
    public async Task Behind_a_softmax_what_is_too_much_is_reported_and_not_the_softmax(string end, string rule)
    {
        var found = await AnalyzerHarness.Run([new Generator.Analyzers.Declaration.DeclarationAnalyzer()], Source($"return {end};"));
        Assert.Equal(rule, Assert.Single(found).Id);
    }

    [Theory]
    [InlineData("CrossEntropy", "x.Dense(3)", "cross-entropy, but Define ends in no activation: end it in Softmax(), or use Loss.SquaredError")]
    [InlineData("CrossEntropy", "x.Dense(3).Sigmoid()", "cross-entropy, but Define ends in sigmoid: end it in Softmax(), or use Loss.BinaryCrossEntropy")]
    [InlineData("BinaryCrossEntropy", "x.Dense(3).Relu()", "binary cross-entropy, but Define ends in ReLU: end it in Sigmoid(), or use Loss.SquaredError")]
    [InlineData("AbsoluteError", "x.Dense(3).Softmax()", "absolute error, but Define ends in softmax: leave the softmax out, or use Loss.CrossEntropy")]
    public Task A_loss_that_does_not_fit_is_reported(string loss, string value, string message) => AnalyzerHarness.Reports(
        DefineRules.LossDoesNotFit,
        $"using NetGen; [Network(Loss = [|Loss.{loss}|])] partial class Net {{ static Node Define([Shape(4)] Node x) => {value}; }}",
        $"NETGEN0060: the loss of Net is {message}");

    [Theory]
    [InlineData("CrossEntropy", "x.Dense(3).Softmax()")]
    [InlineData("BinaryCrossEntropy", "x.Dense(3).Sigmoid()")]
    [InlineData("SquaredError", "x.Dense(3).Sigmoid()")]
    [InlineData("AbsoluteError", "x + x.Dense(4)")]
    public Task A_loss_that_fits_is_fine(string loss, string value) => AnalyzerHarness.IsSilent(
        DefineRules.LossDoesNotFit, $"using NetGen; [Network(Loss = Loss.{loss})] partial class Net {{ static Node Define([Shape(4)] Node x) => {value}; }}");

    private static Task Reports(Microsoft.CodeAnalysis.DiagnosticDescriptor rule, string body, string message) =>
        AnalyzerHarness.Reports(rule, Source(body), message);

    private static string Source(string body, string members = "") =>
        $"using NetGen; [Network] partial class Net\n{{\n{members}\nstatic Node Define([Shape(4)] Node x)\n{{\n{body}\n}}\n}}";
}
