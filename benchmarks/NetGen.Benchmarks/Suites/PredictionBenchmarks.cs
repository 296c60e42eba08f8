using BenchmarkDotNet.Attributes;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.Suites;

/// <summary>Predictions of one example.</summary>
public class PredictionBenchmarks
{
    private const int Repetitions = 64;
    private IMeasured prediction = null!;

    /// <summary>The networks' sizes.</summary>
    public static IEnumerable<string> Networks => PredictionShape.All.Select(shape => shape.Name);

    /// <summary>The network to measure.</summary>
    [ParamsSource(nameof(Networks))]
    public string Network { get; set; } = "";

    /// <summary>Prepares the network.</summary>
    [GlobalSetup]
    public void SetUp() => prediction = PredictionShape.All.First(shape => shape.Name == Network).Create();

    /// <summary>The generated code.</summary>
    [Benchmark(OperationsPerInvoke = Repetitions)]
    public void NetGen() => prediction.Run(Repetitions);
}
