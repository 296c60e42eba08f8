using NetGen.Generator.Diagnostics;

namespace NetGen.Analyzers.Tests.Define;

/// <summary>What Define cannot say is reported where it stands, with what to write instead: NETGEN0040, 0042, 0045 and 0052.</summary>
public class GrammarRuleTests
{
    private const string Repeat = "write the layers out, or a static method that takes and returns Node";
    private const string Choose = "a network has one form, so write what holds, or a class for each form";
    private const string Expression = "write a parameter, a local, a call on a Node, Node.Concat, or a sum";
    private const string Call = "call a method of Node, Node.Concat, or a static method of this class that takes and returns Node";

    [Theory]
    [InlineData("[|for|] (int i = 0; i < 3; i++) { a.Dense(3); }", "for", Repeat)]
    [InlineData("[|foreach|] (int i in new[] { 1 }) { }", "foreach", Repeat)]
    [InlineData("[|while|] (a != null) { }", "while", Repeat)]
    [InlineData("[|do|] { } while (a == null);", "do", Repeat)]
    [InlineData("[|if|] (count > 3) { return a; }", "if", Choose)]
    [InlineData("[|switch|] (count) { default: break; }", "switch", Choose)]
    [InlineData("[|try|] { } finally { }", "try", "nothing is run that could throw, so write what is in it alone")]
    [InlineData("[|lock|] (a) { }", "lock", "nothing is run, so write what is in it alone")]
    [InlineData("[|using|] (System.IO.Stream s = System.IO.Stream.Null) { }", "using", "a node holds nothing to dispose of, so leave it out")]
    [InlineData("[|using|] var s = System.IO.Stream.Null;", "using", "a node holds nothing to dispose of, so leave it out")]
    [InlineData("[|checked|] { }", "checked", "write what is in it alone")]
    [InlineData("[|{|] }", "a block", "write what is in it alone")]
    [InlineData("[|;|]", "an empty statement", "remove it")]
    [InlineData("static Node [|Local|](Node n) => n;", "a local function", "write a static method of the class that takes and returns Node")]
    [InlineData("a.[|Dense|](3);", "a value that nothing takes", "declare a local for it, or remove it")]
    [InlineData("a [|=|] a.Dense(3);", "the assignment =", "a local gets its value once, so declare another local")]
    [InlineData("a [|+=|] a;", "the assignment +=", "a local gets its value once, so declare another local")]
    [InlineData("var (p, q) [|=|] (a, a);", "a deconstruction", "declare a local for each node")]
    [InlineData("Node [|late|];", "late without a value", "give it its value where it is declared")]
    [InlineData("[|int|] n = 3;", "a local of type int", "write a const field of the class, or a node")]
    [InlineData("var [|n|] = \"n\";", "a local of type string", "write a const field of the class, or a node")]
    [InlineData("[|Node[]|] all = [a];", "a local of type Node array", "a local is a Node")]
    [InlineData("[|object|] o = a;", "a local of type object", "a local is a Node")]
    [InlineData("[|ref|] Node r = ref held;", "ref", "leave it out")]
    public Task Statements_are_named(string statement, string name, string instead) => Reports(
        $"static Node Define([Shape(4)] Node x)\n{{\nNode a = x.Dense(3);\n{statement}\nreturn a.Dense(2);\n}}",
        $"NETGEN0040: {name} is not understood here: Define is read, not run; {instead}");

    [Theory]
    [InlineData("count > 3 [|?|] x : x.Relu()", "?:", Expression)]
    [InlineData("(x [|switch|] { _ => x })", "switch", Expression)]
    [InlineData("x[|?|].Relu()", "?.", Expression)]
    [InlineData("x[|!|]", "the operator !", Expression)]
    [InlineData("(x [|??|] x)", "the operator ??", Expression)]
    [InlineData("([|(Node)x|])", "a cast", Expression)]
    [InlineData("[|checked(x + x)|]", "checked", Expression)]
    [InlineData("[|held|]", "the field held", Expression)]
    [InlineData("[|Held|]", "the property Held", Expression)]
    [InlineData("Net.[|held|]", "the member held", Expression)]
    [InlineData("new[] { x }[|[0]|]", "an index", Expression)]
    [InlineData("Other.[|Make|](x)", "a call of Make", Call)]
    [InlineData("x.[|Extended|]()", "a call of Extended", Call)]
    public Task Expressions_are_named(string expression, string name, string instead) => Reports(
        $"static Node Define([Shape(4)] Node x) => {expression}.Dense(3);",
        $"NETGEN0040: {name} is not understood here: Define is read, not run; {instead}");

