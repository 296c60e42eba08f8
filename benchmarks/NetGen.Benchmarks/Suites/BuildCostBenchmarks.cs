using BenchmarkDotNet.Attributes;
using NetGen.Benchmarks.BuildCost;
using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.Suites;

/// <summary>The generator run over one network.</summary>
public class BuildCostBenchmarks
{
    private GeneratorRun run = null!;

    /// <summary>The networks' sizes.</summary>
    public static IEnumerable<string> Networks => TrainingShapes.All.Select(shape => TrainingShape.SizesOf(shape.Network));

    /// <summary>The network to generate.</summary>
    [ParamsSource(nameof(Networks))]
    public string Network { get; set; } = "";

    /// <summary>Prepares the compilation.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        run = new GeneratorRun([.. Network.Split('-').Select(int.Parse)]);
        Console.WriteLine($"Generated text: {run.TextLength} characters");
    }

    /// <summary>As at the start of a build.</summary>
    [Benchmark(Baseline = true)]
    public int First() => run.First();

    /// <summary>As in an editor, while another file is edited.</summary>
    [Benchmark]
    public int AfterUnrelatedEdit() => run.AfterUnrelatedEdit();
}
