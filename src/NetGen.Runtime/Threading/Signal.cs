using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// A number that only grows and that threads wait on: first spinning, because an answer within a microsecond is the usual case; then offering the processor
/// to others, because the thread that is waited for may need it; at last parked. It has a cache line to itself, so that waiting disturbs nobody.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 2 * CacheLine.Bytes)]
internal sealed class Signal
{
    // About two microseconds: Thread.SpinWait(1) is calibrated to some 40 ns on any processor.
    private const int Spins = 50;

    [FieldOffset(CacheLine.Bytes)]
    private int value;

    [FieldOffset(CacheLine.Bytes + sizeof(int))]
    private int parked;

    /// <summary>How often the signal was raised.</summary>
    public int Value => Volatile.Read(ref value);

    /// <summary>Raises the signal and wakes who is parked.</summary>
    public void Raise()
    {
        // A full fence: either this thread sees that another has parked, or the other sees the new value before it parks.
        Interlocked.Increment(ref value);
        if (Volatile.Read(ref parked) != 0)
        {
            bool interrupted = Enter();
            Monitor.PulseAll(this);
            Leave(interrupted);
        }
    }

    /// <summary>Waits until the signal has been raised since it had this value.</summary>
    /// <param name="seen">The value that the caller knows.</param>
    /// <param name="patience">How long to wait before parking.</param>
    public void WaitBeyond(int seen, TimeSpan patience)
    {
        for (int spin = 0; spin < Spins; spin++)
        {
            if (Value != seen)
            {
                return;
            }

            Thread.SpinWait(1);
        }
        long start = Stopwatch.GetTimestamp();
        do
        {
            if (Value != seen)
            {
                return;
            }

            Thread.Yield();
        }
        while (Stopwatch.GetElapsedTime(start) < patience);
        Park(seen);
    }

    private void Park(int seen)
    {
        bool interrupted = Enter();
        Interlocked.Increment(ref parked);
        while (Value == seen)
        {
            try
            {
                Monitor.Wait(this);
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }
        parked--;
        Leave(interrupted);
    }

    // Thread.Interrupt ends any wait, but a job's caller must not leave before its helpers: the job lives on its stack.
    // So the interruption is remembered, and takes effect later.
    private bool Enter()
    {
        bool interrupted = false;
        for (; ; )
        {
            try
            {
                Monitor.Enter(this);
                return interrupted;
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }
    }

    private void Leave(bool interrupted)
    {
        Monitor.Exit(this);
        if (interrupted)
        {
            Thread.CurrentThread.Interrupt();
        }
    }
}