    [Fact]
    public Task What_follows_a_return_is_reported() => Reports(
        "static Node Define([Shape(4)] Node x)\n{\nreturn x.Dense(2);\n[|Node|] a = x;\n}",
        "NETGEN0040: a statement after return is not understood here: Define is read, not run; write it before, or remove it");

    [Theory]
    [InlineData("[|unsafe|] static Node Define([Shape(4)] Node x) => x.Dense(2);", "unsafe", "leave it out")]
    [InlineData("static Node Define[|<T>|]([Shape(4)] Node x) => x.Dense(2);", "a type parameter", "take and return Node")]
    [InlineData(
        "static Node Define([Shape(4)] Node x) => Layer<int>(x); static Node Layer[|<T>|](Node a) => a.Dense(2);",
        "a type parameter", "take and return Node")]
    [InlineData("static Node Define([Shape(4)] [|in|] Node x) => x.Dense(2);", "in", "leave it out")]
    [InlineData(
        "[return: [|Shape(2)|]] static Node Define([Shape(4)] Node x) => x.Dense(2);",
        "Shape", "only the parameters of Define say Shape or Categories, so leave it out")]
    [InlineData(
        "static Node Define([Shape(4)] Node x) => Layer(x); static Node Layer([[|Shape(4)|]] Node x) => x.Dense(2);",
        "Shape", "only the parameters of Define say Shape or Categories, so leave it out")]
    public Task Heads_are_read_too(string members, string name, string instead) => Reports(
        members, $"NETGEN0040: {name} is not understood here: Define is read, not run; {instead}");

    [Theory]
    [InlineData("static Node Define([Shape(4)] Node x, [Shape(2)] Node [|y|]) => x.Dense(2);", "parameter y")]
    [InlineData("static Node Define([Shape(4)] Node x) { Node a = x.Dense(3); Node [|b|] = a.Relu(); return a; }", "local b")]
    [InlineData("static Node Define([Shape(4)] Node x) => Layer(x, 3); static Node Layer(Node x, int [|units|]) => x.Dense(2);", "parameter units")]
    [InlineData("static Node Define([Shape(4)] Node x) => Two(Two(x)); static Node Two(Node x) { Node [|n|] = x; return x.Dense(2); }", "local n")]
    public Task A_node_that_nothing_uses_is_reported(string members, string what) => AnalyzerHarness.Reports(
        DefineRules.NodeUnused, Source(members), $"NETGEN0042: nothing uses the {what}: use it, or remove it");

    [Fact]
    public async Task Of_a_body_that_ends_without_its_return_nothing_is_called_unused()
    {
        string thrown = Source("static Node Define([Shape(4)] Node x) { Node a = x; [|throw|] new System.NotSupportedException(); }");
        await AnalyzerHarness.Reports(
            DefineRules.NotUnderstood, thrown, "NETGEN0040: throw is not understood here: Define is read, not run; return a Node");
        foreach (string body in new[] { "throw new System.NotSupportedException();", "", "return;" })
        {
            await AnalyzerHarness.IsSilent(DefineRules.NodeUnused, Source($"static Node Define([Shape(4)] Node x) {{ {body} }}"));
        }
    }

    [Fact]
    public Task A_generic_method_is_one_mistake_and_not_three() => AnalyzerHarness.IsSilent(
        DefineRules.NodeUnused, Source("static Node Define([Shape(4)] Node x) => Layer<int>(x); static Node Layer<T>(Node a) => a.Dense(2);"));

