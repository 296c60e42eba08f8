using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Samples.CommandLine;

/// <summary>
/// The command line of a sample: its own options and those that every sample has, and further tasks, each under a word of its own. Bad input ends with one line
/// on the error output and exit code 2; Ctrl+C asks the training to stop after the current step, a second one ends the program at once.
/// </summary>
public sealed class SampleCommand
{
    private readonly RootCommand command;
    private readonly HelpWithExample help;
    private readonly Option<bool> plain = new("--plain")
    {
        Description = "Print plain lines, no progress bar; so it is when the output is not a terminal, too.",
    };
    private readonly Option<string?> output = SampleOption.Path("--out", "DIR", "Write a report with pictures to DIR/report.html.");
    private readonly Option<int> seed;
    private readonly Option<int> threads = SampleOption.WholeNumber(
        "--threads", "How many threads a step may use; 0 means as many as the machine has cores.", 0, minimum: 0);

    /// <summary>Describes a sample.</summary>
    /// <param name="description">What the sample does.</param>
    /// <param name="example">One command line that shows it, without the "dotnet run" before it.</param>
    /// <param name="seed">The default of --seed.</param>
    /// <param name="seedDescription">What --seed seeds.</param>
    /// <param name="options">The options that only this sample has.</param>
    public SampleCommand(string description, string example, int seed, string seedDescription, params ReadOnlySpan<Option> options)
    {
        command = new RootCommand(description);
        this.seed = SampleOption.WholeNumber("--seed", seedDescription, seed, minimum: 0);
        foreach (Option option in options)
        {
            command.Options.Add(option);
        }

        command.Options.Add(output);
        command.Options.Add(this.seed);
        command.Options.Add(threads);
        command.Options.Add(plain);

        HelpOption helpOption = command.Options.OfType<HelpOption>().Single();
        help = new HelpWithExample((HelpAction)helpOption.Action!);
        help.Examples.Add(command, example);
        helpOption.Action = help;
    }

    /// <summary>What --out is for, where it is no report.</summary>
    public string OutputPurpose
    {
        init => output.Description = value;
    }

    /// <summary>Adds what the sample also does.</summary>
    /// <param name="name">The word that asks for it.</param>
    /// <param name="description">What it does.</param>
    /// <param name="example">One command line that shows it, without the "dotnet run" before it.</param>
    /// <param name="takes">Which of the options that every sample has it takes, beside --plain.</param>
    /// <param name="options">Its own options.</param>
    /// <param name="run">What is done.</param>
    public void Add(string name, string description, string example, CommonOptions takes, ReadOnlySpan<Option> options, Action<SampleSession> run)
    {
        var task = new Command(name, description);
        foreach (Option option in options)
        {
            task.Options.Add(option);
        }

        foreach ((CommonOptions kind, Option option) in ((CommonOptions, Option)[])
            [(CommonOptions.Output, output), (CommonOptions.Seed, seed), (CommonOptions.Threads, threads)])
        {
            if (takes.HasFlag(kind))
            {
                task.Options.Add(option);
            }
        }

        task.Options.Add(plain);
        task.SetAction(parsed => RunSession(parsed, run));
        help.Examples.Add(task, example);
        command.Subcommands.Add(task);
    }

    /// <summary>Runs the sample.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="run">The sample itself.</param>
    /// <returns>The exit code.</returns>
    public int Run(string[] args, Action<SampleSession> run)
    {
        command.SetAction(parsed => RunSession(parsed, run));
        ParseResult result = command.Parse(args);
        if (result.Action is ParseErrorAction)
        {
            return Refuse(result.Errors[0].Message);
        }

        return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private int RunSession(ParseResult parsed, Action<SampleSession> run)
    {
        using var interrupt = new Interrupt();
        var session = new SampleSession(parsed, interrupt.Token)
        {
            IsPlain = parsed.GetValue(plain),
            OutputFolder = parsed.GetValue(output),
            Seed = parsed.GetValue(seed),
            Threads = parsed.GetValue(threads),
        };

        try
        {
            // Found out now, and not after the training.
            if (session.OutputFolder is { } folder)
            {
                ReportFolder.Prepare(folder);
            }

            run(session);
            return session.HasFailed ? ExitCode.Failure : session.WasStopped ? ExitCode.Stopped : ExitCode.Success;
        }
        catch (Exception error) when (error is SampleException or IOException or UnauthorizedAccessException)
        {
            return Refuse(error.Message);
        }
        catch (OperationCanceledException stop) when (session.WasStopped)
        {
            session.Remark(stop.Message);
            return ExitCode.Stopped;
        }
    }

    private static int Refuse(string message)
    {
        Console.Error.WriteLine("error: " + message.ReplaceLineEndings(" "));
        return ExitCode.BadInput;
    }

    private sealed class HelpWithExample(HelpAction inner) : SynchronousCommandLineAction
    {
        public Dictionary<Command, string> Examples { get; } = [];

        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int exitCode = inner.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output.WriteLine("Example:");
            parseResult.InvocationConfiguration.Output.WriteLine("  dotnet run -c Release --project " + Examples[parseResult.CommandResult.Command]);
            return exitCode;
        }
    }
}
