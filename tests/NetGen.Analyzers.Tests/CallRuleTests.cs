namespace NetGen.Analyzers.Tests;

/// <summary>Values that are passed to networks: what fires, with its message and place, and the near misses.</summary>
public sealed class CallRuleTests
{
    private const string FourInputs = "but layer 1 of Net takes 4 inputs an example: the length must be a multiple of 4";
    private const string ThreeOutputs = "but layer 1 of Iris gives 3 outputs an example: the length must be a multiple of 3";

    [Theory]
    [InlineData("net.Predict([|new float[10]|]);", "10 values")]
    [InlineData("net.Predict([|new float[10]|], new float[2]);", "10 values")]
    [InlineData("_ = net.Predict([|new float[] { 1 }|])[0];", "1 value")]
    [InlineData("net.Predict(output: new float[1], x: [|new float[5]|]);", "5 values")]
    [InlineData("net.Predict([|[1, 2, 3]|]);", "3 values")]
    [InlineData("net.Predict([|stackalloc float[6]|]);", "6 values")]
    [InlineData("net.Predict([|stackalloc float[] { 1, 2, 3 }|]);", "3 values")]
    [InlineData("net.Predict([|stackalloc[] { 1f, 2f, 3f }|]);", "3 values")]
    [InlineData("net.Cost([|new float[10]|], new float[1]);", "10 values")]
    [InlineData("net.ComputeGradients([|new float[3]|], new float[1], new float[Net.ParameterCount]);", "3 values")]
    [InlineData("net.TrainStep([|new float[9]|], new float[2], 0.01);", "9 values")]
    [InlineData("net.TrainStep([|new float[9]|], new float[2], threads: 2, learningRate: 0.01);", "9 values")]
    [InlineData("net.CreatePredictor().Predict([|new float[7]|]);", "7 values")]
    [InlineData("new Net().Predict([|new float[7]|]);", "7 values")]
    [InlineData("Func<float[]> predict = () => net.Predict([|new float[7]|]);", "7 values")]
    [InlineData("float[] Predict() => net.Predict([|new float[7]|]); Predict();", "7 values")]
    [InlineData("net.Predict(flag ? new float[8] : [|new float[6]|]);", "6 values")]
    [InlineData("net.Predict([|new float[40].AsSpan(0, 3)|]);", "3 values")]
    public Task Examples_that_are_no_multiple_of_the_inputs_are_refused(string statements, string has) =>
        ShapeHarness.Statements(statements, $"0201: x holds {has}, {FourInputs}");

    [Theory]
    [InlineData("net.Predict(new float[8]);")]
    [InlineData("net.Predict(new float[count]);")]
    [InlineData("net.Predict(new float[count * 3]);")]
    [InlineData("net.Predict([]);")]
    [InlineData("net.Predict(default);")]
    [InlineData("net.Predict(new float[Net.InputSize]);")]
    [InlineData("net.Predict(new float[count > 3 ? 4 : 5]);")]
    [InlineData("net.Predict((flag ? new float[6] : new float[8]).AsSpan());")]
    [InlineData("net.Predict(null);")]
    [InlineData("net.PredictClass([1, 2, 3, 4]);")]
    [InlineData("precise.Predict(new double[8]);")]
    public Task Whole_examples_and_unknown_lengths_are_accepted(string statements) => ShapeHarness.Statements(statements);

    [Fact]
    public Task A_class_is_predicted_of_one_example() => ShapeHarness.Statements(
        "net.PredictClass([|new float[8]|]);",
        "0201: x holds 8 values, but layer 1 of Net takes 4 inputs an example and PredictClass one example: x must hold 4 values");

    [Theory]
    [InlineData("net.Cost([|[]|], []);")]
    [InlineData("net.TrainStep([|Array.Empty<float>()|], [], 0.1);")]
    [InlineData("net.CheckGradients([|ReadOnlySpan<float>.Empty|], new float[count]);")]
    public Task A_cost_of_no_examples_is_refused(string statements) =>
        ShapeHarness.Statements(statements, "0201: x is empty, but the cost of Net is a mean over examples: it must hold at least one example of 4 inputs");