    [Theory]
    [InlineData("static Node Define([Shape(4)] Node x) => A(x); static Node A(Node x) => [|A|](x.Dense(2));", "A calls itself")]
    [InlineData(
        "static Node Define([Shape(4)] Node x) => A(x); static Node A(Node x) => B(x).Relu(); static Node B(Node x) => Net.[|A|](x.Dense(2));",
        "A calls itself by way of B")]
    [InlineData("static Node Define([Shape(4)] Node x) => [|Define|](x.Dense(2));", "Define calls itself")]
    public Task A_method_that_calls_itself_is_reported(string members, string what) => AnalyzerHarness.Reports(
        DefineRules.Recursion, Source(members), $"NETGEN0045: {what}: Define is read, not run, so nothing would end it; write the layers out");

    [Theory]
    [InlineData("x.Dense([|count|])", "units of Dense", "use a literal or a const field")]
    [InlineData("x.Dense(units: [|\"abc\".Length|])", "units of Dense", "use a literal or a const field")]
    [InlineData("x.Dense(2).Dropout([|Rate()|])", "rate of Dropout", "use a literal or a const field")]
    [InlineData("x.Dense(2, [|count > 3|])", "bias of Dense", "use a literal or a const field")]
    [InlineData("Layer(x, [|count|])", "units of Layer", "use a literal or a const field")]
    [InlineData("Layer(x, 3)", "units of Dense", "use a literal, a const field, or a parameter of this method", "units + [|count|]")]
    [InlineData("Layer(x, 3)", "units of Dense", "the arithmetic overflows or divides by zero", "[|units * int.MaxValue|]")]
    [InlineData("Layer(x, 0)", "units of Dense", "the arithmetic overflows or divides by zero", "[|3 / units|]")]
    public Task What_is_not_known_while_compiling_is_reported(string value, string what, string instead, string units = "units") => AnalyzerHarness.Reports(
        DefineRules.NotConstant,
        Source($"static double Rate() => 0.5; static Node Layer(Node n, int units) => n.Dense({units}); static Node Define([Shape(4)] Node x) => {value};"),
        $"NETGEN0052: {what} is not known while compiling: {instead}");

    [Fact]
    public Task What_the_compiler_refuses_is_left_to_it() => AnalyzerHarness.Reports(
        DefineRules.NotUnderstood,
        Source("static Node Define([Shape(4)] Node x) { Node a = missing.Dense(3); Node b = x.Dense(\"3\"); Node c = null.Relu(); [|for|] (;;) { } }"),
        $"NETGEN0040: for is not understood here: Define is read, not run; {Repeat}");

    [Fact]
    public Task A_define_without_a_mistake_is_silent() => ShapeHarness.Reports("""
        using NetGen;
        [Network] public sealed partial class Digits
        {
            private const int Hidden = 8;
            static Node Define([Shape(64)] Node picture) => Layer(picture, Hidden).Dense(10).Softmax();
            static Node Layer(Node x, int units) => x.Dense(units).Relu();
        }
        static class Program
        {
            static int Run(Digits digits, float[] x) => digits.PredictClass(new float[64]) + digits.Predict(x).Length + Digits.InputSize;
        }
        """);

    [Fact]
    public Task Calls_of_a_described_network_are_checked() => ShapeHarness.Reports(
        """
        using NetGen;
        [Network] public sealed partial class Digits { static Node Define([Shape(64)] Node picture) => picture.Dense(10).Softmax(); }
        static class Program { static int Run(Digits digits) => digits.PredictClass([|new float[63]|]); }
        """,
        "0201: x holds 63 values, but Digits takes 64 inputs an example and PredictClass one example: x must hold 64 values");

    private static Task Reports(string members, string message) => AnalyzerHarness.Reports(DefineRules.NotUnderstood, Source(members), message);

    private static string Source(string members) => "using System; using NetGen;\n"
        + "static class Other { public static Node Make(Node n) => n; public static Node Extended(this Node n) => n; }\n"
        + "[Network] public sealed partial class Net\n{\nprivate static Node held = null!; private static Node Held => held; private static int count = 3;\n"
        + $"{members}\n}}";
}
