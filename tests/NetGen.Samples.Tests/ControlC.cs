using System.Diagnostics;
using System.Globalization;

namespace NetGen.Samples.Tests;

/// <summary>What Ctrl+C sends to a program.</summary>
internal static class ControlC
{
    /// <summary>Skips the test where it cannot be sent.</summary>
    public static void Require()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no signal to send on Windows.");
        Assert.SkipWhen(IsIgnored(), "The tests run where interrupts are ignored (a shell's background job), and so would the sample.");
    }

    /// <summary>Sends it.</summary>
    /// <param name="process">The program.</param>
    public static void Press(Process process)
    {
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Whether this process was started with SIGINT ignored, which the programs that it starts inherit.</summary>
    private static bool IsIgnored()
    {
        const string Status = "/proc/self/status";
        const int Interrupt = 2;
        string? ignored = File.Exists(Status)
            ? Array.Find(File.ReadAllLines(Status), static line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
            : null;
        return ignored is not null && (Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16) & (1UL << (Interrupt - 1))) != 0;
    }
}
