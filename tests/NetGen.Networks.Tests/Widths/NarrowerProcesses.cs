using System.Diagnostics;
using System.Globalization;
using NetGen.Networks.Tests.Harness;

namespace NetGen.Networks.Tests.Widths;

/// <summary>
/// This assembly's suites in child processes, one for each narrower vector, all at the same time: each has stretches in which it keeps a single processor busy.
/// They start with the first test that asks for one, and none outlives the tests.
/// </summary>
public sealed class NarrowerProcesses : IDisposable
{
    private readonly Dictionary<int, Child> children = [];

    /// <summary>Starts the children, unless this process is one.</summary>
    public NarrowerProcesses()
    {
        foreach ((int bits, string switchedOff, string suite) in ((int, string, string)[])
            [
                (256, "DOTNET_EnableAVX512", Suites.Numerics),
                (128, "DOTNET_EnableAVX2", Suites.Numerics),
                (0, "DOTNET_EnableHWIntrinsic", Suites.Small),
            ])
        {
            if (!VectorWidth.IsChild && bits < VectorWidth.Current)
            {
                children.Add(bits, new Child(Process.Start(ThisAssembly(bits, switchedOff, suite))!));
            }
        }
    }

    /// <summary>The exit code of a child, and all that it wrote.</summary>
    internal async Task<(int ExitCode, string Report)> OutcomeAsync(int bits, CancellationToken cancellation)
    {
        (Process process, Task<string> output, Task<string> errors) = children[bits];
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Ends what still runs.</summary>
    public void Dispose()
    {
        foreach ((Process process, _, _) in children.Values)
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            process.Dispose();
        }
    }

    /// <summary>This assembly is a program: xunit's own runner.</summary>
    private static ProcessStartInfo ThisAssembly(int bits, string switchedOff, string suite)
    {
        string assembly = typeof(NarrowerProcesses).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", ["exec", assembly, "-trait", $"{Suites.Trait}={suite}", "-noLogo", "-noColor", "-noAutoReporters"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment[switchedOff] = "0";
        start.Environment[ImageCache.FolderVariable] = ImageCache.Folder;
        start.Environment[VectorWidth.ExpectedVariable] = bits.ToString(CultureInfo.InvariantCulture);
        return start;
    }

    /// <summary>A process whose output is read while it runs, so that it never waits for a reader.</summary>
    private sealed record Child(Process Process, Task<string> Output, Task<string> Errors)
    {
        public Child(Process process)
            : this(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync())
        {
        }
    }
}
