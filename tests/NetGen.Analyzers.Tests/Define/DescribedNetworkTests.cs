using Microsoft.CodeAnalysis;
using NetGen.Tests;

namespace NetGen.Analyzers.Tests.Define;

/// <summary>Values that are passed to networks that a method describes, of layers of any kind: what fires, with its message, and the near misses.</summary>
public sealed class DescribedNetworkTests
{
    /// <summary>A residual network; one of two inputs, a class and numbers that are standardized; and one that ends in a normalization.</summary>
    private const string Networks = """
        [Network] public sealed partial class Digit
        {
            static Node Define([Shape(6)] Node picture)
            {
                Node stem = picture.Dense(4).BatchNorm().Relu();
                return (stem + stem.Dense(4, bias: false).Relu()).Dense(3).Softmax();
            }
        }
        [Network] public sealed partial class Taxi
        {
            static Node Define([Categories(12)] Node zone, [Shape(5)] Node trip)
            {
                Node place = zone.Embed(3);
                return Node.Concat(place, trip.Standardize()).Dense(2).Named("fare");
            }
        }
        [Network] public sealed partial class Code
        {
            static Node Define([Shape(3)] Node x) => x.Dense(7).BatchNorm().Tanh();
        }
        """;

    [Theory]
    [InlineData("digit.Predict([|new float[10]|]);", "x holds 10 values, but Digit takes 6 inputs an example: the length must be a multiple of 6")]
    [InlineData("digit.CreatePredictor().Predict([|[1, 2]|]);", "x holds 2 values, but Digit takes 6 inputs an example: the length must be a multiple of 6")]
    [InlineData(
        "digit.PredictClass([|new float[12]|]);", "x holds 12 values, but Digit takes 6 inputs an example and PredictClass one example: x must hold 6 values")]
    [InlineData("taxi.Predict([|new float[13]|]);", "x holds 13 values, but Taxi takes 6 inputs an example: the length must be a multiple of 6")]
    [InlineData("taxi.Cost([|[]|], []);", "x is empty, but the cost of Taxi is a mean over examples: it must hold at least one example of 6 inputs")]
    [InlineData(
        "code.TrainStep([|new float[4]|], new float[7], 0.1);",
        "x holds 4 values, but Code takes 3 inputs an example: the length must be a multiple of 3")]
    public Task Examples_have_the_columns_of_all_inputs(string statements, string message) => Reports(statements, "0201: " + message);

    [Theory]
    [InlineData("digit.Cost(new float[6], [|new float[4]|]);", "y holds 4 values, but Digit gives 3 outputs an example: the length must be a multiple of 3")]
    [InlineData(
        "taxi.Predict(new float[6], [|new float[5]|]);",
        "output holds 5 values, but Taxi gives 2 outputs an example: the length must be a multiple of 2")]
    [InlineData("code.Cost(new float[3], [|new float[3]|]);", "y holds 3 values, but Code gives 7 outputs an example: the length must be a multiple of 7")]
    public Task Labels_have_the_outputs_of_the_end(string statements, string message) => Reports(statements, "0202: " + message);

    [Theory]
    [InlineData(
        "digit.Cost(new float[12], [|new int[3]|]);", "classes holds 3 classes of Digit, one an example, but x holds 2 examples: classes must hold 2 values")]
    [InlineData("taxi.Cost(new float[12], [|new float[6]|]);", "y holds 3 labels of Taxi, 2 values each, but x holds 2 examples: y must hold 4 values")]
    public Task Examples_and_labels_are_equally_many(string statements, string message) => Reports(statements, "0203: " + message);

    [Theory]
    [InlineData(
        "code.Predict(new float[6], [|new float[7]|]);",
        "output holds 7 values, but x holds 2 examples and Code gives 7 outputs an example: output must hold at least 14 values")]
    [InlineData(
        "taxi.ComputeGradients(new float[6], new float[2], [|new float[10]|]);",
        "gradients holds 10 values, but Taxi has 64 parameters: gradients must hold at least 64 values")]
    [InlineData(
        "digit.ComputeGradients(new float[6], new float[3], [|new float[74]|]);",
        "gradients holds 74 values, but Digit has 75 parameters: gradients must hold at least 75 values")]
    public Task A_destination_has_room(string statements, string message) => Reports(statements, "0204: " + message);

