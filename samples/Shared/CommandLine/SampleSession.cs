using System.CommandLine;
using NetGen;
using NetGen.Reports;
using Samples.Training;
using Spectre.Console;

namespace Samples.CommandLine;

/// <summary>
/// One run of a sample: what was asked for, and where results go. Results are lines of the standard output; remarks beside them go to the error output.
/// </summary>
public sealed class SampleSession
{
    private readonly ParseResult parsed;
    private readonly TextWriter results = Console.Out;
    private readonly TextWriter remarks = Console.Error;

    internal SampleSession(ParseResult parsed, CancellationToken cancellationToken)
    {
        this.parsed = parsed;
        CancellationToken = cancellationToken;
    }

    /// <summary>Whether plain lines were asked for even on a terminal.</summary>
    public required bool IsPlain { get; init; }

    /// <summary>The folder for the report; null when none was asked for.</summary>
    public required string? OutputFolder { get; init; }

    /// <summary>What random numbers start from.</summary>
    public required int Seed { get; init; }

    /// <summary>How many threads a step may use; 0: as many as the machine has cores.</summary>
    public required int Threads { get; init; }

    /// <summary>Cancelled by Ctrl+C.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Whether Ctrl+C was pressed.</summary>
    public bool WasStopped => CancellationToken.IsCancellationRequested;

    /// <summary>Whether somebody watches a terminal, on which a bar can move.</summary>
    public bool IsInteractive => !IsPlain && !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;

    /// <summary>Whether the sample found something wrong.</summary>
    internal bool HasFailed { get; private set; }

    /// <summary>The value of an option.</summary>
    /// <param name="option">The option.</param>
    public T Get<T>(Option<T> option) => parsed.GetValue(option)!;

    /// <summary>The value of an option that takes one of several words.</summary>
    /// <param name="option">The option.</param>
    public T Get<T>(Option<Choice<T>> option) => parsed.GetValue(option)!.Value;

    /// <summary>Prints a line of the result.</summary>
    /// <param name="line">The line; numbers in it are written the same in every country.</param>
    public void Print(FormattableString line) => results.WriteLine(FormattableString.Invariant(line));

    /// <summary>Prints a remark, so that it does not mix with the results.</summary>
    /// <param name="remark">The remark.</param>
    public void Remark(string remark) => remarks.WriteLine(remark);

    /// <summary>Trains with the progress shown: a bar on a terminal, plain lines elsewhere.</summary>
    /// <param name="name">What is trained.</param>
    /// <param name="step">What a step of the progress is called: iteration or epoch.</param>
    /// <param name="linesEvery">Every how many steps a plain line is printed, beside that for the last step.</param>
    /// <param name="train">Trains, reporting to the given progress.</param>
    /// <exception cref="OperationCanceledException">Ctrl+C came before the first step: there is nothing to show.</exception>
    /// <exception cref="SampleException">The training diverged at once: there is nothing to show either.</exception>
    public TrainingResult Train(string name, string step, int linesEvery, Func<IProgress<TrainingProgress>, TrainingResult> train)
    {
        TrainingResult result = new TrainingDisplay(this, name, step, linesEvery).Show(train);
        if (result.Divergence is { } divergence)
        {
            string diverged = FormattableString.Invariant(
                $"The training of {name} diverged, in {step} {divergence.Epoch} {divergence.Finding}: try a smaller --rate.");
            if (result.History.Count == 0)
            {
                throw new SampleException(diverged);
            }

            Remark(diverged);
        }

        if (result.History.Count == 0)
        {
            throw new OperationCanceledException($"Stopped before the first {step} of {name}.", CancellationToken);
        }

        return result;
    }

    /// <summary>Does something for each item, with a bar on a terminal; Ctrl+C stops before the next item.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="items">The items.</param>
    /// <param name="act">What to do for each.</param>
    /// <exception cref="OperationCanceledException">Ctrl+C came before the first item: there is nothing to show.</exception>
    public void ForEach<TItem>(string name, IReadOnlyCollection<TItem> items, Action<TItem> act)
    {
        if (WasStopped)
        {
            throw new OperationCanceledException($"Stopped before {name}.", CancellationToken);
        }

        if (IsInteractive)
        {
            AnsiConsole.Progress()
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(context => DoEach(context.AddTask(Markup.Escape(name), maxValue: items.Count)));
        }
        else
        {
            DoEach(bar: null);
        }

        void DoEach(ProgressTask? bar)
        {
            foreach (TItem item in items.TakeWhile(_ => !WasStopped))
            {
                act(item);
                bar?.Increment(1);
            }
        }
    }

    /// <summary>Notes that the sample found something wrong, for the exit code.</summary>
    public void Fail() => HasFailed = true;

    /// <summary>Writes the report if one was asked for.</summary>
    /// <param name="report">Makes the report.</param>
    /// <param name="drawings">Makes the files beside it: the name of each, and its content.</param>
    public void Save(Func<Report> report, Func<IEnumerable<(string FileName, string Svg)>>? drawings = null)
    {
        if (OutputFolder is null)
        {
            Remark("Add --out DIR for a report with the cost curve and pictures.");
        }
        else
        {
            Remark($"Report: {ReportFolder.Save(OutputFolder, report(), drawings?.Invoke() ?? [])}");
        }
    }
}
