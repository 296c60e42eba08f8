using System.Diagnostics;
using System.Globalization;
using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.StartUp;

/// <summary>Runs a first step in a process of its own.</summary>
internal static class ChildProcess
{
    /// <summary>Starts a process, waits for its first step, and returns what it printed.</summary>
    /// <exception cref="InvalidOperationException">The process failed.</exception>
    public static string TakeFirstStep(TrainingShape shape)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        start.ArgumentList.Add(FirstStepCommand.Name);
        start.ArgumentList.Add("--shape");
        start.ArgumentList.Add(shape.Name);
        start.ArgumentList.Add(FirstStepCommand.StartedOption);
        start.ArgumentList.Add(Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture));
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("The process of a first step did not start.");
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? text.Trim()
            : throw new InvalidOperationException($"The process of a first step ended with exit code {process.ExitCode}.");
    }
}
