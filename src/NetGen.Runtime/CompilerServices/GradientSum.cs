using System.ComponentModel;
using System.Numerics;

namespace NetGen.CompilerServices;

/// <summary>
/// The gradient of a batch that goes through a step in slices: those of the slices, added up in their order, so that the number of threads changes no bit.
/// </summary>
/// <remarks>For emitted code.</remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
/// <param name="parameterCount">The number of parameters of the network.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct GradientSum<T>(int parameterCount)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] sum = GC.AllocateUninitializedArray<T>(parameterCount);
    private readonly T[] slice = GC.AllocateUninitializedArray<T>(parameterCount);
    private bool hasFirst;

    /// <summary>The sum so far.</summary>
    public readonly ReadOnlySpan<T> Gradients => sum;

    /// <summary>Takes the gradient of the next slice, which is added by <see cref="Add"/>.</summary>
    public readonly GradientStore<T> Next => new(hasFirst ? slice : sum);

    /// <summary>Adds the gradient of a slice, once all of it is there.</summary>
    public void Add()
    {
        if (!hasFirst)
        {
            hasFirst = true;
            return;
        }

        int i = 0;
        for (; i <= sum.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            (new Vector<T>(sum, i) + new Vector<T>(slice, i)).CopyTo(sum, i);
        }

        for (; i < sum.Length; i++)
        {
            sum[i] += slice[i];
        }
    }
}