    [Theory]
    [InlineData("iris.Cost(new float[8], [|new float[5]|]);", "y holds 5 values")]
    [InlineData("iris.TrainStep(new float[count], [|[1f, 0f]|], 0.1);", "y holds 2 values")]
    [InlineData("iris.Predict(new float[count], [|new float[4]|]);", "output holds 4 values")]
    [InlineData("iris.Predict(new float[4], [|stackalloc float[16]|]);", "output holds 16 values")]
    [InlineData("iris.CreatePredictor().Predict(new float[4], [|new float[2]|]);", "output holds 2 values")]
    public Task Labels_and_outputs_that_are_no_multiple_of_the_outputs_are_refused(string statements, string has) =>
        ShapeHarness.Statements(statements, $"0202: {has}, {ThreeOutputs}");

    [Theory]
    [InlineData("net.Cost(new float[12], [|new float[2]|]);", "y holds 2 labels of layer 2 of Net, 1 value each, but x holds 3 examples: y must hold 3 values")]
    [InlineData(
        "net.TrainStep(new float[4], [|[1, 0]|], 0.1);",
        "y holds 2 labels of layer 2 of Net, 1 value each, but x holds 1 example: y must hold 1 value")]
    [InlineData(
        "net.ComputeGradients(y: [|new float[1]|], x: new float[8], gradients: new float[19]);",
        "y holds 1 label of layer 2 of Net, 1 value each, but x holds 2 examples: y must hold 2 values")]
    [InlineData(
        "iris.Cost(new float[8], [|new float[9]|]);",
        "y holds 3 labels of layer 1 of Iris, 3 values each, but x holds 2 examples: y must hold 6 values")]
    [InlineData(
        "iris.Cost(new float[8], [|new int[3]|]);",
        "classes holds 3 classes of layer 1 of Iris, one an example, but x holds 2 examples: classes must hold 2 values")]
    [InlineData(
        "iris.TrainStep(new float[8], classes: [|[2]|], 0.1);",
        "classes holds 1 class of layer 1 of Iris, one an example, but x holds 2 examples: classes must hold 2 values")]
    [InlineData(
        "net.CheckGradients(new float[4], [|new float[3]|]);",
        "y holds 3 labels of layer 2 of Net, 1 value each, but x holds 1 example: y must hold 1 value")]
    public Task Examples_and_labels_must_be_equally_many(string statements, string message) => ShapeHarness.Statements(statements, "0203: " + message);

    [Theory]
    [InlineData("net.Cost(new float[12], new float[3]);")]
    [InlineData("net.Cost(new float[count], new float[3]);")]
    [InlineData("net.Cost(new float[12], new float[count]);")]
    [InlineData("iris.Cost(new float[8], new float[6]);")]
    [InlineData("iris.Cost(new float[8], new int[2]);")]
    [InlineData("iris.Cost(new float[count], new int[2]);")]
    [InlineData("net.Cost(new float[flag ? 4 : 8], new float[2]);")]
    [InlineData("net.Cost(flag ? new float[4] : new float[8], new float[2]);")]
    public Task Equally_many_and_unknown_numbers_of_examples_are_accepted(string statements) => ShapeHarness.Statements(statements);

    [Theory]
    [InlineData(
        "net.Predict(new float[12], [|new float[2]|]);",
        "output holds 2 values, but x holds 3 examples and layer 2 of Net gives 1 output an example: output must hold at least 3 values")]
    [InlineData(
        "iris.Predict(new float[8], [|new float[3]|]);",
        "output holds 3 values, but x holds 2 examples and layer 1 of Iris gives 3 outputs an example: output must hold at least 6 values")]
    [InlineData(
        "net.Predict(new float[4], [|[]|]);",
        "output holds 0 values, but x holds 1 example and layer 2 of Net gives 1 output an example: output must hold at least 1 value")]
    [InlineData(
        "net.ComputeGradients(new float[4], new float[1], [|new float[18]|]);",
        "gradients holds 18 values, but the 2 layers of Net have 19 weights and biases: gradients must hold at least 19 values")]
    [InlineData(
        "iris.ComputeGradients(new float[4], new float[3], [|new float[iris.W1.Rows * iris.W1.Columns]|]);",
        "gradients holds 12 values, but the layer of Iris has 15 weights and biases: gradients must hold at least 15 values")]
    public Task A_destination_that_is_too_short_is_refused(string statements, string message) => ShapeHarness.Statements(statements, "0204: " + message);

