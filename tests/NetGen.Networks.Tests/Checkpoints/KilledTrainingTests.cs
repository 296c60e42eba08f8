using System.Diagnostics;

namespace NetGen.Networks.Tests.Checkpoints;

/// <summary>A training whose process is killed at random moments, most of them in the middle of writing a checkpoint, and started again each time.</summary>
public class KilledTrainingTests
{
    private const int Kills = 100;

    /// <summary>Killing comes this long after training has begun at most.</summary>
    private const int MostMilliseconds = 60;

    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory.Replace("NetGen.Networks.Tests", "NetGen.KilledTraining", StringComparison.Ordinal), "NetGen.KilledTraining.dll");

    [Fact]
    public async Task AHundredKillsChangeNoBitAndLeaveNoFile()
    {
        using Folder folder = new();
        await Run(folder["whole"], folder["whole.npz"], killAfter: null);
        byte[] expected = await File.ReadAllBytesAsync(folder["whole.npz"], TestContext.Current.CancellationToken);
        string[] files = Names(folder["whole"]);
        Assert.Contains("best.npz", files);

        var random = new Random(11);
        int kills = 0;
        for (int round = 0; kills < Kills; round++)
        {
            string checkpoints = folder[$"round{round}"], model = folder[$"round{round}.npz"];
            while (kills < Kills && await Run(checkpoints, model, random.Next(MostMilliseconds)))
            {
                kills++;
            }

            await Run(checkpoints, model, killAfter: null);
            Assert.Equal(expected, await File.ReadAllBytesAsync(model, TestContext.Current.CancellationToken));
            Assert.Equal(files, Names(checkpoints));
        }
    }

    private static string[] Names(string folder) => [.. Directory.GetFiles(folder).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Whether the process was killed before it had ended.</summary>
    private static async Task<bool> Run(string checkpoints, string model, int? killAfter)
    {
        ProcessStartInfo start = new("dotnet", ["exec", Program, checkpoints, model]) { RedirectStandardOutput = true, RedirectStandardError = true };

        // Most of its life is compiling: the less of it, the more kills fit into the time of a test.
        start.Environment["DOTNET_TieredPGO"] = "0";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string? line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.True(line == "training", await Said(line, errors));
        if (killAfter is { } delay)
        {
            await Task.Delay(delay, TestContext.Current.CancellationToken);
            process.Kill();
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        const int Killed = 128 + 9;
        bool isKilled = process.ExitCode is Killed or (-1);
        Assert.True(isKilled ? killAfter is not null : process.ExitCode == 0, await errors);
        return isKilled;
    }

    private static async Task<string> Said(string? line, Task<string> errors) => line == "training" ? "" : $"{line} {await errors}";

    private sealed class Folder : IDisposable
    {
        private readonly string path = Directory.CreateTempSubdirectory("netgen").FullName;

        public string this[string name] => Path.Combine(path, name);

        public void Dispose() => Directory.Delete(path, recursive: true);
    }
}
