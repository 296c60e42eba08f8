using System.Diagnostics;
using NetGen.Benchmarks.Measurement;

namespace NetGen.Benchmarks.BuildCost;

/// <summary>Prints what generating costs, for networks of growing sizes and depths.</summary>
internal static class BuildCostCommand
{
    // Enough for the runtime to have compiled the generator in its final form.
    private const int Runs = 60;

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
            var run = new GeneratorRun(sizes);
            string first = Figures.Milliseconds(Best(run.First)), edit = Figures.Milliseconds(Best(run.AfterUnrelatedEdit));
            output.WriteLine($"{string.Join('-', sizes)}: generator {first}, after an unrelated edit {edit}, text {Figures.Of(run.TextLength / 1024.0)} KB");
        }
    }

    private static double Best(Func<int> action)
    {
        double best = double.PositiveInfinity;
        for (int i = 0; i < Runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }
}
