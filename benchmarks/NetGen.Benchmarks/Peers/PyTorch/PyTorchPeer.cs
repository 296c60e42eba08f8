using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using NetGen.Benchmarks.Measurement;

namespace NetGen.Benchmarks.Peers.PyTorch;

/// <summary>
/// A training step on PyTorch, in a process of its own that runs steps when it is asked to: python3 with the package torch. What the question and the answer
/// take is some microseconds of steps that take some hundred.
/// </summary>
internal sealed class PyTorchPeer : IMeasured, IDisposable
{
    private readonly Process process;

    private PyTorchPeer(Process process) => this.process = process;

    /// <inheritdoc/>
    public string Name => "PyTorch";

    /// <summary>Starts the process; null where there is no python3 or no torch.</summary>
    /// <param name="modules">The network, see steps.py.</param>
    /// <param name="batch">The examples of a step.</param>
    /// <param name="threads">The threads.</param>
    public static PyTorchPeer? Start(string modules, int batch, int threads)
    {
        foreach (string python in new[] { "python3", "/usr/bin/python3" })
        {
            if (StartWith(python, modules, batch, threads) is { } peer)
            {
                return peer;
            }
        }

        return null;
    }

    /// <summary>Begins anew with the initial parameters.</summary>
    public void Reset() => Ask("reset");

    /// <inheritdoc/>
    public void Run(int repetitions) => Ask(repetitions.ToString(CultureInfo.InvariantCulture));

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private static PyTorchPeer? StartWith(string python, string modules, int batch, int threads)
    {
        var start = new ProcessStartInfo(python) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "steps.py"));
        start.ArgumentList.Add(batch.ToString(CultureInfo.InvariantCulture));
        start.ArgumentList.Add(threads.ToString(CultureInfo.InvariantCulture));
        start.ArgumentList.Add(modules);
        try
        {
            Process process = Process.Start(start)!;
            if (process.StandardOutput.ReadLine() == "ready")
            {
                return new PyTorchPeer(process);
            }

            process.Dispose();
        }
        catch (Win32Exception)
        {
            // There is no such program.
        }

        return null;
    }

    private void Ask(string question)
    {
        process.StandardInput.WriteLine(question);
        process.StandardInput.Flush();
        if (process.StandardOutput.ReadLine() != "done")
        {
            throw new InvalidOperationException($"PyTorch did not answer {question}: {process.StandardError.ReadToEnd()}");
        }
    }
}
