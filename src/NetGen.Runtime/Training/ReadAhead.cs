using System.Numerics;
using System.Runtime.ExceptionServices;

namespace NetGen;

/// <summary>
/// Makes batches on a thread of its own, one ahead of the one that is in use: two buffers, of which each side has one. What goes wrong there comes through
/// where the batch is taken. All but the thread itself is called by one thread at a time.
/// </summary>
internal sealed class ReadAhead<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly object gate = new();
    private readonly EpochBatches<T> batches;
    private readonly Thread thread;
    private BatchBuffer<T> made;
    private BatchBuffer<T> used;
    private Request request = Request.None;
    private int step;
    private ExceptionDispatchInfo? failure;
    private bool isClosed;

    /// <summary>Makes the buffers and starts the thread.</summary>
    public ReadAhead(EpochBatches<T> batches)
    {
        this.batches = batches;
        made = batches.NewBuffer();
        used = batches.NewBuffer();
        thread = new Thread(Run) { IsBackground = true, Name = "NetGen batches" };
        thread.Start();
    }

    private enum Request
    {
        /// <summary>Nothing is asked for.</summary>
        None,

        /// <summary>A batch is asked for: the buffer is the thread's.</summary>
        Open,

        /// <summary>The batch is there, or it failed.</summary>
        Done,
    }

    /// <summary>Asks for a batch, when none is asked for.</summary>
    /// <param name="number">Its step.</param>
    public void Ask(int number)
    {
        lock (gate)
        {
            step = number;
            request = Request.Open;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Waits for the batch that was asked for, or for this one, where none is: as after one that failed.</summary>
    /// <param name="number">Its step.</param>
    /// <returns>The batch, valid until another is taken.</returns>
    public BatchBuffer<T> Take(int number)
    {
        if (request == Request.None)
        {
            Ask(number);
        }

        lock (gate)
        {
            ExceptionDispatchInfo? failed = Finish();
            failed?.Throw();
            (made, used) = (used, made);
            return used;
        }
    }

    /// <summary>Waits for what was asked for, which nobody wants any more.</summary>
    public void Drop()
    {
        lock (gate)
        {
            Finish();
        }
    }

    /// <summary>Ends the thread.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            Monitor.PulseAll(gate);
        }

        thread.Join();
    }

    private ExceptionDispatchInfo? Finish()
    {
        while (request == Request.Open)
        {
            Monitor.Wait(gate);
        }

        ExceptionDispatchInfo? failed = failure;
        failure = null;
        request = Request.None;
        return failed;
    }

    private void Run()
    {
        while (WaitForRequest())
        {
            ExceptionDispatchInfo? failed = null;
            try
            {
                batches.Fill(step, made);
            }
            catch (Exception exception)
            {
                failed = ExceptionDispatchInfo.Capture(exception);
            }

            lock (gate)
            {
                failure = failed;
                request = Request.Done;
                Monitor.PulseAll(gate);
            }
        }
    }

    private bool WaitForRequest()
    {
        lock (gate)
        {
            while (request != Request.Open && !isClosed)
            {
                Monitor.Wait(gate);
            }

            return !isClosed;
        }
    }
}
