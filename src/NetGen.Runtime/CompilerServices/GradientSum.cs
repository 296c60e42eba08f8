using System.Buffers;
using System.ComponentModel;
using System.Numerics;

namespace NetGen.CompilerServices;

/// <summary>
/// The gradient of a batch that goes through a step in slices: those of the slices, added up in their order, so that the number of threads changes no bit.
/// </summary>
/// <remarks>For emitted code.</remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
/// <param name="parameterCount">The number of parameters of the network.</param>
/// <param name="clears">Whether a step leaves out the gradients of some parameters, which are 0.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GradientSum<T>(int parameterCount, bool clears = false) : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Memory that was used before is faster by the page faults of memory that was not.
    private readonly T[] sum = ArrayPool<T>.Shared.Rent(parameterCount);
    private readonly T[] slice = ArrayPool<T>.Shared.Rent(parameterCount);
    private bool hasFirst;

    /// <summary>The sum so far.</summary>
    public ReadOnlySpan<T> Gradients => sum.AsSpan(0, parameterCount);

    /// <summary>Takes the gradient of the next slice, which is added by <see cref="Add"/>.</summary>
    public GradientStore<T> Next
    {
        get
        {
            Span<T> gradients = (hasFirst ? slice : sum).AsSpan(0, parameterCount);
            if (clears)
            {
                gradients.Clear();
            }

            return new GradientStore<T>(gradients);
        }
    }

    /// <summary>Adds the gradient of a slice, once all of it is there.</summary>
    public void Add()
    {
        if (!hasFirst)
        {
            hasFirst = true;
            return;
        }

        int i = 0;
        for (; i <= parameterCount - Vector<T>.Count; i += Vector<T>.Count)
        {
            (new Vector<T>(sum, i) + new Vector<T>(slice, i)).CopyTo(sum, i);
        }

        for (; i < parameterCount; i++)
        {
            sum[i] += slice[i];
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(sum);
        ArrayPool<T>.Shared.Return(slice);
    }
}
