using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NetGen.Threading;

/// <summary>
/// A number that only grows and that threads wait on: first spinning, because an answer within a microsecond is the usual case; then offering the processor
/// to others, because the thread that is waited for may need it; at last parked. It has a cache line to itself, so that waiting disturbs nobody.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 2 * CacheLine)]
internal sealed class Signal
{
    private const int CacheLine = 64;

    // About two microseconds: Thread.SpinWait(1) is calibrated to some 40 ns on any processor.
    private const int Spins = 50;

    [FieldOffset(CacheLine)]
    private int value;

    [FieldOffset(CacheLine + sizeof(int))]
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
            lock (this)
                Monitor.PulseAll(this);
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
                return;
            Thread.SpinWait(1);
        }
        long start = Stopwatch.GetTimestamp();
        do
        {
            if (Value != seen)
                return;
            Thread.Yield();
        }
        while (Stopwatch.GetElapsedTime(start) < patience);
        Park(seen);
    }

    private void Park(int seen)
    {
        lock (this)
        {
            Interlocked.Increment(ref parked);
            while (Value == seen)
                Monitor.Wait(this);
            parked--;
        }
    }
}
