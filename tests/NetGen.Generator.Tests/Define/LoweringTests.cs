using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests.Define;

/// <summary>
/// A stack of dense layers is the same network whether Layers declares it or Define describes it, but for the names of its layers; other graphs have layers of
/// other kinds.
/// </summary>
public class LoweringTests
{
    /// <summary>What a described network holds beside.</summary>
    private const string Naming = "    // The method is read and never run; naming it here tells tools that it is used.\n"
        + "    [global::System.CodeDom.Compiler.GeneratedCode(\"NetGen\", \"0.1.0\")]\n"
        + "    private const string __DescribedBy = nameof(Define);\n\n";

    [Theory]
    [InlineData("784, 128, 10", "784", "x.Dense(128).Relu().Dense(10).Softmax()")]
    [InlineData("4, 3, 1", "4", "x.Dense(3).Relu().Dense(1).Sigmoid()")]
    [InlineData("64, 32, 5, Hidden = Activation.Tanh, Output = Activation.Linear", "64", "x.Dense(32).Tanh().Dense(5)")]
    [InlineData("2, 3, 3, 2, Hidden = Activation.GeluErf, Output = Activation.Sigmoid", "2", "x.Dense(3).GeluErf().Dense(3).GeluErf().Dense(2).Sigmoid()")]
    public void Both_spellings_emit_the_same_kernels(string layers, string inputs, string chain)
    {
        var declared = DefineHarness.Kernels($"using NetGen; [Layers({layers})] public sealed partial class Net;");
        var described = DefineHarness.Kernels(DefineHarness.Class($"static Node Define([Shape({inputs})] Node x) => {chain};"));
        Assert.Equal(4, declared.Count);
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
        DefineHarness.Kernels($"using NetGen; [Layers(4, 3, 1, Output = Activation.Linear, {options})] public sealed partial class Net;"),
        DefineHarness.Kernels(DefineHarness.Class("static Node Define([Shape(4)] Node x) => x.Dense(3).Relu().Dense(1);", $"Network({options})")));

    [Fact]
    public void A_slope_is_taken() => Assert.Equal(
        DefineHarness.Kernels("using NetGen; [Layers(4, 3, 1)] [Layer(1, Activation = Activation.LeakyRelu, Slope = 0.2)] public sealed partial class Net;"),
        DefineHarness.Kernels(DefineHarness.Class("static Node Define([Shape(4)] Node x) => x.Dense(3).LeakyRelu(0.2).Dense(1).Sigmoid();")));

    [Theory]
    [InlineData("x.Dense(3, bias: false)", "Dense")]
    [InlineData("x.Relu().Dense(3)", "Activation, Dense")]
    [InlineData("x.Dense(3).Relu().Tanh()", "Dense, Activation")]
    [InlineData("x.Dense(3).BatchNorm().Relu()", "Dense, BatchNorm")]
    [InlineData("x + x.Dense(4)", "Dense, Sum")]
    public void What_is_no_stack_has_layers_of_other_kinds(string output, string kinds)
    {
        var result = GeneratorHarness.Parse(DefineHarness.Class($"static Node Define([Shape(4)] Node x) => {output};"));
        Assert.NotNull(result.Spec);
        Assert.Equal(kinds, string.Join(", ", result.Spec.Layers.Select(static layer => layer.Kind)));
    }

    [Fact]
    public void The_emitted_members_compile()
    {
        var compilation = GeneratorHarness.Compile(DefineHarness.Class("static Node Define([Shape(4)] Node x) => x.Dense(3).Relu().Dense(2).Softmax();"));
        GeneratorHarness.Run(compilation, out var output);
        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken).Where(static one => one.Severity >= DiagnosticSeverity.Warning));
    }
}