    [Theory]
    [InlineData("net.Predict(new float[12], new float[3]);")]
    [InlineData("net.Predict(new float[12], new float[30]);")]
    [InlineData("net.Predict(new float[count], new float[1]);")]
    [InlineData("net.Predict(new float[12], new float[count]);")]
    [InlineData("net.ComputeGradients(new float[4], new float[1], new float[Net.ParameterCount]);")]
    [InlineData("net.ComputeGradients(new float[4], new float[1], new float[64]);")]
    [InlineData("net.ComputeGradients(new float[4], new float[1], new float[count]);")]
    public Task A_destination_with_room_is_accepted(string statements) => ShapeHarness.Statements(statements);

    [Theory]
    [InlineData(
        "net.SetParameters([|new float[3]|]);",
        "SetParameters receives 3 values, but the 2 layers of Net have 19 weights and biases: parameters must hold 19 values")]
    [InlineData(
        "net.SetParameters([|cat.Parameters|]);",
        "SetParameters receives 245973 values, but the 2 layers of Net have 19 weights and biases: parameters must hold 19 values")]
    [InlineData("cat.W2.CopyFrom([|new float[7, 21]|]);", "W2.CopyFrom receives 7x21, but layer 2 of CatNet maps 20 inputs to 7 units: W2 must be 7x20")]
    [InlineData(
        "cat.W2.CopyFrom([|new float[139]|]);",
        "W2.CopyFrom receives 139 values, but layer 2 of CatNet maps 20 inputs to 7 units: W2 must be 7x20, which is 140 values")]
    [InlineData(
        "cat.W2.CopyFrom(source: [|new float[20, 7]|]);",
        "W2.CopyFrom receives 20x7, but layer 2 of CatNet maps 20 inputs to 7 units: W2 must be 7x20")]
    [InlineData("cat.W2.CopyFrom([|new float[6][]|]);", "W2.CopyFrom receives 6 rows, but layer 2 of CatNet maps 20 inputs to 7 units: W2 must be 7x20")]
    [InlineData(
        "net.W1.CopyFrom([new float[4], [|new float[5]|], new float[4]]);",
        "W1.CopyFrom receives 5 values in row 1, but layer 1 of Net maps 4 inputs to 3 units: each row of W1 must hold 4 values")]
    [InlineData("net.b1.CopyFrom([|new float[4]|]);", "b1.CopyFrom receives 4 values, but layer 1 of Net has 3 units: b1 must hold 3 values")]
    [InlineData("net.b2.CopyFrom([|[1, 2]|]);", "b2.CopyFrom receives 2 values, but layer 2 of Net has 1 unit: b2 must hold 1 value")]
    [InlineData(
        "var w = cat.W2; w.CopyFrom([|new float[7, 21]|]);",
        "W2.CopyFrom receives 7x21, but layer 2 of CatNet maps 20 inputs to 7 units: W2 must be 7x20")]
    [InlineData("net.W1.CopyFrom([|cat.W2.AsSpan()|]);", "W1.CopyFrom receives 7x20, but layer 1 of Net maps 4 inputs to 3 units: W1 must be 3x4")]
    [InlineData("net.W1.CopyFrom([|cat.W2.ToArray()|]);", "W1.CopyFrom receives 7x20, but layer 1 of Net maps 4 inputs to 3 units: W1 must be 3x4")]
    [InlineData("net.b1.CopyFrom([|net.W1.Row(0)|]);", "b1.CopyFrom receives 4 values, but layer 1 of Net has 3 units: b1 must hold 3 values")]
    [InlineData("net.b1.CopyFrom([|cat.b2.AsSpan()|]);", "b1.CopyFrom receives 7 values, but layer 1 of Net has 3 units: b1 must hold 3 values")]
    public Task Setters_and_views_know_their_sizes(string statements, string message) => ShapeHarness.Statements(statements, "0205: " + message);

