using NetGen.CodeFixes;

namespace NetGen.Analyzers.Tests;

/// <summary>The repairs: what an edit turns a source into. Every result is compiled and analyzed again.</summary>
public sealed class CodeFixTests
{
    [Fact]
    public Task A_class_is_made_partial() => CodeFixHarness.Fixes<MakePartialCodeFix>(
        "[NetGen.Layers(4, 1)] public sealed class Net { }",
        "Make the class partial",
        "[NetGen.Layers(4, 1)] public sealed partial class Net { }");

    [Fact]
    public Task A_class_and_the_types_around_it_are_made_partial_at_once() => CodeFixHarness.FixesAll<MakePartialCodeFix>(
        """
        public static class Outer
        {
            internal struct Inner
            {
                [NetGen.Layers(4, 1)] public sealed class Net { }
                [NetGen.Layers(4, 2)] public sealed partial class Other { }
            }
        }
        """,
        """
        public static partial class Outer
        {
            internal partial struct Inner
            {
                [NetGen.Layers(4, 1)] public sealed partial class Net { }
                [NetGen.Layers(4, 2)] public sealed partial class Other { }
            }
        }
        """);

    [Theory]
    [InlineData("[Weights(2)] static float[,] w = new float[7, 21];", "Create it as 7x20", "[Weights(2)] static float[,] w = new float[7, 20];")]
    [InlineData("[Weights(2)] static float[,] w = new float[Units2, Units2];", "Create it as 7x20", "[Weights(2)] static float[,] w = new float[Units2, 20];")]
    [InlineData("[Weights(2)] static float[] w = new float[141];", "Create it with 140 values", "[Weights(2)] static float[] w = new float[140];")]
    [InlineData("[Weights(2)] static float[][] w = new float[6][];", "Create it with 7 rows", "[Weights(2)] static float[][] w = new float[7][];")]
    [InlineData(
        "[Weights(2)] static float[,] W() { var w = new float[8, 20]; return w; }",
        "Create it as 7x20",
        "[Weights(2)] static float[,] W() { var w = new float[7, 20]; return w; }")]
    public Task The_size_of_declared_weights_is_corrected(string wrong, string title, string right) =>
        CodeFixHarness.Fixes<CorrectSizeCodeFix>(Cat(wrong + Partner), title, Cat(right + Partner));

    [Fact]
    public Task The_size_of_a_declared_bias_is_corrected() => CodeFixHarness.Fixes<CorrectSizeCodeFix>(
        Cat("[Bias(2)] static float[] b = new float[8]; [Weights(2)] static float[,] w = new float[7, 20];"),
        "Create it with 7 values",
        Cat("[Bias(2)] static float[] b = new float[7]; [Weights(2)] static float[,] w = new float[7, 20];"));

    [Theory]
    [InlineData("net.Cost(new float[12], new float[2]);", "Create it with 3 values", "net.Cost(new float[12], new float[3]);")]
    [InlineData("net.Predict(new float[12], stackalloc float[2]);", "Create it with 3 values", "net.Predict(new float[12], stackalloc float[3]);")]
    [InlineData("net.PredictClass(new float[8]);", "Create it with 4 values", "net.PredictClass(new float[4]);")]
    [InlineData(
        "net.ComputeGradients(new float[4], new float[1], new float[3]);",
        "Create it with 19 values",
        "net.ComputeGradients(new float[4], new float[1], new float[19]);")]
    [InlineData("net.W1.CopyFrom(new float[4, 4]);", "Create it as 3x4", "net.W1.CopyFrom(new float[3, 4]);")]
    [InlineData("var b = new float[4]; b[0] = 1; net.b1.CopyFrom(b);", "Create it with 3 values", "var b = new float[3]; b[0] = 1; net.b1.CopyFrom(b);")]
    [InlineData("net.SetParameters(new float[18]);", "Create it with 19 values", "net.SetParameters(new float[19]);")]
    public Task The_size_of_an_argument_is_corrected_where_it_is_created(string wrong, string title, string right) =>
        CodeFixHarness.Fixes<CorrectSizeCodeFix>(ShapeHarness.Wrap(wrong), title, ShapeHarness.Wrap(right));

    [Fact]
    public Task All_sizes_are_corrected_at_once() => CodeFixHarness.FixesAll<CorrectSizeCodeFix>(
        ShapeHarness.Wrap("var b = new float[4]; net.b1.CopyFrom(b); net.b1.CopyFrom(b); net.SetParameters(new float[18]); net.W1.CopyFrom(new float[9, 9]);"),
        ShapeHarness.Wrap("var b = new float[3]; net.b1.CopyFrom(b); net.b1.CopyFrom(b); net.SetParameters(new float[19]); net.W1.CopyFrom(new float[3, 4]);"));

