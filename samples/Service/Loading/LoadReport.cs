using Samples.CommandLine;

namespace Service.Loading;

/// <summary>What came out of a load.</summary>
internal sealed class LoadReport
{
    private readonly string table;

    /// <summary>Counts.</summary>
    /// <param name="plan">How the service was loaded.</param>
    /// <param name="replies">What became of the questions.</param>
    /// <param name="verification">What the snapshots say of the answers.</param>
    public LoadReport(LoadPlan plan, IReadOnlyList<Reply> replies, Verification verification)
    {
        int failed = replies.Count(reply => reply.Answer is null);
        double[] times = [.. replies.Where(reply => reply.Answer is not null).Select(reply => reply.Time.TotalMilliseconds).Order()];
        table = TextTable.Format(
            ["connections", "requests", "failed", "of no snapshot", "snapshots", "requests/s", "p50 ms", "p99 ms"],
            [[
                Whole(plan.Connections), Whole(replies.Count), Whole(failed), Whole(verification.Strange), Whole(verification.Snapshots),
                Whole(replies.Count / plan.Seconds), Quantile(times, 0.5), Quantile(times, 0.99),
            ]]);

        Faults =
        [
            .. replies.Count > 0 ? [] : (string[])["No question was asked."],
            .. failed == 0 ? [] : (string[])[$"The first request that failed: {replies.First(reply => reply.Answer is null).Failure}"],
            .. verification.FirstFault is { } strange ? (string[])[$"The first answer of no snapshot: {strange}."] : [],
        ];
    }

    /// <summary>What is wrong: nothing when all is well.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <inheritdoc/>
    public override string ToString() => table;

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    // The smallest of the times that this share of them does not exceed.
    private static string Quantile(double[] times, double share) =>
        times.Length == 0 ? "-" : times[(int)Math.Ceiling(share * times.Length) - 1].ToString("0.00", CultureInfo.InvariantCulture);
}
