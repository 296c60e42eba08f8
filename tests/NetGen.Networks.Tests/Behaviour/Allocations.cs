namespace NetGen.Networks.Tests.Behaviour;

/// <summary>Holds that a warm action allocates nothing, neither on the calling thread nor on others. For tests that run alone.</summary>
internal static class Allocations
{
    /// <summary>So many that a busy collector does not spoil them all.</summary>
    private const int Windows = 50;

    /// <summary>Fails when the action allocates each time that it runs.</summary>
    /// <param name="what">What it does, for the message.</param>
    /// <param name="action">The action.</param>
    public static void AssertNone(string what, Action action)
    {
        // Scratch, optimizer state and worker threads come into being in the first calls.
        for (int i = 0; i < 3; i++)
        {
            action();
        }

        // A garbage collection counts what is left of a thread's allocation buffer as allocated, and the runner's own threads may allocate now and then; what a
        // step allocates, it allocates in every window.
        long onThisThread = LeastAllocated(GC.GetAllocatedBytesForCurrentThread, action);
        Assert.True(onThisThread == 0, $"{what} allocated {onThisThread} bytes on the calling thread");
        long onAllThreads = LeastAllocated(static () => GC.GetTotalAllocatedBytes(precise: true), action);
        Assert.True(onAllThreads == 0, $"{what} allocated {onAllThreads} bytes on the threads of the team");
    }

    private static long LeastAllocated(Func<long> allocated, Action action)
    {
        long least = long.MaxValue;
        for (int window = 0; window < Windows && least > 0; window++)
        {
            long before = allocated();
            action();
            least = Math.Min(least, allocated() - before);
        }

        return least;
    }
}
