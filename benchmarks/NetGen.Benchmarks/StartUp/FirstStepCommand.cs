using System.Globalization;
using NetGen.Benchmarks.CommandLine;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.StartUp;

/// <summary>Prints the first training step of several new processes.</summary>
internal sealed class FirstStepCommand(TextWriter output)
{
    /// <summary>The command.</summary>
    public const string Name = "first-step";

    /// <summary>What the command passes to the processes that it starts: when it started them.</summary>
    public const string StartedOption = "--started";

    private const int Processes = 5;

    /// <summary>Starts the processes; or, being one of them, takes the step and prints its time.</summary>
    /// <exception cref="UsageException">There is no such shape.</exception>
    public void Run(Options options)
    {
        string name = options.Text("--shape") ?? TrainingShapes.All[0].Name;
        TrainingShape shape = TrainingShapes.All.FirstOrDefault(shape => shape.Name == name)
            ?? throw new UsageException($"--shape is {name}, but must be one of {string.Join(", ", TrainingShapes.All)}.");
        if (options.Text(StartedOption) is { } started)
        {
            FirstStep step = FirstStep.Take(shape, long.Parse(started, CultureInfo.InvariantCulture));
            output.WriteLine($"{name} first step: {Figures.Milliseconds(step.Step)}, since process start {Figures.Milliseconds(step.SinceStart)}");
            return;
        }

        for (int i = 0; i < Processes; i++)
        {
            output.WriteLine(ChildProcess.TakeFirstStep(shape));
        }
    }
}
