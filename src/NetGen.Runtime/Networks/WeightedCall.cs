using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>Where the weights and the labels of a call lie, both pinned while it is at work.</summary>
/// <param name="Network">The name of the network that is called: an update of its own may train another meanwhile.</param>
/// <param name="Weights">The address of the weights; 0: there is no such call.</param>
/// <param name="Labels">The address of the labels.</param>
/// <param name="Length">The bytes of the labels.</param>
internal readonly record struct WeightedCall(string Network, nint Weights, nint Labels, nint Length)
{
    /// <summary>The weight of the first of some examples; a null reference where their labels are not among those of the call.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public unsafe ref T Find<T>(string network, ReadOnlySpan<T> y, int examples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint size = sizeof(T), distance = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(y)) - Labels;
        if (network != Network || distance < 0 || distance + (y.Length * size) > Length)
        {
            return ref Unsafe.NullRef<T>();
        }

        return ref Unsafe.AsRef<T>((void*)(Weights + (distance / (y.Length / examples))));
    }
}
