using System.Runtime.CompilerServices;

namespace NetGen.Threading;

/// <summary>
/// The threads that share the work of a step. They are started when first needed, wait for the next job spinning, and park soon when none comes.
/// </summary>
public static class WorkerTeam
{
    private static readonly Team Shared = new();

    /// <summary>The number of workers for work that is worth all processors.</summary>
    public static int DefaultWorkers => Environment.ProcessorCount;

    /// <summary>Runs a job on the calling thread and, beside it, on workers - 1 threads of the team; returns when all are done.</summary>
    /// <remarks>
    /// There is one team. Where it is at work already, for another thread or because a job calls this, the job runs on the calling thread alone, as one worker.
    /// An exception in one worker ends the job: the others stop at their next barrier, and the first exception is thrown here. Nothing is allocated once the
    /// threads have been started.
    /// </remarks>
    /// <param name="job">The job.</param>
    /// <param name="workers">How many workers, 1 or more; more than processors is allowed and slow.</param>
    /// <typeparam name="TJob">The job's type.</typeparam>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workers"/> is less than 1.</exception>
    public static unsafe void Run<TJob>(ref TJob job, int workers)
        where TJob : struct, IParallelJob<TJob>, allows ref struct
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        if (workers == 1 || !Shared.TryEnter())
        {
            TJob.Run(ref job, new Worker(null, 0, 1));
            return;
        }
        // The others reach the job by its address, so it must not move: the copy is on this stack whatever the reference points to.
        TJob fixedJob = job;
        try
        {
            Shared.Run(Unsafe.AsPointer(ref fixedJob), &RunPart<TJob>, workers);
        }
        finally
        {
            Shared.Leave();
            job = fixedJob;
        }
    }

    private static unsafe void RunPart<TJob>(void* job, Worker worker)
        where TJob : struct, IParallelJob<TJob>, allows ref struct =>
        TJob.Run(ref Unsafe.AsRef<TJob>(job), worker);
}
