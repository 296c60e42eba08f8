using Microsoft.CodeAnalysis;
using NetGen.Tests;

namespace NetGen.Analyzers.Tests.Mistakes;

/// <summary>What looks like a mistake and is none, or is one that the compiler tells well enough.</summary>
public sealed class SilentCallTests
{
    [Theory]
    [InlineData("net.Fit(data); net.Fit(data, options); net.Fit(data, adam, options); net.Evaluate(data);")]
    [InlineData("net.Predict(x); net.Predict(x, y); net.Predict(memory.Span); "
        + "net.Predict(list.ToArray()); net.Predict([1, 2, 3, 4]); net.PredictClass([.. x]);")]
    [InlineData("net.Predict([0, 1.5f, -2, 'a']); net.Predict([.. x, .. y]); net.Predict([.. list]); net.Predict(default); net.Predict(null);")]
    [InlineData("net.Cost(data.X, data.Y); iris.Cost(x, classes); iris.Cost(x, y); net.CheckGradients(x, y); net.ComputeGradients(x, y, x);")]
    [InlineData("precise.Predict(d); precise.Fit(precisely, dadam); precise.TrainStep(d, d, ref dadam);")]
    [InlineData("net.TrainStep(y: y, x: x, threads: 2, learningRate: 0.1); net.TrainStep(x, y, optimizer: ref adam);")]
    [InlineData("_ = (Dataset<float>.FromRows(x, 4, y, 1), Dataset<float>.FromRows(x, 4, classes, 3), "
        + "Dataset<float>.FromArrays(table, table), Dataset<double>.FromArrays(fine, classes, 3));")]
    [InlineData("net.W1.CopyFrom(table); net.W1.CopyFrom(rows); net.b1.CopyFrom(list.ToArray());")]
    public Task Right_calls(string statements) => MistakeHarness.Accepted(statements);

    [Theory]
    [InlineData("net.Predict(missing);")]
    [InlineData("net.Fit(missing, y);")]
    [InlineData("net.TrainStep(x, missing, adam);")]
    [InlineData("net.Predict(\"text\");")]
    [InlineData("net.Predict(() => 1);")]
    [InlineData("net.Predict(options);")]
    [InlineData("net.Fit(data, \"text\");")]
    [InlineData("net.Fit();")]
    [InlineData("net.Cost(x);")]
    [InlineData("net.Predict();")]
    [InlineData("net.Predict(x, nothing: 1);")]
    [InlineData("net.TrainStep(x, y, \"fast\");")]
    [InlineData("net.TrainStep(x, y, ref new Adam<float>());")]
    [InlineData("net.Missing(x, y);")]
    [InlineData("missing.Fit(x, y);")]
    [InlineData("Missing.Predict(x);")]
    [InlineData("x.Fit(x, y);")]
    [InlineData("options.Validation.Fit(x);")]
    [InlineData("list.CopyFrom(d);")]
    [InlineData("new Dataset<Missing>(x, y).Take(3);")]
    public Task What_the_compiler_tells_well_or_does_not_know(string statements) => MistakeHarness.Refused(statements);

    [Theory]
    [InlineData("net.Fit(x, ")]
    [InlineData("net.Fit(x, y")]
    [InlineData("net.Fit(x, );")]
    [InlineData("net.TrainStep(x, y, ")]
    [InlineData("net.TrainStep(x, y, ref )")]
    [InlineData("net.TrainStep(x, y, optimizer: )")]
    [InlineData("net.Predict([1.5, ")]
    [InlineData("net.Predict([1.5, );")]
    [InlineData("Dataset.FromRows(x, 4, ")]
    [InlineData("new Dataset<float>(x, ")]
    [InlineData("await net.Fit(")]
    [InlineData("Net.Predict(")]
    public Task Unfinished_calls(string statements) => MistakeHarness.Refused(statements);

    [Fact]
    public Task Calls_of_methods_that_the_user_adds() => ShapeHarness.Reports("""
        using NetGen;
        [Layers(4, 3, 1)] public sealed partial class Net
        {
            public void Fit(float[] x, float[] y) { }
            public static void Predict(double x) { }
            public void Evaluate(float[] x, int count) => Fit(x, x);
        }
        public static class Extensions
        {
            public static void Fit(this Net net, double[] x) { }
            public static void TrainStep(this Net net, float[] x, float[] y, Adam<float> optimizer) { }
            public static void Cost(this Net net, Dataset<float> data) { }
        }
        public static class Use
        {
            public static void Run(Net net, float[] x, double[] d, Adam<float> adam, Dataset<float> data)
            {
                net.Fit(x, x);
                net.Fit(d);
                net.TrainStep(x, x, adam);
                net.Cost(data);
                Net.Predict(1.5);
                net.Evaluate(x, 3);
            }
        }
        """);

