
namespace NetGen.Analyzers.Tests;

/// <summary>Code as it stands while it is being typed: no analyzer throws, and none speaks of a value that is not there yet.</summary>
public sealed class HalfTypedTests
{
    private const string Source = """
        using System; using NetGen;
        [Layers(4, 3, 1)] public sealed partial class Net
        {
            [Weights(1)] private static readonly float[,] w = new float[3, 5];
            [Bias(1), Shape(3)] private static float[] B => [1, 2, 3, 4];
        }
        class C
        {
            [Shape(2, 3)] float[][] f = [[1, 2, 3], [4, 5, 6, 7]];
            readonly int n; C(int n) { this.n = n; }
            [return: Examples(4)] float[] M(Net net, [Shape(5)] params float[] p)
            {
                Span<float> x = stackalloc float[] { 1, 2, 3 }; var (a, b) = (new float[3], n);
                net.Predict(x[1..^1], flagged ? a : p[..2]); net.W1.CopyFrom(new float[n, 3]); net.Cost(y: p, x: a);
                return n switch { 1 => net.Predict(p), _ => throw new Exception() };
            }
            bool flagged; C Again => new(n) { f = new float[3][] };
            void N(Net net, float[] x, double[] d, Adam<float> adam, Dataset<float> data)
            {
                net.Fit((x, d)); net.TrainStep(x, [1.0, .. d], in adam, threads: 2); net.Predict([[1], [2]]); net.TrainStep(adam, x, x); Net.Predict(1f, 2f);
                Dataset.FromRows(d, 4, x, 1); _ = new Dataset<float>(x); net.Fit(data, new TrainingOptions { Validation = data }); net.Predict(d[1..]);
            }
        }
        """;

    [Fact]
    public async Task No_cut_makes_an_analyzer_throw()
    {
        for (int length = 0; length < Source.Length; length += 3)
        {
            await ShapeHarness.Run(ShapeHarness.Compile(Source[..length]));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task No_deletion_makes_an_analyzer_throw(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 60; round++)
        {
            string source = Source;
            for (int deletions = random.Next(1, 4); deletions > 0; deletions--)
            {
                int at = random.Next(source.Length - 10);
                source = source.Remove(at, random.Next(1, 10));
            }

            await ShapeHarness.Run(ShapeHarness.Compile(source));
        }
    }

    [Theory]
    [InlineData("net.Predict(")]
    [InlineData("net.Predict(new float[")]
    [InlineData("net.Predict(new float[]")]
    [InlineData("net.Predict(new float[5] oops")]
    [InlineData("net.Predict(x: , output: )")]
    [InlineData("net.Predict(missing, new float[unknown]);")]
    [InlineData("net.Predict(stackalloc );")]
    [InlineData("net.Predict([1, 2, );")]
    [InlineData("net.W9.CopyFrom(new float[3, 5]);")]
    [InlineData("var x = x; net.Predict(x);")]
    [InlineData("int n = n + 1; net.Predict(new float[n]);")]
    [InlineData("net.Predict(new float[\"5\"]);")]
    [InlineData("net.Predict(new Unknown[5]);")]
    public async Task Unfinished_calls_stay_silent(string statements)
    {
        var found = await ShapeHarness.Run(ShapeHarness.Compile(ShapeHarness.Wrap(statements)));
        Assert.Empty(found.Where(static diagnostic => diagnostic.Id.StartsWith("NETGEN02", StringComparison.Ordinal)).Select(AnalyzerHarness.Message));
    }
}
