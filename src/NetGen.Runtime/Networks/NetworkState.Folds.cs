using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.CompilerServices;

/// <content>What only predictions read of the parameters: it is made when it is next needed after they have changed.</content>
public sealed partial class NetworkState<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private volatile bool isFolded;

    private bool IsFolded => isFolded && IsPacked;

    /// <summary>The packed weights and what is folded, anew when the parameters have been written since; many threads may call it at once.</summary>
    /// <param name="pack">Packs.</param>
    /// <param name="fold">Makes what only predictions read, beside the packed weights.</param>
    /// <returns>The first element. While a step is at work, which has the packed weights to itself, of a copy that is the caller's own.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T EnsureFolded(Packer pack, Packer fold)
    {
        if (IsFolded)
        {
            return ref packed.Reference;
        }

        return ref FoldedAnew(pack, fold);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref T FoldedAnew(Packer pack, Packer fold)
    {
        if (isUpdating)
        {
            var own = new ParameterBlock<T>(packed.Length);
            pack(ref Parameters, ref own.Reference);
            fold(ref Parameters, ref own.Reference);
            return ref own.Reference;
        }

        lock (packing)
        {
            if (!IsPacked)
            {
                pack(ref Parameters, ref Packed);
                MarkPacked(isCurrent: true);
            }

            if (!isFolded)
            {
                fold(ref Parameters, ref Packed);
                isFolded = true;
            }
        }

        return ref packed.Reference;
    }
}
