using System.Diagnostics;

namespace NetGen.Samples.Tests;

/// <summary>The sample's service, on a port of its own, until it is disposed of.</summary>
internal sealed class RunningService : IDisposable
{
    private const string AddressLine = "Listening on ";
    private readonly Task<string> errors;

    private RunningService(Process process, string address)
    {
        (Process, Address) = (process, address);
        Client = new HttpClient { BaseAddress = new Uri(address) };
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The program.</summary>
    public Process Process { get; }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>Asks it.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts it.</summary>
    /// <param name="arguments">Its command line, beside the port.</param>
    public static async Task<RunningService> Start(params string[] arguments)
    {
        Process process = SampleProcess.Start("Service", ["--port", "0", .. arguments]);
        string? line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith(AddressLine, line, StringComparison.Ordinal);
        return new RunningService(process, line![AddressLine.Length..]);
    }

    /// <summary>Waits for its end.</summary>
    public async Task<SampleOutcome> End()
    {
        using var limit = new CancellationTokenSource(SampleProcess.Patience);
        string rest = await Process.StandardOutput.ReadToEndAsync(limit.Token);
        await Process.WaitForExitAsync(limit.Token);
        return new SampleOutcome(Process.ExitCode, SampleProcess.Lines(rest), SampleProcess.Lines(await errors));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        if (!Process.HasExited)
        {
            Process.Kill();
            Process.WaitForExit();
        }

        Process.Dispose();
    }
}
