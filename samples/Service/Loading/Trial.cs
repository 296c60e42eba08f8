using Samples.CommandLine;

namespace Service.Loading;

/// <summary>Starts the service as a second process, loads it, and stops it.</summary>
internal static class Trial
{
    /// <summary>Runs it; the session fails as for a load, and when the service did not end well.</summary>
    /// <param name="session">What was asked for.</param>
    /// <param name="interval">How many milliseconds after a snapshot the next is published.</param>
    /// <param name="seconds">How long questions are asked.</param>
    /// <param name="connections">How many connections ask at the same time.</param>
    public static async Task Run(SampleSession session, int interval, int seconds, int connections)
    {
        DirectoryInfo? temporary = session.OutputFolder is null ? Directory.CreateTempSubdirectory("netgen-service-") : null;
        string models = session.OutputFolder ?? temporary!.FullName;
        try
        {
            using var service = new ServiceProcess(
                "--port", "0", "--out", models, "--interval", Text(interval), "--seed", Text(session.Seed), "--threads", Text(session.Threads));
            await Load.Run(session, new LoadPlan(await service.Address(), models, seconds, connections));
            (int exitCode, string lastLine) = await service.Stop();
            session.Print($"{lastLine}");
            if (exitCode != ExitCode.Success)
            {
                session.Remark(FormattableString.Invariant($"The service ended with exit code {exitCode}."));
                session.Fail();
            }
        }
        finally
        {
            temporary?.Delete(recursive: true);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
