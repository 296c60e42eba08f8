namespace NetGen.Analyzers.Tests.Mistakes;

/// <summary>NETGEN0214 to NETGEN0219: mistakes of a call as a whole.</summary>
public sealed class WholeCallTests
{
    [Theory]
    [InlineData("net.Fit([|options|], data);", "Fit takes train, options, in this order: write Fit(data, options)")]
    [InlineData("net.Fit(data, [|options|], adam);", "Fit takes train, optimizer, options, in this order: write Fit(data, adam, options)")]
    [InlineData("net.Fit([|adam|], data);", "Fit takes train, optimizer, in this order: write Fit(data, adam)")]
    [InlineData("net.TrainStep([|adam|], x, y);", "TrainStep takes x, y, optimizer, in this order: write TrainStep(x, y, ref adam)")]
    [InlineData("net.TrainStep([|0.1|], x, y);", "TrainStep takes x, y, learningRate, in this order: write TrainStep(x, y, 0.1)")]
    [InlineData("net.TrainStep(x, [|0.1|], y);", "TrainStep takes x, y, learningRate, in this order: write TrainStep(x, y, 0.1)")]
    [InlineData("Dataset<float>.FromRows(x, [|y|], 4, 1);", "FromRows takes x, inputSize, y, outputSize, in this order: write FromRows(x, 4, y, 1)")]
    [InlineData("Dataset<float>.FromRows([|4|], x, 1, y);", "FromRows takes x, inputSize, y, outputSize, in this order: write FromRows(x, 4, y, 1)")]
    public Task The_right_arguments_in_another_order(string statements, string message) => MistakeHarness.Refused(statements, "0214: " + message);

    [Theory]
    [InlineData(
        "net.[|TrainStep|](x, y);",
        "TrainStep needs a learning rate or an optimizer too: write TrainStep(x, y, learningRate: 0.01) or TrainStep(x, y, ref optimizer)")]
    [InlineData(
        "net.[|TrainStep|](x);",
        "TrainStep needs labels and a learning rate or an optimizer too: write TrainStep(x, y, learningRate: 0.01) or TrainStep(x, y, ref optimizer)")]
    [InlineData(
        "iris.[|TrainStep|](x, classes);",
        "TrainStep needs a learning rate or an optimizer too: write TrainStep(x, classes, learningRate: 0.01) or TrainStep(x, classes, ref optimizer)")]
    [InlineData("net.[|TrainStepWithCost|](x, y);", "TrainStepWithCost needs an optimizer too: write TrainStepWithCost(x, y, ref optimizer)")]
    [InlineData(
        "Dataset<float>.[|FromRows|](x, y);",
        "FromRows needs the number of inputs and of outputs of an example too: write FromRows(x, inputSize, y, outputSize)")]
    [InlineData(
        "Dataset<float>.[|FromRows|](x, 4, y);",
        "FromRows needs the number of inputs and of outputs of an example too: write FromRows(x, inputSize, y, outputSize)")]
    [InlineData(
        "Dataset<float>.[|FromColumns|](x, y);",
        "FromColumns needs the number of inputs and of outputs of an example too: write FromColumns(x, inputSize, y, outputSize)")]
    [InlineData("Dataset<float>.[|FromArrays|](table, classes);", "FromArrays needs the number of classes too: write FromArrays(table, classes, classCount)")]
    public Task What_no_default_can_stand_for(string statements, string message) => MistakeHarness.Refused(statements, "0215: " + message);

    [Theory]
    [InlineData("[|Net|].Predict(x);", "Predict is called on Net, which is the class: write var net = new Net(), and then net.Predict(...)")]
    [InlineData("[|Net|].Fit(x, y);", "Fit is called on Net, which is the class: write var net = new Net(), and then net.Fit(...)")]
    [InlineData(
        "[|DoubleNet|].TrainStep(d, d, 0.1);",
        "TrainStep is called on DoubleNet, which is the class: write var doubleNet = new DoubleNet(), and then doubleNet.TrainStep(...)")]
    public Task A_class_computes_nothing(string statements, string message) => MistakeHarness.Refused(statements, "0216: " + message);

    [Theory]
    [InlineData("async System.Threading.Tasks.Task Run() => [|await net.Fit(data, options)|];", "Fit")]
    [InlineData("async System.Threading.Tasks.Task Run() { [|await net.TrainStep(x, y, 0.1)|]; }", "TrainStep")]
    [InlineData("async System.Threading.Tasks.Task Run() { var p = [|await net.Predict(x)|]; }", "Predict")]
    public Task Nothing_is_awaited(string statements, string method) =>
        MistakeHarness.Refused(statements, $"0217: {method} has done its work when it returns, so there is nothing to await: leave out await");

    [Theory]
    [InlineData("[|Dataset|].FromRows(x, 4, y, 1);", "Dataset.FromRows makes no dataset, for Dataset names no element type: write Dataset<float>.FromRows")]
    [InlineData(
        "[|Dataset|].FromColumns(d, 4, d, 1);",
        "Dataset.FromColumns makes no dataset, for Dataset names no element type: write Dataset<double>.FromColumns")]
    [InlineData(
        "[|NetGen.Dataset|].FromArrays(table, table);",
        "Dataset.FromArrays makes no dataset, for Dataset names no element type: write Dataset<float>.FromArrays")]
    [InlineData(
        "_ = new [|Dataset<float>|](x, y);",
        "new Dataset<float> makes no dataset, for it has no public constructor: write Dataset<float>.FromRows(x, inputSize, y, outputSize)")]
    public Task Datasets_come_from_factories(string statements, string message) => MistakeHarness.Refused(statements, "0218: " + message);

    private const string OfDouble =
        "0219: Validation is of type Dataset<double>, but the training set is of type Dataset<float>: make both of the same element type";

    [Theory]
    [InlineData("net.Fit(data, new TrainingOptions { Validation = [|precisely|] });")]
    [InlineData("net.Fit(data, options: new() { Epochs = 3, Validation = [|precisely|] });")]
    [InlineData("net.Fit(data, adam, options with { Validation = [|precisely|] });")]
    [InlineData("var mine = new TrainingOptions { Validation = [|precisely|] }; net.Fit(data, mine);")]
    public Task A_validation_set_of_another_type(string statements) => MistakeHarness.Accepted(statements, OfDouble);

    [Theory]
    [InlineData("net.Fit(data, new TrainingOptions { Validation = data });")]
    [InlineData("precise.Fit(precisely, new TrainingOptions { Validation = precisely });")]
    [InlineData("Dataset any = precisely; net.Fit(data, new TrainingOptions { Validation = any });")]
    [InlineData("var mine = new TrainingOptions { Validation = precisely }; if (x.Length > 1) mine = options; net.Fit(data, mine);")]
    [InlineData("net.Fit(data, new TrainingOptions()); net.Fit(data, null); net.Fit(data);")]
    public Task A_validation_set_that_can_fit(string statements) => MistakeHarness.Accepted(statements);
}
