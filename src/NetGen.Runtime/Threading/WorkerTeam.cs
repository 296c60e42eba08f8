using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// The threads that share the work of a step or of a prediction. They are started when first needed, wait for the next job spinning, and park soon when none
/// comes.
/// </summary>
/// <remarks>
/// More threads than processors only take turns, so there are never more than <see cref="MaxWorkers"/>, whatever is asked for: the number of processors that
/// the process may use, unless the setting <see cref="LimitSetting"/> says otherwise. It belongs to the runtime's configuration:
/// <c>&lt;RuntimeHostConfigurationOption Include="NetGen.MaxThreads" Value="4" /&gt;</c> in an item group of the project, or <c>"configProperties": {
/// "NetGen.MaxThreads": 4 }</c> in runtimeconfig.json.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WorkerTeam
{
    /// <summary>
    /// The name of the setting that limits the workers, for a program that shall leave processors to others: "NetGen.MaxThreads". Read once, when first
    /// needed.
    /// </summary>
    public const string LimitSetting = "NetGen.MaxThreads";

    // About 30 microseconds, of which waking the others takes a small part.
    private const long ParallelCycles = 100_000;

    private static readonly Team Shared = new();

    private static int limit;

    /// <summary>The most workers of a job, the caller's thread among them.</summary>
    /// <exception cref="InvalidOperationException">The setting <see cref="LimitSetting"/> is no whole number, or less than 1.</exception>
    internal static int MaxWorkers => limit > 0 ? limit : limit = WorkerLimit.Of(AppContext.GetData(LimitSetting), Environment.ProcessorCount);

    /// <summary>The number of workers for work that is worth all processors: as many as there are, within the limit.</summary>
    internal static int DefaultWorkers => Math.Min(Environment.ProcessorCount, MaxWorkers);

    /// <summary>How many workers a piece of work gets.</summary>
    /// <param name="threads">How many the caller wants at most; 0 leaves it to the plan.</param>
    /// <param name="cycles">The cycles that the plan expects the work to take.</param>
    /// <param name="pieces">The number of pieces that the work can be shared in.</param>
    /// <returns>At least 1, and no more than <paramref name="pieces"/> and <see cref="MaxWorkers"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WorkersFor(int threads, long cycles, int pieces)
    {
        if (threads == 1 || (threads == 0 && cycles < ParallelCycles))
        {
            return 1;
        }

        return Math.Max(1, Math.Min(threads == 0 ? DefaultWorkers : Math.Min(threads, MaxWorkers), pieces));
    }

    /// <summary>Runs a job on the calling thread and, beside it, on other threads of the team; returns when all are done.</summary>
    /// <remarks>
    /// There is one team. Where it is at work already, for another thread or because a job calls this, the job runs on the calling thread alone, as one worker.
    /// An exception in one worker ends the job: the others stop at their next barrier, and the first exception is thrown here. Nothing is allocated once the
    /// threads have been started.
    /// </remarks>
    /// <param name="job">The job.</param>
    /// <param name="workers">How many workers, 1 or more; of more than <see cref="MaxWorkers"/> only so many.</param>
    /// <typeparam name="TJob">The job's type.</typeparam>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workers"/> is less than 1.</exception>
    internal static unsafe void Run<TJob>(ref TJob job, int workers)
        where TJob : struct, IParallelJob<TJob>, allows ref struct
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        if (workers == 1 || MaxWorkers == 1 || !Shared.TryEnter())
        {
            TJob.Run(ref job, new Worker(null, 0, 1));
            return;
        }
        // The others reach the job by its address, so it must not move: the copy is on this stack whatever the reference points to.
        TJob fixedJob = job;
        try
        {
            Shared.Run(Unsafe.AsPointer(ref fixedJob), &RunPart<TJob>, Math.Min(workers, MaxWorkers));
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
