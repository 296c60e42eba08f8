namespace NetGen.Analyzers.Tests.Mistakes;

/// <summary>NETGEN0212: arguments of another element type than the network's.</summary>
public sealed class ElementArgumentTests
{
    private const string Declare = ", or declare Net with Element = ElementType.Double";
    private const string Converted = "d is an array of double, but Net computes in float: write Array.ConvertAll(d, value => (float)value)" + Declare;

    [Theory]
    [InlineData("net.Predict([|d|]);")]
    [InlineData("net.Predict([|d|], y);")]
    [InlineData("net.Predict(output: y, x: [|d|]);")]
    [InlineData("net.CreatePredictor().Predict([|d|]);")]
    [InlineData("net.PredictClass([|d|]);")]
    [InlineData("net.CreatePredictor().PredictClass([|d|]);")]
    [InlineData("net.Cost([|d|], y);")]
    [InlineData("net.Cost(x, [|d|]);")]
    [InlineData("net.ComputeGradients([|d|], y, x);")]
    [InlineData("net.TrainStep([|d|], y, 0.1);")]
    [InlineData("net.TrainStep(x, [|d|], ref adam);")]
    [InlineData("net.TrainStepWithCost(x, [|d|], ref adam);")]
    [InlineData("net.CheckGradients([|d|], y);")]
    [InlineData("net.SetParameters([|d|]);")]
    [InlineData("Array.ForEach(new[] { x }, _ => net.Predict([|d|]));")]
    public Task Doubles_are_refused_wherever_a_float_network_takes_values(string statements) => MistakeHarness.Refused(statements, "0212: " + Converted);

    [Theory]
    [InlineData("net.Predict([|new double[4]|]);", "x is an array of double, but Net computes in float: make it an array of float" + Declare)]
    [InlineData("net.Predict([|new[] { 1.0, 2 }|]);", "x is an array of double, but Net computes in float: make it an array of float" + Declare)]
    [InlineData("net.Predict([|stackalloc double[4]|]);", "x is of type Span<double>, but Net computes in float: make it an array of float" + Declare)]
    [InlineData("net.Predict([|classes|]);", "classes is an array of int, but Net computes in float: write Array.ConvertAll(classes, value => (float)value)")]
    [InlineData("net.Predict([|money|]);", "money is an array of decimal, but Net computes in float: write Array.ConvertAll(money, value => (float)value)")]
    [InlineData("net.Predict([|names|]);", "names is an array of string, but Net computes in float: make it an array of float")]
    [InlineData("net.Predict([|new Half[4]|]);", "x is an array of Half, but Net computes in float: make it an array of float")]
    [InlineData(
        "net.Predict([|d.AsSpan(4)|]);",
        "x is of type Span<double>, but Net computes in float: write Array.ConvertAll(x.ToArray(), value => (float)value)" + Declare)]
    [InlineData(
        "net.Predict([|doubles|]);",
        "doubles is of type List<double>, but Net computes in float: write doubles.Select(value => (float)value).ToArray()" + Declare)]
    [InlineData(
        "net.Predict([|fine|]);",
        "fine is a two-dimensional array of double, but Net computes in float: write fine.Cast<double>().Select(value => (float)value).ToArray()" + Declare)]
    [InlineData(
        "net.Predict([|whole|]);",
        "whole is a two-dimensional array of int, but Net computes in float: write whole.Cast<int>().Select(value => (float)value).ToArray()")]
    [InlineData("net.Predict(x, [|d|]);", "d is an array of double, but Net computes in float: make it an array of float")]
    [InlineData("net.ComputeGradients(x, y, [|d|]);", "d is an array of double, but Net computes in float: make it an array of float")]
    [InlineData("net.Cost([|precisely|]);", "precisely is of type Dataset<double>, but Net computes in float: make it a Dataset<float>")]
    [InlineData("net.Fit([|precisely|]);", "precisely is of type Dataset<double>, but Net computes in float: make it a Dataset<float>" + Declare)]
    [InlineData(
        "net.Fit([|precisely|], adam, options);",
        "precisely is of type Dataset<double>, but Net computes in float: make it a Dataset<float>" + Declare)]
    [InlineData("net.Evaluate([|precisely|]);", "precisely is of type Dataset<double>, but Net computes in float: make it a Dataset<float>" + Declare)]
    [InlineData("net.Fit(data, [|dadam|]);", "dadam is of type Adam<double>, but Net computes in float: make it an optimizer of float")]
    [InlineData("net.TrainStep(x, y, [|ref dadam|]);", "dadam is of type Adam<double>, but Net computes in float: make it an optimizer of float")]
    [InlineData("net.TrainStep(x, y, [|dadam|]);", "dadam is of type Adam<double>, but Net computes in float: make it an optimizer of float")]
    [InlineData(
        "net.W1.CopyFrom([|fine|]);",
        "fine is a two-dimensional array of double, but a WeightsView<float> holds float: write fine.Cast<double>().Select(value => (float)value).ToArray()")]
    [InlineData("net.b1.CopyFrom([|d|]);", "d is an array of double, but a VectorView<float> holds float: write Array.ConvertAll(d, value => (float)value)")]
    public Task Each_kind_is_told_its_own_way(string statements, string message) => MistakeHarness.Refused(statements, "0212: " + message);