    [Theory]
    [InlineData("net.Predict(new float[10]);")]
    [InlineData("net.b1.CopyFrom([1, 2]);")]
    [InlineData("net.b1.CopyFrom(new float[] { 1, 2 });")]
    [InlineData("net.b1.CopyFrom(new float[8].AsSpan(4));")]
    public Task Listed_values_and_batches_are_left_to_the_user(string statements) =>
        CodeFixHarness.OffersNothing<CorrectSizeCodeFix>(ShapeHarness.Wrap(statements));

    [Theory]
    [InlineData("[Shape(7, 21)]", "State the shape of the layer, 7, 20", "[Shape(7, 20)]")]
    [InlineData("[NetGen.ShapeAttribute(20)]", "State the shape of the layer, 7, 20", "[NetGen.ShapeAttribute(7, 20)]")]
    public Task A_stated_shape_is_corrected_to_that_of_the_layer(string wrong, string title, string right) => CodeFixHarness.Fixes<CorrectShapeCodeFix>(
        Cat($"[Weights(2)] {wrong} static float[,] w = null!;" + Partner), title, Cat($"[Weights(2)] {right} static float[,] w = null!;" + Partner));

    [Theory]
    [InlineData("[Shape(3)] float[] f = [1, 2, 3, 4];", "State the shape of the value, 4", "[Shape(4)] float[] f = [1, 2, 3, 4];")]
    [InlineData(
        "[Shape(3, 3)] float[,] P { get; } = new float[2, 3];",
        "State the shape of the value, 2, 3",
        "[Shape(2, 3)] float[,] P { get; } = new float[2, 3];")]
    public Task A_stated_shape_is_corrected_to_that_of_the_value(string wrong, string title, string right) =>
        CodeFixHarness.Fixes<CorrectShapeCodeFix>(ShapeHarness.WrapMembers(wrong), title, ShapeHarness.WrapMembers(right));

    [Fact]
    public Task A_shape_that_a_parameter_states_is_not_changed_for_one_caller() =>
        CodeFixHarness.OffersNothing<CorrectShapeCodeFix>(ShapeHarness.WrapMembers("void Show([Shape(3)] float[] p) { } void M() => Show(new float[4]);"));

    [Fact]
    public Task The_missing_bias_is_added() => CodeFixHarness.Fixes<AddPartnerCodeFix>(
        Cat("[Weights(2)] private static readonly float[,] trained = new float[7, 20];"),
        "Add the bias of layer 2, 7 values",
        Cat(
            """
            [Weights(2)] private static readonly float[,] trained = new float[7, 20];
                [Bias(2)] private static readonly float[] trainedBias = new float[7];
            """));

    [Fact]
    public Task The_missing_weights_are_added() => CodeFixHarness.Fixes<AddPartnerCodeFix>(
        """
        [NetGen.Layers(3, 2, Element = NetGen.ElementType.Double)]
        public sealed partial class Plane
        {
            private static readonly double[] shiftWeights = [1];
            [NetGen.Bias(1)] private static double[] shift() => new double[2];
        }
        """,
        "Add the weights of layer 1, 2x3",
        """
        [NetGen.Layers(3, 2, Element = NetGen.ElementType.Double)]
        public sealed partial class Plane
        {
            private static readonly double[] shiftWeights = [1];
            [NetGen.Bias(1)] private static double[] shift() => new double[2];
            [NetGen.Weights(1)] private static readonly double[,] shiftWeights2 = new double[2, 3];
        }
        """);

    [Fact]
    public Task All_missing_partners_are_added_at_once() => CodeFixHarness.FixesAll<AddPartnerCodeFix>(
        """
        using NetGen;
        [Layers(3, 2, 1)]
        public sealed partial class Net
        {
            [Weights(1)] float[,] one = new float[2, 3];
            [Bias(2)] float[] two = new float[1];
        }
        """,
        """
        using NetGen;
        [Layers(3, 2, 1)]
        public sealed partial class Net
        {
            [Weights(1)] float[,] one = new float[2, 3];
            [Bias(1)] private static readonly float[] oneBias = new float[2];
            [Bias(2)] float[] two = new float[1];
            [Weights(2)] private static readonly float[,] twoWeights = new float[1, 2];
        }
        """);

