using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Threading;

/// <summary>The team is shared by the process, and some of these ask how many workers a job was given: no other test may run meanwhile.</summary>
[CollectionDefinition(nameof(WorkerTeamTests), DisableParallelization = true)]
[Collection(nameof(WorkerTeamTests))]
public partial class WorkerTeamTests
{
    public static TheoryData<int> Workers => [1, 2, 3, 8, 16];

    [Theory]
    [MemberData(nameof(Workers))]
    public void Every_item_is_done_once_by_the_number_of_workers_asked_for(int workers)
    {
        for (int repeat = 0; repeat < 500; repeat++)
        {
            var job = new CountingJob { Done = new int[repeat], Indices = new int[workers], Granularity = 1 + repeat % 7 };
            WorkerTeam.Run(ref job, workers);
            Assert.Equal(Enumerable.Repeat(1, repeat), job.Done);
            Assert.Equal(Enumerable.Repeat(1, workers), job.Indices);
        }
    }

    [Theory]
    [MemberData(nameof(Workers))]
    public void Nobody_passes_a_barrier_before_everybody_has_come(int workers)
    {
        Span<int> rounds = stackalloc int[workers];
        Span<int> early = stackalloc int[workers];
        for (int repeat = 0; repeat < 20; repeat++)
        {
            var job = new BarrierJob { Rounds = rounds, Early = early };
            WorkerTeam.Run(ref job, workers);
            Assert.Equal(Enumerable.Repeat(BarrierJob.Count, workers), rounds.ToArray());
            Assert.Equal(new int[workers], early.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Workers))]
    public void An_exception_in_any_worker_reaches_the_caller_and_frees_those_who_wait_for_it(int workers)
    {
        for (int repeat = 0; repeat < 20; repeat++)
        {
            for (int failing = 0; failing < workers; failing++)
            {
                var job = new FailingJob { Failing = failing };
                var exception = Assert.Throws<InvalidTimeZoneException>(() => WorkerTeam.Run(ref job, workers));
                Assert.Equal($"worker {failing}", exception.Message);
            }
            var next = new CountingJob { Done = new int[10], Indices = new int[workers], Granularity = 1 };
            WorkerTeam.Run(ref next, workers);
            Assert.Equal(Enumerable.Repeat(1, 10), next.Done);
        }
    }

    [Fact]
    public void When_all_workers_fail_the_caller_gets_one_of_their_exceptions()
    {
        var job = new FailingJob { Failing = -1 };
        Assert.Throws<InvalidTimeZoneException>(() => WorkerTeam.Run(ref job, 8));
    }

    [Theory]
    [MemberData(nameof(Workers))]
    public void A_job_inside_a_job_runs_as_one_worker(int workers)
    {
        var job = new NestingJob { InnerCounts = new int[workers] };
        WorkerTeam.Run(ref job, workers);
        // With one worker the outer job needs no team, so the inner one may have it.
        Assert.Equal(Enumerable.Repeat(workers == 1 ? 4 : 1, workers), job.InnerCounts);
    }

    [Fact]
    public void Callers_on_several_threads_each_get_their_own_job_done()
    {
        int failures = 0;
        var callers = Enumerable.Range(0, 4).Select(caller => new Thread(() =>
        {
            for (int repeat = 0; repeat < 2000; repeat++)
            {
                var job = new SummingJob { Values = [caller, repeat, 3, 4, 5], Products = new long[5] };
                WorkerTeam.Run(ref job, 2 + caller % 2);
                if (job.Products.Sum() != 2L * (caller + repeat + 12))
                {
                    Interlocked.Increment(ref failures);
                }
            }
        })).ToList();
        callers.ForEach(caller => caller.Start());
        callers.ForEach(caller => caller.Join());
        Assert.Equal(0, failures);
    }

    [Fact]
    public void What_a_job_changes_in_itself_is_there_afterwards()
    {
        var job = new ChangingJob();
        WorkerTeam.Run(ref job, 3);
        Assert.Equal(3, job.Total);
    }

    [Fact]
    public void A_job_may_live_on_the_heap_while_the_heap_is_compacted()
    {
        for (int repeat = 0; repeat < 20; repeat++)
        {
            var holder = new ChangingJob[1];
            WorkerTeam.Run(ref holder[0], 4);
            Assert.Equal(4, holder[0].Total);
        }
    }

    [Fact]
    public void A_caller_that_is_interrupted_stays_until_its_job_is_done()
    {
        using var started = new ManualResetEventSlim();
        using var interrupted = new ManualResetEventSlim();
        bool done = false, effective = false;
        var caller = new Thread(() =>
        {
            var job = new LateJob { Started = started, MayEnd = interrupted };
            WorkerTeam.Run(ref job, 2);
            done = job.Done;
            try
            {
                Thread.Sleep(1);
            }
            catch (ThreadInterruptedException)
            {
                effective = true;
            }
        });
        caller.Start();
        started.Wait();
        caller.Interrupt();
        interrupted.Set();
        caller.Join();
        Assert.True(done);
        Assert.True(effective);
    }

    [Fact]
    public void Nothing_is_allocated_by_any_worker()
    {
        long[] bytes = new long[3], before = new long[3];
        var job = new AllocationJob { Bytes = bytes };
        for (int warmUp = 0; warmUp < 200; warmUp++)
        {
            WorkerTeam.Run(ref job, 3);
        }

        bytes.CopyTo(before, 0);
        for (int repeat = 0; repeat < 1000; repeat++)
        {
            WorkerTeam.Run(ref job, 3);
        }

        Assert.Equal(before, bytes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Less_than_one_worker_is_refused(int workers) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            var job = new ChangingJob();
            WorkerTeam.Run(ref job, workers);
        });

    [Theory]
    [InlineData(10, 1, 3, new[] { 0, 4, 7, 10 })]
    [InlineData(2, 1, 4, new[] { 0, 1, 2, 2, 2 })]
    [InlineData(0, 8, 2, new[] { 0, 0, 0 })]
    [InlineData(20, 8, 2, new[] { 0, 16, 20 })]
    [InlineData(5, 8, 3, new[] { 0, 5, 5, 5 })]
    [InlineData(64, 16, 2, new[] { 0, 32, 64 })]
    [InlineData(int.MaxValue, 1 << 20, 2, new[] { 0, 1 << 30, int.MaxValue })]
    public void A_range_is_an_even_share_in_whole_granules(int count, int granularity, int workers, int[] borders)
    {
        var job = new RangeJob { Count = count, Granularity = granularity, Starts = new int[workers], Ends = new int[workers] };
        WorkerTeam.Run(ref job, workers);
        Assert.Equal(borders[..^1], job.Starts);
        Assert.Equal(borders[1..], job.Ends);
    }
}
