using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests.Define;

/// <summary>A stack of dense layers is the same network whether Layers declares it or Define describes it.</summary>
public class LoweringTests
{
    /// <summary>The only text by which the spellings differ.</summary>
    private const string Naming = "    // The method is read and never run; naming it here tells tools that it is used.\n"
        + "    [global::System.CodeDom.Compiler.GeneratedCode(\"NetGen\", \"0.1.0\")]\n"
        + "    private const string __DescribedBy = nameof(Define);\n\n";

    [Theory]
    [InlineData("784, 128, 10", "784", "x.Dense(128).Relu().Dense(10).Softmax()")]
    [InlineData("4, 3, 1", "4", "x.Dense(3).Relu().Dense(1).Sigmoid()")]
    [InlineData("64, 32, 5, Hidden = Activation.Tanh, Output = Activation.Linear", "64", "x.Dense(32).Tanh().Dense(5)")]
    [InlineData("2, 3, 3, 2, Hidden = Activation.GeluErf, Output = Activation.Sigmoid", "2", "x.Dense(3).GeluErf().Dense(3).GeluErf().Dense(2).Sigmoid()")]
    public void Both_spellings_emit_the_same_text(string layers, string inputs, string chain)
    {
        var declared = Files($"using NetGen; [Layers({layers})] public sealed partial class Net;");
        var described = Files(DefineHarness.Class($"static Node Define([Shape({inputs})] Node x) => {chain};"));
        Assert.Equal(6, declared.Count);
        Assert.Equal(declared, described);
    }

    [Fact]
    public void Emitted_code_names_define_so_that_no_tool_calls_it_unused()
    {
        var described = GeneratorHarness.Run(DefineHarness.Class("static Node Define([Shape(4)] Node x) => x.Dense(3);"));
        Assert.Contains(Naming, GeneratorHarness.FilesOfNetworks(described).Single(static file => file.HintName == "Net.g.cs").SourceText.ToString());
    }

    [Theory]
    [InlineData("Loss = Loss.AbsoluteError, Initializer = Initializer.He, Element = ElementType.Double")]
    [InlineData("Loss = Loss.SquaredError")]
    public void Options_mean_the_same(string options) => Assert.Equal(
        Files($"using NetGen; [Layers(4, 3, 1, Output = Activation.Linear, {options})] public sealed partial class Net;"),
        Files(DefineHarness.Class("static Node Define([Shape(4)] Node x) => x.Dense(3).Relu().Dense(1);", $"Network({options})")));

    [Fact]
    public void A_slope_is_taken() => Assert.Equal(
        Files("using NetGen; [Layers(4, 3, 1)] [Layer(1, Activation = Activation.LeakyRelu, Slope = 0.2)] public sealed partial class Net;"),
        Files(DefineHarness.Class("static Node Define([Shape(4)] Node x) => x.Dense(3).LeakyRelu(0.2).Dense(1).Sigmoid();")));

    [Theory]
    [InlineData("x.Dense(3, bias: false)")]
    [InlineData("x.Relu().Dense(3)")]
    [InlineData("x.Dense(3).Relu().Tanh()")]
    [InlineData("x.Dense(3).BatchNorm()")]
    [InlineData("x + x.Dense(4)")]
    public void What_is_no_stack_has_a_graph_and_no_layers(string output)
    {
        var result = GeneratorHarness.Parse(DefineHarness.Class($"static Node Define([Shape(4)] Node x) => {output};"));
        Assert.NotNull(result.Graph);
        Assert.Null(result.Spec);
    }

    [Fact]
    public void The_emitted_members_compile()
    {
        var compilation = GeneratorHarness.Compile(DefineHarness.Class("static Node Define([Shape(4)] Node x) => x.Dense(3).Relu().Dense(2).Softmax();"));
        GeneratorHarness.Run(compilation, out var output);
        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken).Where(static one => one.Severity >= DiagnosticSeverity.Warning));
    }

    private static Dictionary<string, string> Files(string source) => GeneratorHarness.FilesOfNetworks(GeneratorHarness.Run(source))
        .ToDictionary(static file => file.HintName, static file => file.SourceText.ToString().Replace(Naming, string.Empty, StringComparison.Ordinal));
}
