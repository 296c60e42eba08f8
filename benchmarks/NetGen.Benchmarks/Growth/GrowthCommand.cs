using System.Globalization;
using NetGen.Benchmarks.CommandLine;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Peers;
using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.Growth;

/// <summary>How the time of a step grows: a table, and a plot.</summary>
internal sealed class GrowthCommand(TurnTimer timer, TextWriter output)
{
    private const int Turns = 4;
    private const string FileName = "growth.svg";

    /// <summary>Measures all series, writes the table while it does, and then the plot.</summary>
    /// <exception cref="UsageException">The folder cannot be made.</exception>
    public void Run(Options options) => Run(options, GrowthSeries.All);

    /// <summary>Measures some series, writes the table while it does, and then the plot.</summary>
    /// <exception cref="UsageException">The folder cannot be made.</exception>
    public void Run(Options options, IReadOnlyList<GrowthSeries> series)
    {
        string folder = options.Text("--out") ?? ".";
        int threads = options.Threads;
        CreateFolder(folder);
        var fma = new FmaPeak(threads);
        double peak = fma.Operations / timer.Measure(new Contestant(fma, Turns))[0];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"threads {threads}, FMA peak {Figures.Of(peak / 1e9)} GFLOP/s"));
        var panels = new List<GrowthPanel>();
        foreach (GrowthSeries one in series)
        {
            output.WriteLine();
            output.WriteLine(GrowthTable.Header(one));
            var points = new List<GrowthPoint>();
            foreach (GrowthStep step in one.Steps)
            {
                points.Add(Measure(step, threads, peak));
                output.WriteLine(GrowthTable.Row(points[^1], points.Count > 1 ? points[^2] : null));
            }

            panels.Add(new GrowthPanel(one.Name, one.Caption, points));
        }

        string path = Path.Combine(folder, FileName);
        File.WriteAllText(path, GrowthPlot.Draw(panels));
        output.WriteLine();
        output.WriteLine($"plot: {path}");
    }

    private static void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--out is {folder}, but that folder cannot be made: {problem.Message}");
        }
    }

    private GrowthPoint Measure(GrowthStep step, int threads, double peak)
    {
        var problem = new TrainingProblem(step.Shape);
        var netGen = new Contestant(step.Shape.CreateNetGen(problem, OptimizerKind.Sgd, threads), Turns);
        double[] seconds = TrainingPeers.OpenBlas(problem, threads) is { } openBlas
            ? timer.Measure(netGen, new Contestant(openBlas, Turns))
            : timer.Measure(netGen);
        return new GrowthPoint(step.Size, seconds[0], seconds.Length > 1 ? seconds[1] : null, step.Shape.Operations / peak);
    }
}
