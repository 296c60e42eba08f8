using NetGen;
using Samples.CommandLine;
using Spectre.Console;

namespace Samples.Training;

/// <summary>Shows how training goes: on a terminal a bar with cost, rate and time left, elsewhere a line for every so many steps.</summary>
/// <param name="session">The run.</param>
/// <param name="name">What is trained.</param>
/// <param name="step">What a step is called.</param>
/// <param name="linesEvery">Every how many steps a plain line is printed, beside that for the last step.</param>
internal sealed class TrainingDisplay(SampleSession session, string name, string step, int linesEvery)
{
    public TrainingResult Show(Func<IProgress<TrainingProgress>, TrainingResult> train) =>
        session.IsInteractive ? ShowBar(train) : train(new Watcher(PrintLine));

    private void PrintLine(TrainingProgress progress)
    {
        if (progress.Epoch % linesEvery == 0 || progress.Epoch == progress.Epochs - 1)
        {
            session.Print($"Cost after {step} {progress.Epoch}: {progress.Cost:R}");
        }
    }

    private TrainingResult ShowBar(Func<IProgress<TrainingProgress>, TrainingResult> train) =>
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(name));
                return train(new Watcher(progress => ShowOnBar(task, progress)));
            });

    private void ShowOnBar(ProgressTask task, TrainingProgress progress)
    {
        double rate = (progress.Epoch + 1) / Math.Max(progress.Elapsed.TotalSeconds, 1e-9);
        task.Value = 100 * progress.Fraction;
        task.Description = Markup.Escape(FormattableString.Invariant(
            $"{name}  cost {progress.Cost:0.0000}  {rate:#,0} {step}s/s  {progress.Remaining.TotalSeconds:0} s left"));
    }

    private sealed class Watcher(Action<TrainingProgress> show) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => show(value);
    }
}
