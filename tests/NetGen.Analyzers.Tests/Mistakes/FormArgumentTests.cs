namespace NetGen.Analyzers.Tests.Mistakes;

/// <summary>NETGEN0213: numbers of the right type that do not lie in one list.</summary>
public sealed class FormArgumentTests
{
    private const string Taken = "but Predict takes an array or a span of float: write";

    [Theory]
    [InlineData("net.Predict([|table|]);", "table is a two-dimensional array of float, " + Taken + " table.Cast<float>().ToArray()")]
    [InlineData("net.Predict([|rows|]);", "rows is an array of arrays of float, " + Taken + " rows.SelectMany(row => row).ToArray()")]
    [InlineData("net.Predict([|list|]);", "list is of type List<float>, " + Taken + " list.ToArray()")]
    [InlineData("net.Predict([|some|]);", "some is of type IEnumerable<float>, " + Taken + " some.ToArray()")]
    [InlineData("net.Predict([|x.Select(v => v * 2)|]);", "x is of type IEnumerable<float>, " + Taken + " x.ToArray()")]
    [InlineData("net.Predict([|memory|]);", "memory is of type Memory<float>, " + Taken + " memory.Span")]
    [InlineData("net.Predict([|frozen|]);", "frozen is of type ReadOnlyMemory<float>, " + Taken + " frozen.Span")]
    [InlineData("net.Predict([|file|]);", "file is of type NdArray, " + Taken + " file.ToArray<float>()")]
    [InlineData("net.Predict([|data|]);", "data is of type Dataset<float>, but Predict takes examples: write data.X")]
    [InlineData("net.Predict([|1f|]);", "1f is of type float, but Predict takes a list of float: put it into square brackets")]
    [InlineData("net.Predict([|x[0]|]);", "x is of type float, but Predict takes a list of float: put it into square brackets")]
    [InlineData("net.Predict([|1.5|]);", "1.5 is of type double, but Predict takes a list of float: put it into square brackets")]
    [InlineData("net.Predict([|1f, 2f, 3f, 4f|]);", "x is 4 numbers, but Predict takes one list of float: put them into square brackets")]
    [InlineData("net.PredictClass([|0, 1|]);", "x is 2 numbers, but PredictClass takes one list of float: put them into square brackets")]
    [InlineData(
        "net.Predict([[|[0, 0]|], [0, 1]]);",
        "x is a list of lists, but Predict takes one list of float: write all values in one pair of square brackets")]
    [InlineData("net.Predict([[|x|], y]);", "x is a list of arrays, but Predict takes one list of float: write .. before x")]
    [InlineData(
        "net.Predict(x, [|list|]);",
        "list is of type List<float>, but Predict takes an array or a span of float to write into: make it an array of float")]
    [InlineData(
        "net.Predict(x, [|table|]);",
        "table is a two-dimensional array of float, but Predict takes an array or a span of float to write into: make it an array of float")]
    [InlineData(
        "net.Predict(x, [|data.X|]);",
        "data.X is of type ReadOnlySpan<float>, but Predict takes an array or a span of float to write into: make it an array of float")]
    [InlineData(
        "net.Predict(x, [|memory|]);",
        "memory is of type Memory<float>, but Predict takes an array or a span of float to write into: write memory.Span")]
    [InlineData("net.Cost(x, [|1f|]);", "1f is of type float, but Cost takes a list of float: put it into square brackets")]
    [InlineData("net.Cost([|data|]);", "data is of type Dataset<float>, but Cost takes examples and labels: write data.X, data.Y")]
    [InlineData("net.CheckGradients([|data|]);", "data is of type Dataset<float>, but CheckGradients takes examples and labels: write data.X, data.Y")]
    [InlineData("net.TrainStep([|data|], 0.1);", "data is of type Dataset<float>, but TrainStep takes examples and labels: write data.X, data.Y")]
    [InlineData("net.TrainStep([|data|], adam);", "data is of type Dataset<float>, but TrainStep takes examples and labels: write data.X, data.Y")]
    [InlineData(
        "foreach (var batch in new MiniBatches<float>(data, 8, 1).BeginEpoch(0)) net.TrainStep([|batch|], 0.1);",
        "batch is of type Batch<float>, but TrainStep takes examples and labels: write batch.X, batch.Y")]
    [InlineData("net.SetParameters([|list|]);", "list is of type List<float>, but SetParameters takes an array or a span of float: write list.ToArray()")]
    [InlineData("net.b1.CopyFrom([|list|]);", "list is of type List<float>, but CopyFrom takes an array or a span of float: write list.ToArray()")]
    [InlineData(
        "Dataset<float>.FromRows([|list|], 4, y, 1);",
        "list is of type List<float>, but FromRows takes an array or a span of float: write list.ToArray()")]
    [InlineData(
        "Dataset<float>.FromRows([|table|], 4, table, 1);",
        "table is a two-dimensional array of float, but FromRows takes rows one after the other in one list: write Dataset<float>.FromArrays(table, table)")]
    [InlineData(
        "Dataset<float>.FromArrays([|x|], y);",
        "x is an array of float, but FromArrays takes tables, whose rows are examples: write Dataset<float>.FromRows(x, inputSize, y, outputSize)")]
    [InlineData(
        "Dataset<float>.FromArrays([|rows|], classes, 3);",
        "rows is an array of arrays of float, but FromArrays takes tables, whose rows are examples: "
            + "write Dataset<float>.FromRows(rows, inputSize, classes, outputSize)")]
    public Task Each_form_is_told_how_to_become_one_list(string statements, string message) => MistakeHarness.Refused(statements, "0213: " + message);
}
