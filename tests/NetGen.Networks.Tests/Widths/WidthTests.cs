using System.Diagnostics;
using System.Globalization;
using NetGen.Networks.Tests.Behaviour;
using NetGen.Networks.Tests.Harness;

namespace NetGen.Networks.Tests.Widths;

/// <summary>
/// Runs the numeric suites of this assembly again, in child processes with narrower vectors. The runtime decides on a width once, when it starts, so another width is another process.
/// They run after the tests of this process, whose compiled networks they use again.
/// </summary>
[Collection(nameof(Alone))]
public class WidthTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    [Theory]
    [InlineData(256, "DOTNET_EnableAVX512", Suites.Numerics)]
    [InlineData(128, "DOTNET_EnableAVX2", Suites.Numerics)]
    [InlineData(0, "DOTNET_EnableHWIntrinsic", Suites.Small)]
    public async Task TheNumericSuitesHoldWithVectorsOf(int bits, string switchedOff, string suite)
    {
        Assert.SkipWhen(VectorWidth.IsChild, "this process is such a child itself");
        Assert.SkipWhen(bits >= VectorWidth.Current, $"this machine has vectors of {VectorWidth.Current} bits, which the other tests use");
        CancellationToken cancellation = TestContext.Current.CancellationToken;

        ProcessStartInfo start = ThisAssembly();
        foreach (string argument in (string[])["-trait", $"{Suites.Trait}={suite}", "-noLogo", "-noColor", "-noAutoReporters"])
            start.ArgumentList.Add(argument);
        start.Environment[switchedOff] = "0";
        start.Environment[ImageCache.FolderVariable] = ImageCache.Folder;
        start.Environment[VectorWidth.ExpectedVariable] = bits.ToString(CultureInfo.InvariantCulture);

        using Process child = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        Task<string> output = child.StandardOutput.ReadToEndAsync(cancellation);
        Task<string> errors = child.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await child.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Assert.Fail($"The tests with vectors of {bits} bits have not finished after {Patience.TotalMinutes} minutes.");
        }
        finally
        {
            if (!child.HasExited)
                child.Kill(entireProcessTree: true);
        }

        string report = await output + await errors;
        Assert.True(child.ExitCode == 0, $"Tests failed with vectors of {bits} bits ({switchedOff}=0):\n{report}");
        Assert.Contains("Failed: 0", report, StringComparison.Ordinal);
        Assert.DoesNotContain("Total: 0,", report, StringComparison.Ordinal);
    }

    /// <summary>This assembly is a program: xunit's own runner.</summary>
    private static ProcessStartInfo ThisAssembly()
    {
        string assembly = typeof(WidthTests).Assembly.Location;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(assembly);
        return start;
    }
}
