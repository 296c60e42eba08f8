using Samples;
using Samples.CommandLine;

namespace Service.Loading;

/// <summary>Loads a service, checks what it answered, and prints what came out.</summary>
internal static class Load
{
    /// <summary>Loads a service that runs already.</summary>
    /// <param name="session">What was asked for.</param>
    /// <param name="url">The address of the service.</param>
    /// <param name="models">The folder of its snapshots.</param>
    /// <param name="seconds">How long questions are asked.</param>
    /// <param name="connections">How many connections ask at the same time.</param>
    /// <exception cref="SampleException">The address or the folder is not as it should be, or nothing answers there.</exception>
    public static Task Run(SampleSession session, string? url, string? models, int seconds, int connections)
    {
        if (url is null || models is null)
        {
            throw new SampleException("load takes --url URL, the address of the service, and --models DIR, where it keeps its snapshots.");
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme != Uri.UriSchemeHttp)
        {
            throw new SampleException($"--url takes an address such as http://127.0.0.1:5080, but '{url}' was given.");
        }

        return Directory.Exists(models)
            ? Run(session, new LoadPlan(address, models, seconds, connections))
            : throw new SampleException($"--models takes the folder of the snapshots, but there is no folder '{models}'.");
    }

    /// <summary>Loads a service; the session fails when a request failed or an answer is of no snapshot.</summary>
    /// <param name="session">What was asked for.</param>
    /// <param name="plan">How the service is loaded.</param>
    public static async Task Run(SampleSession session, LoadPlan plan)
    {
        var questions = new QuestionSet(session.Seed);
        using var caller = new Caller(plan, questions);
        await caller.RequireService();

        Task<IReadOnlyList<Reply>> asking = caller.Ask(session.CancellationToken);
        session.ForEach("asking", [.. Enumerable.Range(0, plan.Seconds)], _ => asking.Wait(TimeSpan.FromSeconds(1)));
        IReadOnlyList<Reply> replies = await asking;

        var verification = new Verification(plan.Models, questions);
        verification.Check(replies);
        var report = new LoadReport(plan, replies, verification);
        session.Print($"{report}");
        foreach (string fault in report.Faults)
        {
            session.Remark(fault);
            session.Fail();
        }
    }
}
