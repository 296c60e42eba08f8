using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using NetGen.Benchmarks.Shapes;
using NetGen.Benchmarks.StartUp;

namespace NetGen.Benchmarks.Suites;

/// <summary>
/// A whole process that takes one training step: start of the runtime, compilation, the step, the end. The process prints the part of the step itself.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 10)]
public class StartUpBenchmarks
{
    /// <summary>The shapes' names.</summary>
    public static IEnumerable<string> Shapes => TrainingShapes.All.Select(shape => shape.Name);

    /// <summary>The shape to measure.</summary>
    [ParamsSource(nameof(Shapes))]
    public string Shape { get; set; } = "";

    /// <summary>One process.</summary>
    [Benchmark]
    public void FirstStep() => Console.WriteLine(ChildProcess.TakeFirstStep(TrainingShapes.Named(Shape)));
}
