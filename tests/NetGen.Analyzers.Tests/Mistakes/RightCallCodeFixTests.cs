using NetGen.CodeFixes;

namespace NetGen.Analyzers.Tests.Mistakes;

/// <summary>The fix that writes the call that was meant; what it writes compiles.</summary>
public sealed class RightCallCodeFixTests
{
    [Theory]
    [InlineData("net.Fit(x, y);", "Make a dataset", "net.Fit(Dataset<float>.FromRows(x, Net.InputSize, y, Net.OutputSize));")]
    [InlineData("net.Fit((x, y), options);", "Make a dataset", "net.Fit(Dataset<float>.FromRows(x, Net.InputSize, y, Net.OutputSize), options);")]
    [InlineData("net.Evaluate(table, table);", "Make a dataset", "net.Evaluate(Dataset<float>.FromArrays(table, table));")]
    [InlineData("net.Fit([0, 0, 1, 1], [1]);", "Make a dataset", "net.Fit(Dataset<float>.FromRows([0, 0, 1, 1], Net.InputSize, [1], Net.OutputSize));")]
    [InlineData(
        "iris.Fit(d, bytes, adam);",
        "Make a dataset",
        "iris.Fit(Dataset<float>.FromRows(Array.ConvertAll(d, value => (float)value), "
            + "Iris.InputSize, Array.ConvertAll(bytes, value => (int)value), Iris.OutputSize), adam);")]
    [InlineData("net.TrainStep(x, y, adam);", "Pass the optimizer by ref", "net.TrainStep(x, y, ref adam);")]
    [InlineData("net.TrainStep(x, y, in adam);", "Pass the optimizer by ref", "net.TrainStep(x, y, ref adam);")]
    [InlineData("net.TrainStep(x, y, optimizer: adam);", "Pass the optimizer by ref", "net.TrainStep(x, y, optimizer: ref adam);")]
    [InlineData("net.Predict(d);", "Convert the values", "net.Predict(Array.ConvertAll(d, value => (float)value));")]
    [InlineData("net.Predict(fine);", "Convert the values", "net.Predict(fine.Cast<double>().Select(value => (float)value).ToArray());")]
    [InlineData("net.Predict(d.AsSpan(4));", "Convert the values", "net.Predict(Array.ConvertAll(d.AsSpan(4).ToArray(), value => (float)value));")]
    [InlineData("net.Predict(d.Length > 4 ? d : d);", "Convert the values", "net.Predict(Array.ConvertAll((d.Length > 4 ? d : d), value => (float)value));")]
    [InlineData("iris.Cost(x, species);", "Convert the values", "iris.Cost(x, Array.ConvertAll(species, value => (int)value));")]
    [InlineData("net.Cost(x, flags);", "Convert the values", "net.Cost(x, Array.ConvertAll(flags, value => value ? 1f : 0f));")]
    [InlineData("net.Predict([1.5, 2, -0.5d, d[0]]);", "Convert the values", "net.Predict([1.5f, 2, -0.5f, (float)d[0]]);")]
    [InlineData("net.Predict(table);", "Pass one list of values", "net.Predict(table.Cast<float>().ToArray());")]
    [InlineData("net.Predict(rows);", "Pass one list of values", "net.Predict(rows.SelectMany(row => row).ToArray());")]
    [InlineData("net.Predict(memory);", "Pass one list of values", "net.Predict(memory.Span);")]
    [InlineData("net.Predict(file);", "Pass one list of values", "net.Predict(file.ToArray<float>());")]
    [InlineData("net.Predict(1f, 2f, 3f, 4f);", "Pass one list of values", "net.Predict([1f, 2f, 3f, 4f]);")]
    [InlineData("net.Predict([[0, 0], [0, 1]]);", "Pass one list of values", "net.Predict([0, 0, 0, 1]);")]
    [InlineData("net.Predict([x, y]);", "Pass one list of values", "net.Predict([.. x, .. y]);")]
    [InlineData("net.Cost(x, 1f);", "Pass one list of values", "net.Cost(x, [1f]);")]
    [InlineData("net.Cost(data);", "Pass one list of values", "net.Cost(data.X, data.Y);")]
    [InlineData("net.TrainStep(data, 0.1);", "Pass one list of values", "net.TrainStep(data.X, data.Y, 0.1);")]
    [InlineData("net.Fit(options, data);", "Put the arguments into order", "net.Fit(data, options);")]
    [InlineData("net.TrainStep(adam, x, y);", "Put the arguments into order", "net.TrainStep(x, y, ref adam);")]
    [InlineData("_ = NetGen.Dataset.FromRows(x, 4, y, 1);", "Name the element type", "_ = NetGen.Dataset<float>.FromRows(x, 4, y, 1);")]
    [InlineData("async void Run() => await net.Fit(data);", "Leave out await", "async void Run() => net.Fit(data);")]
    public Task The_call_that_was_meant_is_written(string wrong, string title, string right) =>
        CodeFixHarness.Fixes<RightCallCodeFix>(MistakeHarness.Wrap(wrong), title, MistakeHarness.Wrap(right));

    [Theory]
    [InlineData("net.Fit(x);")]
    [InlineData("net.Predict(new double[4]);")]
    [InlineData("net.Predict(x, d);")]
    [InlineData("net.TrainStep(x, y, new Adam<float>());")]
    [InlineData("iris.Cost(x, names);")]
    [InlineData("net.Fit(precisely);")]
    public Task What_can_be_meant_in_several_ways_is_left_to_the_user(string statements) =>
        CodeFixHarness.OffersNothing<RightCallCodeFix>(MistakeHarness.Wrap(statements));

    [Fact]
    public Task All_are_written_at_once() => CodeFixHarness.FixesAll<RightCallCodeFix>(
        MistakeHarness.Wrap("net.Predict(d); net.Predict(d); net.TrainStep(d, y, adam);"),
        MistakeHarness.Wrap(
            "net.Predict(Array.ConvertAll(d, value => (float)value)); net.Predict(Array.ConvertAll(d, value => (float)value)); "
            + "net.TrainStep(Array.ConvertAll(d, value => (float)value), y, ref adam);"));

    [Fact]
    public Task What_the_call_needs_is_imported() => CodeFixHarness.Fixes<RightCallCodeFix>(
        """
        using NetGen;
        [Layers(4, 1)] public sealed partial class Net;
        public static class Use
        {
            public static float[] Run(Net net, System.Collections.Generic.List<double> values) => net.Predict(values);
        }
        """,
        "Convert the values",
        """
        using System.Linq;
        using NetGen;
        [Layers(4, 1)] public sealed partial class Net;
        public static class Use
        {
            public static float[] Run(Net net, System.Collections.Generic.List<double> values) => net.Predict(values.Select(value => (float)value).ToArray());
        }
        """);
}
