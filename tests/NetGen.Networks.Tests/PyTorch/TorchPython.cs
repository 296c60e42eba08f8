using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NetGen.Networks.Tests.PyTorch;

/// <summary>A Python that has PyTorch, where one is installed, and the files through which numbers go to it and back.</summary>
internal static class TorchPython
{
    private static readonly string? Executable = Array.Find(["python3", "/usr/bin/python3"], name => Start(name, "-c", "import torch") is { ExitCode: 0 });

    /// <summary>Skips the test where there is no PyTorch.</summary>
    public static void Require() => Assert.SkipWhen(Executable is null, "there is no python3 with PyTorch (python3-torch) on this machine");

    /// <summary>Runs a script of this folder to its end.</summary>
    /// <param name="script">Its file.</param>
    /// <param name="folders">The folders that it reads from and writes to.</param>
    public static void Run(string script, params string[] folders)
    {
        (int exitCode, string output) = Start(Executable!, [Path.Combine(AppContext.BaseDirectory, "PyTorch", script), .. folders])!.Value;
        Assert.True(exitCode == 0, output);
    }

    /// <summary>Writes numbers for a script.</summary>
    public static void Write(string folder, string file, ReadOnlySpan<double> values) =>
        File.WriteAllBytes(Path.Combine(folder, file), MemoryMarshal.AsBytes(values));

    /// <summary>Reads numbers that a script wrote.</summary>
    public static double[] Read(string folder, string file) => MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(folder, file))).ToArray();

    /// <summary>Runs a program to its end; null where there is none of this name.</summary>
    private static (int ExitCode, string Output)? Start(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
