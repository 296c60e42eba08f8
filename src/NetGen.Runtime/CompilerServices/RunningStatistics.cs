using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>Statistics of the batches so far, which a step moves towards those of its batch.</summary>
/// <remarks>For emitted code. Nothing is checked: whoever passes a reference to fewer elements than are used reads and writes other memory.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RunningStatistics
{
    /// <summary>Moves some statistics: r += momentum * (batch - r).</summary>
    /// <param name="running">The first of them.</param>
    /// <param name="batch">Those of the batch.</param>
    /// <param name="momentum">The share of the batch.</param>
    /// <param name="used">How many of the lanes are in use; nothing else is written.</param>
    /// <typeparam name="T">The element type.</typeparam>
    public static void Move<T>(ref T running, Vector512<T> batch, T momentum, int used)
        where T : unmanaged, INumberBase<T>
    {
        for (int lane = 0; lane < used; lane++)
        {
            Move(ref Unsafe.Add(ref running, lane), batch[lane], momentum);
        }
    }

    /// <inheritdoc cref="Move{T}(ref T, Vector512{T}, T, int)"/>
    public static void Move<T>(ref T running, Vector256<T> batch, T momentum, int used)
        where T : unmanaged, INumberBase<T>
    {
        for (int lane = 0; lane < used; lane++)
        {
            Move(ref Unsafe.Add(ref running, lane), batch[lane], momentum);
        }
    }

    /// <inheritdoc cref="Move{T}(ref T, Vector512{T}, T, int)"/>
    public static void Move<T>(ref T running, Vector128<T> batch, T momentum, int used)
        where T : unmanaged, INumberBase<T>
    {
        for (int lane = 0; lane < used; lane++)
        {
            Move(ref Unsafe.Add(ref running, lane), batch[lane], momentum);
        }
    }

    private static void Move<T>(ref T running, T batch, T momentum)
        where T : unmanaged, INumberBase<T> => running += momentum * (batch - running);
}
