using System.Runtime.ExceptionServices;

namespace NetGen.CompilerServices;

/// <summary>The caller and its helpers while they run one job after another.</summary>
internal sealed unsafe class Team
{
    // Waiting for helpers that are at work: they finish soon, and being woken takes longer than most waits.
    private static readonly TimeSpan Patience = TimeSpan.FromMicroseconds(200);

    private readonly Signal finished = new();
    private Helper[] helpers = [];
    private void* job;
    private delegate*<void*, Worker, void> part;
    private int workers;
    private int running;
    private int busy;
    private ExceptionDispatchInfo? failure;

    /// <summary>Where the workers of the current job wait for one another.</summary>
    public TeamBarrier Barrier { get; } = new();

    /// <summary>Takes the team, if nobody has it.</summary>
    public bool TryEnter() => Volatile.Read(ref busy) == 0 && Interlocked.CompareExchange(ref busy, 1, 0) == 0;

    /// <summary>Gives the team back.</summary>
    public void Leave() => Volatile.Write(ref busy, 0);

    /// <summary>Runs a job with this thread as worker 0. Only for who holds the team.</summary>
    /// <param name="job">The job, which stays where it is until this returns.</param>
    /// <param name="part">Runs one worker's part.</param>
    /// <param name="workers">How many workers, 2 or more.</param>
    public void Run(void* job, delegate*<void*, Worker, void> part, int workers)
    {
        if (helpers.Length < workers - 1)
        {
            Hire(workers - 1);
        }

        this.job = job;
        this.part = part;
        this.workers = workers;
        running = workers - 1;
        Barrier.Reset(workers);
        int seen = finished.Value;
        for (int i = 0; i < workers - 1; i++)
        {
            helpers[i].Start();
        }

        RunPart(0);
        finished.WaitBeyond(seen, Patience);
        if (failure is { } first)
        {
            failure = null;
            first.Throw();
        }
    }

    /// <summary>A helper's part of the current job, and the news that it is done.</summary>
    /// <param name="index">Which worker the helper is.</param>
    public void RunHelper(int index)
    {
        RunPart(index);
        if (Interlocked.Decrement(ref running) == 0)
        {
            finished.Raise();
        }
    }

    private void RunPart(int index)
    {
        try
        {
            part(job, new Worker(this, index, workers));
        }
#pragma warning disable CA1031 // Whatever it is, the caller shall have it: an exception on a helper's own thread would end the process.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // The first failure counts; those that it causes at the barrier come later.
            Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            Barrier.Abandon();
        }
    }

    // Each helper is kept as soon as it runs, so that a thread that cannot be started leaves the team as large as it got.
    private void Hire(int count)
    {
        while (helpers.Length < count)
        {
            helpers = [.. helpers, new Helper(this, helpers.Length + 1)];
        }
    }
}
