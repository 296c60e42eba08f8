using System.Diagnostics;
using NetGen.Benchmarks.Peers;
using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.StartUp;

/// <summary>The first training step of this process.</summary>
/// <param name="Step">The seconds of the step: compiling it, starting the threads, doing it.</param>
/// <param name="SinceStart">The seconds from the start of the process to the end of the step: the runtime's start and drawing data included.</param>
internal sealed record FirstStep(double Step, double SinceStart)
{
    /// <summary>Takes the step.</summary>
    /// <param name="shape">The step.</param>
    /// <param name="started">The timestamp at which the process was started: the clock is the machine's, so another process can have read it.</param>
    public static FirstStep Take(TrainingShape shape, long started)
    {
        var problem = new TrainingProblem(shape);
        ITrainingPeer net = shape.CreateNetGen(problem, OptimizerKind.Sgd, threads: 0);
        long before = Stopwatch.GetTimestamp();
        net.Run(1);
        long after = Stopwatch.GetTimestamp();
        return new FirstStep(Stopwatch.GetElapsedTime(before, after).TotalSeconds, Stopwatch.GetElapsedTime(started, after).TotalSeconds);
    }
}