    [Theory]
    [InlineData(
        "4, 3, Output = Activation.Softmax, Loss = Loss.SquaredError",
        "Use Loss.CrossEntropy",
        "4, 3, Output = Activation.Softmax, Loss = Loss.CrossEntropy")]
    [InlineData("4, 1, Loss = Loss.CrossEntropy", "Use Loss.BinaryCrossEntropy", "4, 1, Loss = Loss.BinaryCrossEntropy")]
    [InlineData("4, 3, Loss = Loss.BinaryCrossEntropy", "Use Loss.CrossEntropy", "4, 3, Loss = Loss.CrossEntropy")]
    [InlineData("4, 1, Output = Activation.Linear, Loss = Loss.Poisson", "Use Loss.SquaredError", "4, 1, Output = Activation.Linear, Loss = Loss.SquaredError")]
    [InlineData(
        "4, 3, Output = Activation.Linear, Loss = NetGen.Loss.CrossEntropy",
        "Use Loss.SquaredError",
        "4, 3, Output = Activation.Linear, Loss = NetGen.Loss.SquaredError")]
    [InlineData(
        "4, 3, Output = Activation.Sigmoid, Loss = (Loss)1",
        "Use Loss.BinaryCrossEntropy",
        "4, 3, Output = Activation.Sigmoid, Loss = Loss.BinaryCrossEntropy")]
    public Task The_loss_that_fits_the_output_is_chosen(string wrong, string title, string right) =>
        CodeFixHarness.Fixes<ChooseLossCodeFix>(Declaration(wrong), title, Declaration(right));

    [Fact]
    public Task The_loss_fits_the_output_of_the_last_layer() => CodeFixHarness.Fixes<ChooseLossCodeFix>(
        "using NetGen; [Layers(4, 3, Loss = Loss.CrossEntropy)] [Layer(1, Activation = Activation.Sigmoid)] public sealed partial class Net;",
        "Use Loss.BinaryCrossEntropy",
        "using NetGen; [Layers(4, 3, Loss = Loss.BinaryCrossEntropy)] [Layer(1, Activation = Activation.Sigmoid)] public sealed partial class Net;");

    [Theory]
    [InlineData("[Layer(2, Dropout = 0.2)]", "[Layer(2)]")]
    [InlineData("[Layer(2, Dropout = 0.2, BatchNorm = true)]", "[Layer(2, BatchNorm = true)]")]
    [InlineData("[Layer(2, BatchNorm = true , Dropout = 0.1 * 2 )]", "[Layer(2, BatchNorm = true )]")]
    public Task The_dropout_of_the_output_is_removed(string wrong, string right) => CodeFixHarness.Fixes<RemoveDropoutCodeFix>(
        $"using NetGen; [Layers(4, 3, 1)] {wrong} public sealed partial class Net;",
        "Remove the dropout",
        $"using NetGen; [Layers(4, 3, 1)] {right} public sealed partial class Net;");

    [Theory]
    [InlineData("x.Dense(1).Sigmoid().Dropout(0.3)", "x.Dense(1).Sigmoid()")]
    [InlineData("x.Dense(1)\n    .Sigmoid()\n    .Dropout(rate: 0.1 * 2)", "x.Dense(1)\n    .Sigmoid()")]
    [InlineData("(x.Dense(1) + x.Dense(1)).Dropout(0.3)", "(x.Dense(1) + x.Dense(1))")]
    [InlineData("Node.Concat(x.Dense(1).Dropout(0.3), x)", "Node.Concat(x.Dense(1), x)")]
    public Task The_dropout_at_the_end_of_Define_is_removed(string wrong, string right) => CodeFixHarness.Fixes<RemoveDropoutCodeFix>(
        $"using NetGen; [Network] public sealed partial class Net {{ static Node Define([Shape(4)] Node x) => {wrong}; }}",
        "Remove the dropout",
        $"using NetGen; [Network] public sealed partial class Net {{ static Node Define([Shape(4)] Node x) => {right}; }}");

    [Fact]
    public Task The_missing_bias_of_a_named_layer_is_added() => CodeFixHarness.Fixes<AddPartnerCodeFix>(
        Digit("""[Weights("stem")] private static readonly float[,] trained = new float[4, 6];"""),
        "Add the bias of layer stem, 4 values",
        Digit(
            """
            [Weights("stem")] private static readonly float[,] trained = new float[4, 6];
                [Bias("stem")] private static readonly float[] trainedBias = new float[4];
            """));

    private const string Partner = " [Bias(2)] static float[] partner = new float[7];";

    private static string Declaration(string arguments) => $"using NetGen; [Layers({arguments})] public sealed partial class Net;";

    private static string Digit(string members) => $$"""
        using NetGen;
        [Network]
        public sealed partial class Digit
        {
            static Node Define([Shape(6)] Node picture) => picture.Dense(4).Named("stem").Relu().Dense(3).Softmax();
            {{members}}
        }
        """;

    private static string Cat(string members) => $$"""
        using NetGen;
        [Layers(12288, 20, 7, 5, 1)]
        public sealed partial class CatNet
        {
            {{members}}
        }
        """;
}
