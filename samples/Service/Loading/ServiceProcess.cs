using System.Diagnostics;
using Samples;
using Service.Serving;

namespace Service.Loading;

/// <summary>The service as a second process. It ends when its input ends, so also when this process is gone.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly Process process;

    /// <summary>Starts it.</summary>
    /// <param name="arguments">Its command line.</param>
    public ServiceProcess(params IEnumerable<string> arguments)
    {
        // "dotnet Service.dll" or the program itself.
        string program = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        string[] library = isHost ? [Path.Combine(AppContext.BaseDirectory, "Service.dll")] : [];
        var start = new ProcessStartInfo(program, [.. library, .. arguments, "--until-input-ends"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        process = Process.Start(start)!;
    }

    /// <summary>Waits until it listens.</summary>
    /// <returns>Its address.</returns>
    /// <exception cref="SampleException">It ended instead; its error output says why.</exception>
    public async Task<Uri> Address()
    {
        string? line = await process.StandardOutput.ReadLineAsync();
        if (line?.StartsWith(ServiceHost.AddressLine, StringComparison.Ordinal) == true)
        {
            return new Uri(line[ServiceHost.AddressLine.Length..]);
        }

        await process.WaitForExitAsync();
        throw new SampleException(FormattableString.Invariant($"The service did not start: it ended with exit code {process.ExitCode}."));
    }

    /// <summary>Stops it, once what was asked has been answered.</summary>
    /// <returns>Its exit code, and what it printed last.</returns>
    public async Task<(int ExitCode, string LastLine)> Stop()
    {
        process.StandardInput.Close();
        string rest = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, rest.TrimEnd());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }
}
