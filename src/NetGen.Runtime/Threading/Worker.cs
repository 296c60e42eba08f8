using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>One of the threads that run a job, as the job sees it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct Worker
{
    private readonly Team? team;

    internal Worker(Team? team, int index, int count)
    {
        this.team = team;
        Index = index;
        Count = count;
    }

    /// <summary>Which worker this is, from 0, the caller's thread, to <see cref="Count"/> - 1.</summary>
    public int Index { get; }

    /// <summary>How many workers run the job: as many as were asked for, no more than <see cref="WorkerTeam.MaxWorkers"/>, or one.</summary>
    public int Count { get; }

    /// <summary>
    /// Waits until every worker has come here, and makes visible what each wrote before. All workers must come to the same number of barriers.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Barrier()
    {
        if (Count > 1)
        {
            team!.Barrier.Pass();
        }
    }

    /// <summary>This worker's share of count items: contiguous, in the order of the workers, and sizes differ by one at most.</summary>
    /// <param name="count">The number of items, 0 or more.</param>
    /// <returns>The first item, and the item after the last.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Start, int End) Range(int count) => Range(count, 1);

    /// <summary>This worker's share of count items, in whole granules as far as they go, so that a share starts where a tile does.</summary>
    /// <param name="count">The number of items, 0 or more.</param>
    /// <param name="granularity">The items of a granule, 1 or more; the last granule may have fewer.</param>
    /// <returns>The first item, and the item after the last.</returns>
    public (int Start, int End) Range(int count, int granularity)
    {
        int granules = (int)(((uint)count + (uint)granularity - 1) / (uint)granularity);
        (int each, int more) = Math.DivRem(granules, Count);
        long first = (long)Index * each + Math.Min(Index, more);
        long next = first + each + (Index < more ? 1 : 0);
        return ((int)Math.Min(first * granularity, count), (int)Math.Min(next * granularity, count));
    }
}
