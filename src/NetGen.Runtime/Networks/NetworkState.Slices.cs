using System.Numerics;

namespace NetGen.CompilerServices;

/// <content>What a step that goes through in slices holds.</content>
public sealed partial class NetworkState<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // The thread whose step goes through in slices, or 0: its slices do not meet the guard that the whole step holds.
    private volatile int slicing;

    private bool IsSliceOfThisThread => isUpdating && slicing == Environment.CurrentManagedThreadId;

    /// <summary>
    /// Holds the network for a step in slices, each of which is a run of its own: whatever must not overlap the step must not come between two slices either.
    /// </summary>
    /// <param name="changesParameters">Whether the step does, or only computes gradients.</param>
    /// <exception cref="InvalidOperationException">Another step of this network is at work, or, in a Debug build, anything else that uses it.</exception>
    public void BeginSlices(bool changesParameters)
    {
        if (changesParameters)
        {
            BeginWrite(StepOperation);
            slicing = Environment.CurrentManagedThreadId;
            isUpdating = true;
        }
        else
        {
            guard?.BeginRead(GradientsOperation);
        }
    }

    /// <summary>Ends what <see cref="BeginSlices"/> has begun, after a failure as well.</summary>
    /// <param name="changesParameters">As there.</param>
    public void EndSlices(bool changesParameters)
    {
        if (changesParameters)
        {
            isUpdating = false;
            slicing = 0;
            guard?.EndWrite();
        }
        else
        {
            guard?.EndRead();
        }
    }
}
