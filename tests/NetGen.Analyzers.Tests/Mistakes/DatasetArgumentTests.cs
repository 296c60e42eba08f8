namespace NetGen.Analyzers.Tests.Mistakes;

/// <summary>NETGEN0210: arrays where a network takes a dataset.</summary>
public sealed class DatasetArgumentTests
{
    [Theory]
    [InlineData("net.Fit([|x|], y);", "Fit", "x is an array of float", "FromRows(x, Net.InputSize, y, Net.OutputSize)")]
    [InlineData("net.Fit([|x|], y, options);", "Fit", "x is an array of float", "FromRows(x, Net.InputSize, y, Net.OutputSize)")]
    [InlineData("net.Fit([|x|], y, adam, options);", "Fit", "x is an array of float", "FromRows(x, Net.InputSize, y, Net.OutputSize)")]
    [InlineData("net.Fit([|x|], y, epochs: 10);", "Fit", "x is an array of float", "FromRows(x, Net.InputSize, y, Net.OutputSize)")]
    [InlineData("net.Fit(x: [|x|], y: y);", "Fit", "x is an array of float", "FromRows(x, Net.InputSize, y, Net.OutputSize)")]
    [InlineData("net.Fit(([|x|], y));", "Fit", "x is an array of float", "FromRows(x, Net.InputSize, y, Net.OutputSize)")]
    [InlineData("net.Fit([|x|]);", "Fit", "x is an array of float", "FromRows(x, Net.InputSize, y, Net.OutputSize)")]
    [InlineData("net?.Fit([|x|], y);", "Fit", "x is an array of float", "FromRows(x, Net.InputSize, y, Net.OutputSize)")]
    [InlineData("Action fit = () => net.Fit([|x|], y);", "Fit", "x is an array of float", "FromRows(x, Net.InputSize, y, Net.OutputSize)")]
    [InlineData("net.Evaluate([|x|], y);", "Evaluate", "x is an array of float", "FromRows(x, Net.InputSize, y, Net.OutputSize)")]
    [InlineData("net.Evaluate([|x|]);", "Evaluate", "x is an array of float", "FromRows(x, Net.InputSize, y, Net.OutputSize)")]
    [InlineData("net.Fit([|[0, 0, 1, 1]|], [1]);", "Fit", "x is a list of values", "FromRows(x, Net.InputSize, y, Net.OutputSize)")]
    [InlineData("net.Fit([|x.AsSpan()|], y);", "Fit", "x is of type Span<float>", "FromRows(x, Net.InputSize, y, Net.OutputSize)")]
    [InlineData(
        "net.Fit([|x|], classes);", "Fit", "x is an array of float",
        "FromRows(x, Net.InputSize, Array.ConvertAll(classes, value => (float)value), Net.OutputSize)")]
    [InlineData(
        "net.Fit([|x|], flags);", "Fit", "x is an array of float",
        "FromRows(x, Net.InputSize, Array.ConvertAll(flags, value => value ? 1f : 0f), Net.OutputSize)")]
    [InlineData("net.Fit([|list|], some);", "Fit", "list is of type List<float>", "FromRows(list.ToArray(), Net.InputSize, some.ToArray(), Net.OutputSize)")]
    [InlineData(
        "net.Fit([|rows|], y);", "Fit", "rows is an array of arrays of float",
        "FromRows(rows.SelectMany(row => row).ToArray(), Net.InputSize, y, Net.OutputSize)")]
    [InlineData("net.Fit([|table|], table);", "Fit", "table is a two-dimensional array of float", "FromArrays(table, table)")]
    [InlineData(
        "net.Fit([|table|], y);", "Fit", "table is a two-dimensional array of float",
        "FromRows(table.Cast<float>().ToArray(), Net.InputSize, y, Net.OutputSize)")]
    [InlineData("net.Fit([|file|], file);", "Fit", "file is of type NdArray", "FromArrays(file, file)")]
    [InlineData("iris.Fit([|x|], classes);", "Fit", "x is an array of float", "FromRows(x, Iris.InputSize, classes, Iris.OutputSize)")]
    [InlineData(
        "iris.Fit([|x|], bytes);", "Fit", "x is an array of float",
        "FromRows(x, Iris.InputSize, Array.ConvertAll(bytes, value => (int)value), Iris.OutputSize)")]
    [InlineData(
        "iris.Fit([|x|], species);", "Fit", "x is an array of float",
        "FromRows(x, Iris.InputSize, Array.ConvertAll(species, value => (int)value), Iris.OutputSize)")]
    [InlineData("iris.Fit([|x|], names);", "Fit", "x is an array of float", "FromRows(x, Iris.InputSize, y, Iris.OutputSize)")]
    [InlineData("iris.Fit([|table|], classes);", "Fit", "table is a two-dimensional array of float", "FromArrays(table, classes, Iris.OutputSize)")]
    public Task Arrays_are_no_dataset(string statements, string method, string passed, string factory) =>
        MistakeHarness.Refused(statements, $"0210: {method} takes a Dataset<float>, but {passed}: write Dataset<float>.{factory}");

    [Fact]
    public Task A_double_network_takes_a_dataset_of_double() => MistakeHarness.Refused(
        "precise.Fit([|d|], d);",
        "0210: Fit takes a Dataset<double>, but d is an array of double: write Dataset<double>.FromRows(d, DoubleNet.InputSize, d, DoubleNet.OutputSize)");

    [Fact]
    public Task Values_of_another_type_are_converted_on_the_way() => MistakeHarness.Refused(
        "net.Fit([|d|], doubles);",
        "0210: Fit takes a Dataset<float>, but d is an array of double: "
            + "write Dataset<float>.FromRows(Array.ConvertAll(d, value => (float)value), Net.InputSize, "
        + "doubles.Select(value => (float)value).ToArray(), Net.OutputSize)");
}