    [Theory]
    [InlineData("net.SetParameters(new float[19]);")]
    [InlineData("net.SetParameters(new float[Net.ParameterCount]);")]
    [InlineData("net.SetParameters(new Net().Parameters);")]
    [InlineData("cat.W2.CopyFrom(new float[7, 20]);")]
    [InlineData("cat.W2.CopyFrom(new float[140]);")]
    [InlineData("cat.W2.CopyFrom(new float[7][]);")]
    [InlineData("cat.W2.CopyFrom(new float[count, 20]);")]
    [InlineData("cat.W2.CopyFrom(new CatNet().W2.AsSpan());")]
    [InlineData("net.b1.CopyFrom(net.W1.Row(0)[1..]);")]
    [InlineData("net.b1.CopyFrom(net.W1.AsSpan().Slice(count, 3));")]
    [InlineData("var w = cat.W2; if (flag) w = cat.W3; w.CopyFrom(new float[5, 7]);")]
    public Task Setters_accept_values_of_the_right_or_an_unknown_size(string statements) => ShapeHarness.Statements(statements);

    private const string Chain =
        "x holds outputs of layer 1 of Encoder, 5 values an example, but layer 1 of Decoder takes 4 inputs an example: both must be equal";

    [Theory]
    [InlineData("decoder.Predict([|encoder.Predict(new float[count])|]);")]
    [InlineData("decoder.Predict([|encoder.Predict(new float[6])|]);")]
    [InlineData("var code = encoder.Predict(new float[count]); decoder.Predict([|code|]);")]
    [InlineData("decoder.CreatePredictor().Predict([|encoder.CreatePredictor().Predict(new float[count])|]);")]
    [InlineData("ReadOnlySpan<float> code = encoder.Predict(new float[count]); decoder.PredictClass([|code|]);")]
    [InlineData("decoder.Predict([|encoder.Predict(new float[count]).AsSpan()|], new float[count]);")]
    [InlineData("var codes = encoder.Predict(new float[count]); decoder.Predict([|codes.AsSpan(5)|]);")]
    public Task Outputs_of_a_network_must_fit_the_inputs_of_the_next(string statements) => ShapeHarness.Statements(statements, "0206: " + Chain);

    [Theory]
    [InlineData("encoder.Predict(decoder.Predict(new float[count]));")]
    [InlineData("decoder.Predict(encoder.Predict(new float[24]));")]
    [InlineData("decoder.Predict(encoder.Predict(new float[count]).AsSpan(0, 4));")]
    [InlineData("decoder.Predict(encoder.Predict(new float[count]).AsSpan(1));")]
    [InlineData("decoder.Predict(encoder.Predict(new float[count]).Where(v => v > 0).ToArray());")]
    public Task A_chain_that_can_fit_is_accepted(string statements) => ShapeHarness.Statements(statements);

    [Fact]
    public Task Both_branches_of_a_choice_are_reported() => ShapeHarness.Statements(
        "net.Predict(count switch { 1 => [|new float[5]|], 2 => new float[4], _ => [|new float[6]|] });",
        "0201: x holds 5 values, " + FourInputs,
        "0201: x holds 6 values, " + FourInputs);

    [Fact]
    public Task Each_argument_is_reported_once_by_one_rule() => ShapeHarness.Statements(
        "iris.Cost([|new float[5]|], [|new float[4]|]);",
        "0201: x holds 5 values, but layer 1 of Iris takes 4 inputs an example: the length must be a multiple of 4",
        "0202: y holds 4 values, " + ThreeOutputs);
}
