using NetGen.Generator.Layers.BatchNorm;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Layers.Dropout;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;
using NetGen.Generator.Tests.Define;

namespace NetGen.Generator.Tests;

/// <summary>Layers of a stack with batch normalization and dropout: what they are made of, how they are named, and that Define says the same.</summary>
public class StackTests
{
    private const string Both = "[Layers(6, 5, 4, 3)] [Layer(1, BatchNorm = true, Dropout = 0.2)] [Layer(2, Dropout = 0.5)]";

    [Fact]
    public void A_declared_layer_is_dense_then_normalized_then_dropped()
    {
        var spec = Spec(Both);
        Assert.Equal(
            [
                new DenseSpec(1, 6, 5, Activation.Linear, 0.01),
                new BatchNormSpec(2, 1, 5, 0.1, 1e-5, new ActivationSpec(Activation.Relu, 0)) { Name = "1" },
                new DropoutSpec(3, 2, 5, 0.2),
                new DenseSpec(4, 5, 4, Activation.Relu, 0.01) { Name = "2" },
                new DropoutSpec(5, 4, 4, 0.5),
                new DenseSpec(6, 4, 3, Activation.Softmax, 0.01) { Name = "3" },
            ],
            spec.Layers);
        Assert.Equal(3, spec.LayerCount());
        Assert.Equal(
            ["W1", "b1", "gamma1", "beta1", "mean1", "variance1", "W2", "b2", "W3", "b3"],
            spec.Layers.SelectMany(static layer => layer.Parameters.Select(layer.ParameterName)));
    }

    [Theory]
    [InlineData("[Layers(6, 5, 1)] [Layer(2, BatchNorm = true)]", Activation.Sigmoid, 0)]
    [InlineData("[Layers(6, 5, 3)] [Layer(2, BatchNorm = true)]", Activation.Softmax, 0)]
    [InlineData("[Layers(6, 5, 1)] [Layer(2, BatchNorm = true, Activation = Activation.LeakyRelu, Slope = 0.2)]", Activation.LeakyRelu, 0.2)]
    [InlineData("[Layers(6, 5, 1)] [Layer(2, BatchNorm = true, Activation = Activation.LeakyRelu)]", Activation.LeakyRelu, 0.01)]
    public void The_normalization_has_the_activation(string attributes, Activation activation, double slope) =>
        Assert.Equal(new ActivationSpec(activation, slope), Assert.IsType<BatchNormSpec>(Spec(attributes).OutputLayer()).Activation);

    [Theory]
    [InlineData("[Layer(1, BatchNorm = false, Dropout = 0)]")]
    [InlineData("[Layer(2)]")]
    public void Nothing_said_adds_nothing(string attribute) => Assert.Equal(Spec("[Layers(6, 5, 1)]").Layers, Spec("[Layers(6, 5, 1)] " + attribute).Layers);

    [Theory]
    [InlineData(Both, "6", "x.Dense(5).BatchNorm().Relu().Dropout(0.2).Dense(4).Relu().Dropout(0.5).Dense(3).Softmax()")]
    [InlineData("[Layers(20, 40, 1)] [Layer(1, Dropout = 0.1)]", "20", "x.Dense(40).Relu().Dropout(0.1).Dense(1).Sigmoid()")]
    [InlineData(
        "[Layers(6, 5, 2, Hidden = Activation.Tanh, Output = Activation.Linear)] [Layer(1, BatchNorm = true)] [Layer(2, BatchNorm = true)]",
        "6", "x.Dense(5).BatchNorm().Tanh().Dense(2).BatchNorm()")]
    [InlineData(
        "[Layers(6, 5, 1)] [Layer(1, BatchNorm = true, Activation = Activation.LeakyRelu, Slope = 0.3)]",
        "6", "x.Dense(5).BatchNorm().LeakyRelu(0.3).Dense(1).Sigmoid()")]
    public void Define_spelled_out_emits_the_same_kernels(string attributes, string inputs, string chain)
    {
        var declared = DefineHarness.Kernels($"using NetGen; {attributes} public sealed partial class Net;");
        var described = DefineHarness.Kernels(DefineHarness.Class($"static Node Define([Shape({inputs})] Node x) => {chain};"));
        Assert.Equal(4, declared.Count);
        Assert.Equal(declared, described);
    }

    [Fact]
    public void The_class_has_the_members_of_the_declared_layers()
    {
        GeneratorHarness.Run(GeneratorHarness.Compile($"using NetGen; {Both} public sealed partial class Net;"), out var output);
        Assert.Empty(GeneratorHarness.DiagnosticsOfEmittedFiles(output));
        var net = output.GetTypeByMetadataName("Net")!;
        string[] members = ["Units1", "Units2", "Units3", "W1", "b1", "gamma1", "beta1", "mean1", "variance1", "W2", "b2", "W3", "b3"];
        Assert.All(members, member => Assert.Single(net.GetMembers(member)));
        Assert.All(["Units4", "Units5", "Units6", "W4", "b4", "gamma2"], member => Assert.Empty(net.GetMembers(member)));
        Assert.Equal(3, Assert.IsAssignableFrom<Microsoft.CodeAnalysis.IFieldSymbol>(Assert.Single(net.GetMembers("LayerCount"))).ConstantValue);
    }

    [Fact]
    public void The_names_of_a_normalization_are_taken() => Assert.Equal(
        [ProblemKind.ReservedName, ProblemKind.ReservedName],
        GeneratorHarness.Parse("[Layers(6, 5, 1)] [Layer(1, BatchNorm = true)] partial class Net { float gamma1, variance1, other; }")
            .Problems.Select(static problem => problem.Kind));

    [Fact]
    public void The_documentation_speaks_of_the_declared_layers()
    {
        string surface = GeneratorHarness.Run($"using NetGen; {Both} public sealed partial class Net;").GeneratedSources
            .Single(static file => file.HintName == "Net.g.cs").SourceText.ToString();
        Assert.Contains("/// A network of 3 layers: 6 inputs, then 5 units (relu), 4 units (relu), 3 units (softmax).", surface, StringComparison.Ordinal);
        Assert.Contains("/// <summary>The declaration: 6, 5, 4, 3.</summary>", surface, StringComparison.Ordinal);
        Assert.Contains("/// <summary>The units of the last layer, n[3].</summary>", surface, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_normalization_adds_counts_among_the_parameters()
    {
        // 46340 * 46340 weights and as many biases are less than an array holds, 4 more vectors are more.
        Assert.Empty(GeneratorHarness.Parse("[Layers(46340, 46340)] partial class Net;").Problems);
        var problem = Assert.Single(GeneratorHarness.Parse("[Layers(46340, 46340)] [Layer(1, BatchNorm = true)] partial class Net;").Problems);
        Assert.Equal(ProblemKind.TooManyParameters, problem.Kind);
    }

    private static NetworkSpec Spec(string attributes)
    {
        var result = GeneratorHarness.Parse($"{attributes} partial class Net;");
        Assert.Empty(result.Problems);
        Assert.NotNull(result.Spec);
        return result.Spec;
    }
}
