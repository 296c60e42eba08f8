using BenchmarkDotNet.Running;
using NetGen.Benchmarks.BuildCost;
using NetGen.Benchmarks.CommandLine;
using NetGen.Benchmarks.Growth;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Mnist;
using NetGen.Benchmarks.Quick;
using NetGen.Benchmarks.StartUp;

namespace NetGen.Benchmarks;

/// <summary>The program: its own commands, and BenchmarkDotNet for everything else.</summary>
public static class Program
{
    private const int UsageError = 2;
    private const string BuildTimeout = "--buildTimeout";

    /// <summary>Runs a command.</summary>
    /// <returns>0, or 2 when the command line says something that cannot be done.</returns>
    public static int Main(string[] args)
    {
        try
        {
            return Run(args);
        }
        catch (UsageException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return UsageError;
        }
    }

    private static int Run(string[] args)
    {
        ReadOnlySpan<string> rest = args.AsSpan(Math.Min(1, args.Length));
        switch (args.FirstOrDefault())
        {
            case null or "--help" or "-h" or "-?" or "help":
                Console.WriteLine(Help.Text);
                return 0;
            case "quick":
                new QuickCommand(TurnTimer.Default, Console.Out).Run(new Options(rest, "--threads", "--shape", "--optimizer"));
                return 0;
            case "growth":
                new GrowthCommand(TurnTimer.Default, Console.Out).Run(new Options(rest, "--threads", "--out"));
                return 0;
            case FirstStepCommand.Name:
                new FirstStepCommand(Console.Out).Run(new Options(rest, "--shape", FirstStepCommand.StartedOption));
                return 0;
            case "mnist":
                new MnistCommand(Console.Out).Run(new Options(rest, MnistCommand.KnownOptions));
                return 0;
            case "build-cost":
                _ = new Options(rest);
                BuildCostCommand.Run(Console.Out);
                return 0;
            default:
                return BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(WithBuildTimeout(args)).Any() ? 0 : UsageError;
        }
    }

    // BenchmarkDotNet builds this project again, all of its networks included, and would give up after two minutes; the option is in seconds.
    private static string[] WithBuildTimeout(string[] args) => args.Contains(BuildTimeout) ? args : [.. args, BuildTimeout, "900"];
}
