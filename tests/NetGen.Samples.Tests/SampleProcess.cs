using System.Diagnostics;

namespace NetGen.Samples.Tests;

/// <summary>Starts samples as a user would: the built program, with a command line, and what it prints.</summary>
internal static class SampleProcess
{
    /// <summary>Long enough for a machine that is busy with other things.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The repository's root: the folder of the solution.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>Runs a sample to its end.</summary>
    /// <param name="sample">The name of the sample.</param>
    /// <param name="arguments">Its command line.</param>
    public static Task<SampleOutcome> Run(string sample, params string[] arguments) => Run(sample, arguments, onFirstLine: _ => { });

    /// <summary>Runs a sample to its end.</summary>
    /// <param name="sample">The name of the sample.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="onFirstLine">Called once, when the sample has printed its first line.</param>
    public static async Task<SampleOutcome> Run(string sample, string[] arguments, Action<Process> onFirstLine)
    {
        using Process process = Start(sample, arguments);
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            process.StandardInput.Close();
            string? first = await process.StandardOutput.ReadLineAsync(limit.Token);
            onFirstLine(process);
            string rest = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new SampleOutcome(process.ExitCode, Lines(first is null ? rest : first + "\n" + rest), Lines(await errors));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Starts a sample.</summary>
    /// <param name="sample">The name of the sample.</param>
    /// <param name="arguments">Its command line.</param>
    public static Process Start(string sample, params string[] arguments)
    {
        // The samples were built in the same configuration as the tests, whose folder ends with bin/Release/net10.0.
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        string program = Path.Combine(RepositoryRoot, "samples", sample, "bin", output.Parent!.Name, output.Name, sample + ".dll");
        Assert.True(File.Exists(program), $"{program} has not been built.");

        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        return Process.Start(start)!;
    }

    /// <summary>The lines of an output.</summary>
    /// <param name="text">The output.</param>
    public static string[] Lines(string text) => text.Length == 0 ? [] : text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NetGen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository: no NetGen.sln above them.");
    }
}
