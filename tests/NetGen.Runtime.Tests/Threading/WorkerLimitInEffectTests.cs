using System.Diagnostics;
using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Threading;

/// <summary>
/// In this process, and in those that <see cref="WorkerLimitTests"/> starts: there are no more workers and no more threads than the setting says.
/// </summary>
[Collection(nameof(WorkerTeamTests))]
public sealed class WorkerLimitInEffectTests
{
    /// <summary>Set in child processes: the limit, or what the setting is refused with.</summary>
    internal const string ExpectedVariable = "NETGEN_TESTS_WORKER_LIMIT";

    // The limit that the project file of these tests sets.
    private const string Own = "16";

    [Fact]
    public void However_many_threads_are_asked_for_no_more_than_the_limit_are_alive()
    {
        string expected = Environment.GetEnvironmentVariable(ExpectedVariable) ?? Own;
        if (!int.TryParse(expected, out int limit))
        {
            Assert.Equal(expected, Assert.Throws<InvalidOperationException>(() => WorkerTeam.MaxWorkers).Message);
            Assert.Equal(expected, Assert.Throws<InvalidOperationException>(() => Workers(2)).Message);
            Assert.Equal(expected, Assert.Throws<InvalidOperationException>(() => WorkerTeam.WorkersFor(2, 0, 100)).Message);
            return;
        }

        Assert.Equal(limit, WorkerTeam.MaxWorkers);
        Assert.Equal(Math.Min(limit, Environment.ProcessorCount), WorkerTeam.DefaultWorkers);
        Assert.Equal(limit, Workers(limit));
        int threads = ThreadCount();
        foreach (int asked in (int[])[limit + 1, 5000, int.MaxValue])
        {
            Assert.Equal(limit, Workers(asked));
        }

        // Four thousand threads more would show; the runtime's own come and go.
        Assert.InRange(ThreadCount(), 0, threads + 100);
    }

    [Fact]
    public void Work_gets_no_more_workers_than_it_has_pieces_and_at_least_one()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(ExpectedVariable) is null, "This process has another limit.");
        Assert.Equal(3, WorkerTeam.WorkersFor(threads: 8, cycles: 99_999, pieces: 3));
        Assert.Equal(1, WorkerTeam.WorkersFor(threads: 8, cycles: 100_000, pieces: 0));
        Assert.Equal(8, WorkerTeam.WorkersFor(threads: 8, cycles: 99_999, pieces: 100));
        Assert.Equal(16, WorkerTeam.WorkersFor(threads: 5000, cycles: 99_999, pieces: 100));
        Assert.Equal(1, WorkerTeam.WorkersFor(threads: 1, cycles: 100_000, pieces: 100));
        Assert.Equal(1, WorkerTeam.WorkersFor(threads: 0, cycles: 99_999, pieces: 100));
        Assert.Equal(WorkerTeam.DefaultWorkers, WorkerTeam.WorkersFor(threads: 0, cycles: 100_000, pieces: 100));
    }

    private static int Workers(int asked)
    {
        var job = new CountJob();
        WorkerTeam.Run(ref job, asked);
        return job.Workers;
    }

    private static int ThreadCount()
    {
        using var process = Process.GetCurrentProcess();
        return process.Threads.Count;
    }

    private struct CountJob : IParallelJob<CountJob>
    {
        public int Workers;

        public static void Run(ref CountJob job, Worker worker) => Interlocked.Increment(ref job.Workers);
    }
}
