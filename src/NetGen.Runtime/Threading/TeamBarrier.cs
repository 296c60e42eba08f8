using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>Where the workers of a job wait for one another. The last to come opens it for all and closes it for the next time.</summary>
[StructLayout(LayoutKind.Explicit, Size = 2 * CacheLine.Bytes)]
internal sealed class TeamBarrier
{
    // The others are at work on the same job, and waking a parked thread takes longer than most jobs' imbalance.
    private static readonly TimeSpan Patience = TimeSpan.FromMicroseconds(200);

    [FieldOffset(0)]
    private readonly Signal opened = new();

    [FieldOffset(CacheLine.Bytes)]
    private int missing;

    [FieldOffset(CacheLine.Bytes + sizeof(int))]
    private int workers;

    [FieldOffset(CacheLine.Bytes + 2 * sizeof(int))]
    private bool abandoned;

    /// <summary>Prepares for a job. No worker may be here.</summary>
    /// <param name="count">How many workers will come.</param>
    public void Reset(int count)
    {
        missing = workers = count;
        abandoned = false;
    }

    /// <summary>Waits for all workers.</summary>
    /// <exception cref="JobAbandonedException">A worker failed and will not come.</exception>
    public void Pass()
    {
        // Read before arriving: the signal cannot be raised for this round until this worker has come.
        int seen = opened.Value;
        ThrowIfAbandoned();
        if (Interlocked.Decrement(ref missing) == 0)
        {
            missing = workers;
            opened.Raise();
        }
        else
        {
            opened.WaitBeyond(seen, Patience);
        }
        ThrowIfAbandoned();
    }

    /// <summary>Lets all who wait here, or come later, fail.</summary>
    public void Abandon()
    {
        Volatile.Write(ref abandoned, true);
        opened.Raise();
    }

    private void ThrowIfAbandoned()
    {
        if (Volatile.Read(ref abandoned))
        {
            throw new JobAbandonedException();
        }
    }
}