    [Theory]
    [InlineData("digit.SetParameters([|new float[74]|]);", "SetParameters receives 74 values, but Digit has 75 parameters: parameters must hold 75 values")]
    [InlineData(
        "digit.dense1_W.CopyFrom([|new float[6, 4]|]);",
        "dense1_W.CopyFrom receives 6x4, but layer dense1 of Digit maps 6 inputs to 4 units: dense1.W must be 4x6")]
    [InlineData(
        "digit.dense1_b.CopyFrom([|new float[6]|]);",
        "dense1_b.CopyFrom receives 6 values, but layer dense1 of Digit has 4 units: dense1.b must hold 4 values")]
    [InlineData(
        "digit.stem_gamma.CopyFrom([|new float[5]|]);",
        "stem_gamma.CopyFrom receives 5 values, but layer stem of Digit has 4 units: stem.gamma must hold 4 values")]
    [InlineData("digit.stem_beta.CopyFrom([|[1]|]);", "stem_beta.CopyFrom receives 1 value, but layer stem of Digit has 4 units: stem.beta must hold 4 values")]
    [InlineData(
        "digit.stem_mean.CopyFrom([|new float[3]|]);",
        "stem_mean.CopyFrom receives 3 values, but layer stem of Digit has 4 units: stem.mean must hold 4 values")]
    [InlineData(
        "digit.stem_variance.CopyFrom([|code.norm1_beta.AsSpan()|]);",
        "stem_variance.CopyFrom receives 7 values, but layer stem of Digit has 4 units: stem.variance must hold 4 values")]
    [InlineData(
        "taxi.place_W.CopyFrom([|new float[3, 12]|]);",
        "place_W.CopyFrom receives 3x12, but layer place of Taxi maps 12 classes to 3 units: place.W must be 12x3")]
    [InlineData(
        "taxi.place_W.CopyFrom([|new float[35]|]);",
        "place_W.CopyFrom receives 35 values, but layer place of Taxi maps 12 classes to 3 units: place.W must be 12x3, which is 36 values")]
    [InlineData("taxi.fare_b.CopyFrom([|[1]|]);", "fare_b.CopyFrom receives 1 value, but layer fare of Taxi has 2 units: fare.b must hold 2 values")]
    [InlineData(
        "taxi.standardize1_scale.CopyFrom([|new float[6]|]);",
        "standardize1_scale.CopyFrom receives 6 values, but layer standardize1 of Taxi has 5 units: standardize1.scale must hold 5 values")]
    public Task Setters_and_views_know_their_sizes(string statements, string message) => Reports(statements, "0205: " + message);

    [Theory]
    [InlineData(
        "digit.Predict([|code.Predict(new float[count])|]);",
        "x holds outputs of Code, 7 values an example, but Digit takes 6 inputs an example: both must be equal")]
    [InlineData(
        "stack.Predict([|code.Predict(new float[count])|]);",
        "x holds outputs of Code, 7 values an example, but layer 1 of Stack takes 3 inputs an example: both must be equal")]
    [InlineData(
        "digit.Predict([|stack.Predict(new float[count])|]);",
        "x holds outputs of layer 2 of Stack, 2 values an example, but Digit takes 6 inputs an example: both must be equal")]
    public Task Outputs_fit_the_inputs_of_the_next(string statements, string message) => Reports(statements, "0206: " + message);

    [Theory]
    [InlineData("digit.Predict(new float[12]); taxi.Predict(new float[Taxi.InputSize]); code.Cost(new float[3], new float[7]);")]
    [InlineData("digit.Cost(new float[12], new int[2]); digit.Cost(new float[12], new float[6]);")]
    [InlineData("digit.SetParameters(new float[75]); taxi.SetParameters(taxi.Parameters); taxi.ComputeGradients(new float[6], new float[2], new float[64]);")]
    [InlineData("taxi.place_W.CopyFrom(new float[12, 3]); taxi.place_W.CopyFrom(new float[36]); taxi.standardize1_mean.CopyFrom(new float[5]);")]
    [InlineData("digit.stem_gamma.CopyFrom(digit.stem_beta.AsSpan()); stack.Predict(digit.Predict(new float[count]));")]
    public Task What_fits_is_accepted(string statements) => Reports(statements);

    [Fact]
    public async Task Of_a_referenced_network_the_marks_of_its_members_are_known()
    {
        (string source, var spans) = AnalyzerHarness.Unmark(
            "public static class Use { public static void Run(Code code) => code.Predict([|new float[4]|]); }");
        Compilation library = ShapeHarness.Compile("using NetGen;\n" + Networks).WithAssemblyName("Models");
        using var assembly = new MemoryStream();
        Assert.True(library.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken).Success);
        MetadataReference[] references = [MetadataReference.CreateFromImage(assembly.ToArray()), library.ToMetadataReference()];
        foreach (MetadataReference reference in references)
        {
            var found = await ShapeHarness.Run(UserProject.With([source]).AddReferences(reference));
            Assert.Equal(
                ["NETGEN0208: the value passed to x holds 4 values, but x is stated as examples of 3 values: the length must be a multiple of 3"],
                found.Select(AnalyzerHarness.Message));
            Assert.Equal(spans, found.Select(static diagnostic => diagnostic.Location.SourceSpan));
        }
    }

    private static Task Reports(string statements, params string[] expected) => ShapeHarness.Reports(
        $$"""
        using System;
        using NetGen;
        {{Networks}}
        [Layers(3, 4, 2, Output = Activation.Linear)] public sealed partial class Stack;
        public static class Use
        {
            public static void Run(Digit digit, Taxi taxi, Code code, Stack stack, int count)
            {
                {{statements}}
            }
        }
        """,
        expected);
}
