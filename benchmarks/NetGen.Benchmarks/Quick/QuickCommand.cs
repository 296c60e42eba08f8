using NetGen.Benchmarks.CommandLine;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Peers;
using NetGen.Benchmarks.Peers.OpenBlas;
using NetGen.Benchmarks.Peers.PyTorch;
using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.Quick;

/// <summary>One line of figures for each shape, in under 90 s together.</summary>
internal sealed class QuickCommand(TurnTimer timer, TextWriter output)
{
    // What one line takes is its turns times 0.4 s: the networks and OpenBLAS get six turns, what takes seconds or hardly varies gets one or two.
    private const int Turns = 6;
    private const int ShortTurns = 4;

    /// <summary>Measures, and writes each line when it is known.</summary>
    /// <exception cref="UsageException">There is no shape of the name given.</exception>
    public void Run(Options options)
    {
        string? name = options.Text("--shape");
        TrainingShape[] steps = [.. TrainingShapes.All.Where(shape => name is null || shape.Name == name)];
        KindShape[] kinds = [.. KindShape.All.Where(shape => name is null || shape.Name == name)];
        PredictionShape[] predictions = [.. PredictionShape.All.Where(shape => name is null || shape.Name == name)];
        VectorFunction[] functions = [.. VectorFunction.All.Where(function => name is null || function.Name == name)];
        if (steps.Length + kinds.Length + predictions.Length + functions.Length == 0)
        {
            object[] all = [.. TrainingShapes.All, .. KindShape.All, .. PredictionShape.All, .. VectorFunction.All];
            throw new UsageException($"--shape is {name}, but must be one of {string.Join(", ", all)}.");
        }

        Steps(steps, options.Threads, options.Optimizer);
        foreach (KindShape shape in kinds)
        {
            output.WriteLine(MeasureKind(shape, options.Threads));
        }

        foreach (PredictionShape shape in predictions)
        {
            output.WriteLine(QuickLines.Prediction(shape.Name, timer.Measure(new Contestant(shape.Create(), ShortTurns))[0]));
        }

        foreach (VectorFunction function in functions)
        {
            output.WriteLine(QuickLines.Function(function.Name, MeasureFunction(function)));
        }
    }

    private void Steps(TrainingShape[] shapes, int threads, OptimizerKind optimizer)
    {
        if (shapes.Length == 0)
        {
            return;
        }

        double peak = MeasurePeak(threads);

        // Standard output has one line a shape and nothing else.
        Console.Error.WriteLine($"FMA peak: threads 1 {Figures.Of(MeasurePeak(1) / 1e9)} GFLOP/s, threads {threads} {Figures.Of(peak / 1e9)} GFLOP/s");
        if (OpenBlasLibrary.IsAvailable)
        {
            Console.Error.WriteLine($"OpenBLAS: {OpenBlasLibrary.Configuration}");
        }

        foreach (TrainingShape shape in shapes)
        {
            StepFigures figures = optimizer == OptimizerKind.Sgd ? MeasureStep(shape, threads) : MeasureOptimizer(shape, threads, optimizer);

            // The peak is that of the whole run: a shape that was measured while the machine was slow must not look better for it.
            peak = Math.Max(peak, figures.Peak);
            output.WriteLine(QuickLines.Step(figures with { Peak = peak }));
        }
    }

    private double MeasurePeak(int threads)
    {
        var peak = new FmaPeak(threads);
        return peak.Operations / timer.Measure(new Contestant(peak, 2))[0];
    }

    private StepFigures MeasureStep(TrainingShape shape, int threads)
    {
        var problem = new TrainingProblem(shape);
        var peak = new FmaPeak(threads);
        var netGen = new Contestant(shape.CreateNetGen(problem, OptimizerKind.Sgd, threads), Turns);
        var naive = new Contestant(TrainingPeers.Naive(problem), 1);
        var fma = new Contestant(peak, 2);
        double[] seconds = TrainingPeers.OpenBlas(problem, threads) is { } openBlas
            ? timer.Measure(netGen, naive, fma, new Contestant(openBlas, Turns))
            : timer.Measure(netGen, naive, fma);
        return new StepFigures(shape, threads, OptimizerKind.Sgd, seconds[0], peak.Operations / seconds[2])
        {
            Naive = seconds[1],
            OpenBlas = seconds.Length > 3 ? seconds[3] : null,
        };
    }

    private StepFigures MeasureOptimizer(TrainingShape shape, int threads, OptimizerKind optimizer)
    {
        var problem = new TrainingProblem(shape);
        var peak = new FmaPeak(threads);
        double[] seconds = timer.Measure(
            new Contestant(shape.CreateNetGen(problem, optimizer, threads), Turns),
            new Contestant(shape.CreateNetGen(problem, OptimizerKind.Sgd, threads), Turns),
            new Contestant(peak, 2));
        return new StepFigures(shape, threads, optimizer, seconds[0], peak.Operations / seconds[2]) { Sgd = seconds[1] };
    }

    private string MeasureKind(KindShape shape, int threads)
    {
        (IMeasured with, IMeasured without) = shape.Create(threads);
        using PyTorchPeer? torch = shape.CreatePyTorch(threads);
        double[] seconds = torch is null
            ? timer.Measure(new Contestant(with, Turns), new Contestant(without, Turns))
            : timer.Measure(new Contestant(with, Turns), new Contestant(without, Turns), new Contestant(torch, ShortTurns));
        return QuickLines.Kind(shape.Name, threads, seconds);
    }

    private double[] MeasureFunction(VectorFunction function)
    {
        double[] seconds = timer.Measure(new Contestant(function.CreateNetGen(), ShortTurns), new Contestant(function.CreateTensors(), ShortTurns));
        return [.. seconds.Select(whole => whole / VectorFunction.Elements)];
    }
}
