using System.Diagnostics;

namespace NetGen.Package.Tests;

/// <summary>Runs the dotnet command, and programs that it has built.</summary>
internal static class Dotnet
{
    /// <summary>Runs it and returns the exit code and everything that was printed.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(string directory, params string[] arguments) =>
        RunProgramAsync("dotnet", directory, [], arguments);

    /// <summary>Runs a program, with some more environment variables than this process has.</summary>
    public static async Task<(int ExitCode, string Output)> RunProgramAsync(
        string program, string directory, (string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        // What the test host sets for itself would reach the inner build as properties.
        foreach (string name in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
