using System.Diagnostics;
using NetGen.Benchmarks.Measurement;

namespace NetGen.Benchmarks.BuildCost;

/// <summary>Prints what generating costs, for networks of growing sizes and depths, and what the compiler says of whole projects.</summary>
internal static class BuildCostCommand
{
    // Enough for the runtime to have compiled the generator in its final form, as it is in an editor or a build server.
    private const double SecondsOfRuns = 6;

    private const int Builds = 3;

    private const int DeepLayers = 1000;

    private const int DeepWidth = 16;

    private static readonly int[][] Networks =
    [
        [2, 4, 1],
        [4, 8, 8, 1],
        [784, 128, 10],
        [12288, 20, 7, 5, 1],
        [1024, 1024, 1024, 10],
        [128, 128, 128, 128, 128, 128, 128, 128, 10],
        [128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 10],
    ];

    /// <summary>Measures, and writes a line for each network.</summary>
    public static void Run(TextWriter output)
    {
        foreach (int[] sizes in Networks)
        {
            Write(output, string.Join('-', sizes), new GeneratorRun(sizes));
        }

        Write(output, TwentyNodes.Name, new GeneratorRun(TwentyNodes.Source));

        using (var project = new ScratchProject(ManyFiles.All))
        {
            string name = $"{ManyFiles.Count} files, {ManyFiles.WithNetworks} of them with networks";
            output.WriteLine($"{name}, one thing after the other: {Line(Fastest(project, isSequential: true, Builds))}");
            output.WriteLine($"{name}, on all cores at once: {Line(Fastest(project, isSequential: false, Builds))}");
        }

        string deep = $"[NetGen.Layers({string.Join(", ", Enumerable.Repeat(DeepWidth, DeepLayers + 1))})] public sealed partial class Net;";
        using (var project = new ScratchProject([("Net.cs", deep)]))
        {
            output.WriteLine($"{DeepLayers} layers of {DeepWidth} units: {Line(Fastest(project, isSequential: true, builds: 1))}");
        }
    }

    private static void Write(TextWriter output, string name, GeneratorRun run)
    {
        string first = Figures.Milliseconds(Best(run.First)), edit = Figures.Milliseconds(Best(run.AfterUnrelatedEdit));
        output.WriteLine($"{name}: generator {first}, after an unrelated edit {edit}, text {Figures.Of(run.TextLength / 1024.0)} KB");
    }

    /// <summary>The figures of one account.</summary>
    public static string Line(CompilerAccount account) =>
        $"compiler {Figures.Of(account.Compile)} s, of it NetGen's analyzers {Figures.Of(account.Analyzers)} s, {Figures.Of(100 * account.AnalyzerShare)} %, "
        + $"all analyzers {Figures.Of(account.AllAnalyzers)} s, NetGen's generator {Figures.Of(account.Generator)} s";

    private static CompilerAccount Fastest(ScratchProject project, bool isSequential, int builds) =>
        Enumerable.Range(0, builds).Select(_ => project.Build(isSequential)).MinBy(static account => account.Compile)!;

    private static double Best(Func<int> action)
    {
        double best = double.PositiveInfinity;
        for (long begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin).TotalSeconds < SecondsOfRuns;)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }
}