    [Theory]
    [InlineData(
        "precise.Predict([|x|]);",
        "x is an array of float, but DoubleNet computes in double: "
            + "write Array.ConvertAll(x, value => (double)value), or declare DoubleNet with Element = ElementType.Float")]
    [InlineData(
        "precise.Fit([|data|]);",
        "data is of type Dataset<float>, but DoubleNet computes in double: make it a Dataset<double>, or declare DoubleNet with Element = ElementType.Float")]
    [InlineData("precise.TrainStep(d, d, [|ref adam|]);", "adam is of type Adam<float>, but DoubleNet computes in double: make it an optimizer of double")]
    public Task Floats_are_refused_by_a_double_network(string statements, string message) => MistakeHarness.Refused(statements, "0212: " + message);

    [Theory]
    [InlineData("net.Cost(x, [|flags|]);", "flags is an array of bool, but Net computes in float: write Array.ConvertAll(flags, value => value ? 1f : 0f)")]
    [InlineData("net.Cost(x, [|classes|]);", "classes is an array of int, but Net computes in float: write Array.ConvertAll(classes, value => (float)value)")]
    [InlineData("net.Cost(x, [|names|]);", "names is an array of string, but Net computes in float: make it an array of float")]
    [InlineData("iris.Cost(x, [|bytes|]);", "bytes is an array of byte, but class indices are int: write Array.ConvertAll(bytes, value => (int)value)")]
    [InlineData(
        "iris.TrainStep(x, [|longs|], 0.1);",
        "longs is an array of long, but class indices are int: write Array.ConvertAll(longs, value => (int)value)")]
    [InlineData(
        "iris.TrainStep(x, [|species|], ref adam);",
        "species is an array of Case.Species, but class indices are int: write Array.ConvertAll(species, value => (int)value)")]
    [InlineData("iris.Cost(x, [|flags|]);", "flags is an array of bool, but class indices are int: number the classes from 0 and make it an array of int")]
    [InlineData("iris.Cost(x, [|names|]);", "names is an array of string, but class indices are int: number the classes from 0 and make it an array of int")]
    [InlineData("iris.Cost(x, [|new List<int>()|]);", "classes is of type List<int>, but class indices are int: write classes.ToArray()")]
    [InlineData(
        "iris.CheckGradients(x, [|classes|]);",
        "classes is an array of int, but Iris computes in float: make it rows of 3 values, 1 for the class and 0 for the others")]
    public Task Labels_are_told_by_what_the_network_takes(string statements, string message) => MistakeHarness.Refused(statements, "0212: " + message);

    [Theory]
    [InlineData("net.Predict([[|1.5|], 2]);", "1.5 is of type double, but Net computes in float: write 1.5f")]
    [InlineData("net.Predict([1, [|-0.5|], 0.25]);", "-0.5 is of type double, but Net computes in float: write -0.5f")]
    [InlineData("net.Predict([[|1m|], 2]);", "1m is of type decimal, but Net computes in float: write 1f")]
    [InlineData("net.Predict([[|d[0]|], 2]);", "d[0] is of type double, but Net computes in float: write (float)d[0]")]
    [InlineData("net.PredictClass([[|1.5|]]);", "1.5 is of type double, but Net computes in float: write 1.5f")]
    [InlineData("net.Cost(x, [[|1.0|]]);", "1.0 is of type double, but Net computes in float: write 1.0f")]
    [InlineData("net.b1.CopyFrom([[|0.5|], 1, 2]);", "0.5 is of type double, but a VectorView<float> holds float: write 0.5f")]
    [InlineData("Dataset<float>.FromRows([[|0.5|], 1], 2, [1], 1);", "0.5 is of type double, but a Dataset<float> holds float: write 0.5f")]
    [InlineData("precise.Predict([[|1m|]]);", "1m is of type decimal, but DoubleNet computes in double: write 1")]
    public Task A_list_is_told_its_first_wrong_value(string statements, string message) => MistakeHarness.Refused(statements, "0212: " + message);

    [Fact]
    public Task The_factories_of_datasets_are_told_too() => MistakeHarness.Refused(
        "Dataset<float>.FromRows([|d|], 4, y, 1); Dataset<float>.FromColumns(x, 4, [|bytes|], 3); "
            + "Dataset<float>.FromArrays([|fine|], table); Dataset<double>.FromRows([|x|], 4, d, 1);",
        "0212: d is an array of double, but a Dataset<float> holds float: write Array.ConvertAll(d, value => (float)value), or use a Dataset<double>",
        "0212: bytes is an array of byte, but class indices are int: write Array.ConvertAll(bytes, value => (int)value)",
        "0212: fine is a two-dimensional array of double, but a Dataset<float> holds float: make it a two-dimensional array of float, or use a Dataset<double>",
        "0212: x is an array of float, but a Dataset<double> holds double: write Array.ConvertAll(x, value => (double)value), or use a Dataset<float>");

    [Fact]
    public Task Each_wrong_argument_of_a_call_is_told() => MistakeHarness.Refused(
        "net.TrainStep([|d|], y, [|adam|]);",
        "0212: " + Converted,
        "0211: TrainStep takes its optimizer by ref, for a step changes the optimizer's state: write ref adam");
}