    [Fact]
    public Task Wrong_calls_that_are_nearer_to_the_users_own_methods() => ShapeHarness.Reports(
        """
        using NetGen;
        [Layers(4, 3, 1)] public sealed partial class Net
        {
            public void Fit(float[] x, float[] y, int epochs) { }
        }
        public static class Use
        {
            public static void Run(Net net, float[] x) => net.Fit(x, x, 2.5);
        }
        """,
        isRefused: true);

    [Fact]
    public Task Other_classes_with_methods_of_the_same_names() => ShapeHarness.Reports(
        """
        public sealed class Model
        {
            public void Fit(Dataset<float> data) { }
            public void TrainStep(float[] x, ref int optimizer) { }
        }
        public class Dataset<T> { public static void FromRows(T[] x) { } }
        public class Dataset;
        public static class Use
        {
            public static async void Run(Model model, float[] x, int optimizer)
            {
                model.Fit(x);
                model.TrainStep(x, optimizer);
                Dataset.FromRows(x);
                Dataset<float>.FromRows(new double[3]);
                _ = new Dataset<float>(x);
                Model.Fit(null);
            }
        }
        """,
        isRefused: true);

    [Fact]
    public async Task Code_that_is_generic_over_networks_and_element_types()
    {
        Compilation compilation = UserProject.With(["""
            using System;
            using System.Numerics;
            using NetGen;
            public static class Use
            {
                public static void Step<TNetwork, T, TOptimizer>(TNetwork network, T[] x, T[] y, TOptimizer optimizer)
                    where TNetwork : class, INetwork<TNetwork, T>
                    where T : unmanaged, IBinaryFloatingPointIeee754<T>
                    where TOptimizer : struct, IOptimizer<T>
                {
                    network.TrainStep(x, y, ref optimizer);
                    network.Predict(x, y);
                    network.Cost(x, y);
                    Dataset<T>.FromRows(x, 1, y, 1);
                }
            }
            """]);
        Assert.DoesNotContain(compilation.GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(await ShapeHarness.Run(compilation));
    }

    [Fact]
    public Task Calls_with_a_value_that_is_known_only_at_run_time() =>
        MistakeHarness.Refused("dynamic any = d; net.Predict(any); net.Fit(any, any); int n = \"\";");

    [Fact]
    public async Task Emitted_networks_are_told_as_their_stand_ins_are()
    {
        (string source, var spans) = AnalyzerHarness.Unmark(MistakeHarness.Wrap(
            "net.Evaluate([|x|], y); net.TrainStep(x, y, [|adam|]); net.CreatePredictor().PredictClass([|d|]); iris.Fit([|x|], classes, options);"));
        var found = await ShapeHarness.Run(AnalyzerHarness.Compile(source).Compilation);
        Assert.Equal(["NETGEN0210", "NETGEN0211", "NETGEN0212", "NETGEN0210"], found.Select(static diagnostic => diagnostic.Id));
        Assert.Equal(spans, found.Select(static diagnostic => diagnostic.Location.SourceSpan));
    }

    [Fact]
    public async Task A_network_of_a_referenced_assembly_is_told_without_its_declaration()
    {
        using var assembly = new MemoryStream();
        Compilation library = ShapeHarness.Compile("using NetGen; namespace Models; [Layers(4, 3, 1)] public sealed partial class Net;");
        Assert.True(library.WithAssemblyName("Models").Emit(assembly).Success);
        Compilation consumer = UserProject.With(["public static class Use { public static void Run(Models.Net net, double[] d) { net.Predict(d); } }"])
            .AddReferences(MetadataReference.CreateFromImage(assembly.ToArray()));
        var found = Assert.Single(await ShapeHarness.Run(consumer));
        Assert.Equal(
            "NETGEN0212: d is an array of double, but Net computes in float: write Array.ConvertAll(d, value => (float)value)",
            AnalyzerHarness.Message(found));
    }
}
