using System.Diagnostics;

namespace NetGen.Runtime.Tests.Data;

/// <summary>A Python that has NumPy, where one is installed.</summary>
internal static class Python
{
    private static readonly string? Executable = Find();

    /// <summary>Runs a program and returns what it prints; skips the test where no NumPy is installed.</summary>
    public static string Run(string program, params string[] arguments)
    {
        Assert.SkipWhen(Executable is null, "No python3 with NumPy is installed.");
        (int exitCode, string output) = Start(Executable!, ["-c", program, .. arguments]);
        Assert.True(exitCode == 0, output);
        return output;
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "python.exe" : "python3"))
            .Where(File.Exists)
            .FirstOrDefault(candidate => Start(candidate, ["-c", "import numpy"]).ExitCode == 0);

    private static (int ExitCode, string Output) Start(string executable, string[] arguments)
    {
        ProcessStartInfo start = new(executable, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
