using BenchmarkDotNet.Attributes;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.Suites;

/// <summary>Functions of every element of an array; the figures are per element.</summary>
public class VectorMathBenchmarks
{
    private IMeasured netGen = null!;
    private IMeasured tensors = null!;

    /// <summary>The functions' names.</summary>
    public static IEnumerable<string> Functions => VectorFunction.All.Select(function => function.Name);

    /// <summary>The function to measure.</summary>
    [ParamsSource(nameof(Functions))]
    public string Function { get; set; } = "";

    /// <summary>Prepares the arrays.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        VectorFunction function = VectorFunction.All.First(function => function.Name == Function);
        netGen = function.CreateNetGen();
        tensors = function.CreateTensors();
    }

    /// <summary>This library.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = VectorFunction.Elements)]
    public void NetGen() => netGen.Run(1);

    /// <summary>System.Numerics.Tensors.</summary>
    [Benchmark(OperationsPerInvoke = VectorFunction.Elements)]
    public void Tensors() => tensors.Run(1);
}
