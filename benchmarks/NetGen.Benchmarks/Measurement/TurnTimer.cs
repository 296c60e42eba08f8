using System.Diagnostics;

namespace NetGen.Benchmarks.Measurement;

/// <summary>A contestant of a measurement and how many turns it gets.</summary>
/// <param name="Subject">What is measured.</param>
/// <param name="Turns">Turns, at least 1: what takes long and is there for comparison only gets few.</param>
internal sealed record Contestant(IMeasured Subject, int Turns);

/// <summary>
/// Measures contestants in turns, so that a change of the machine's clock or load meets all of them. Between turns it pauses: native libraries' threads spin
/// for some time after a call, and would take cores away from whoever is next.
/// </summary>
internal sealed class TurnTimer
{
    private const double ShortestBlock = 20e-6;
    private readonly TimeSpan turn;
    private readonly TimeSpan pause;

    /// <summary>A timer.</summary>
    /// <param name="turn">The length of a turn; a turn is at least one repetition.</param>
    /// <param name="pause">The pause behind each turn.</param>
    public TurnTimer(TimeSpan turn, TimeSpan pause)
    {
        this.turn = turn;
        this.pause = pause;
    }

    /// <summary>Turns of 0.3 s with pauses of 0.1 s.</summary>
    public static TurnTimer Default { get; } = new(TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(0.1));

    /// <summary>The best seconds for one repetition of each contestant, in their order.</summary>
    public double[] Measure(params ReadOnlySpan<Contestant> contestants)
    {
        var best = new double[contestants.Length];
        Array.Fill(best, double.PositiveInfinity);
        int rounds = 0;
        foreach (Contestant contestant in contestants)
        {
            rounds = Math.Max(rounds, contestant.Turns);
        }

        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < contestants.Length; i++)
            {
                if (round >= contestants[i].Turns)
                {
                    continue;
                }

                best[i] = Math.Min(best[i], TakeTurn(contestants[i].Subject));
                Thread.Sleep(pause);
            }
        }

        return best;
    }

    // Blocks are long enough for the clock's resolution not to matter. A block that turned out shorter, because the code has been recompiled meanwhile,
    // does not count.
    private double TakeTurn(IMeasured subject)
    {
        subject.Reset();
        double best = double.PositiveInfinity;
        int repetitions = 1;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < turn || double.IsPositiveInfinity(best))
        {
            long before = Stopwatch.GetTimestamp();
            subject.Run(repetitions);
            double seconds = Stopwatch.GetElapsedTime(before, Stopwatch.GetTimestamp()).TotalSeconds;
            if (seconds >= ShortestBlock)
            {
                best = Math.Min(best, seconds / repetitions);
            }
            else
            {
                repetitions *= 2;
            }
        }

        return best;
    }
}
