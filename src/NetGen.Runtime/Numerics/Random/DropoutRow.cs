using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.CompilerServices;

/// <summary>
/// What all random words of an example in a layer and a step have in common: only word 0 of the counter differs from unit to unit, so half of the first two
/// rounds is the same for all of them.
/// </summary>
/// <remarks>For emitted code. See <see cref="DropoutMask"/> for what is keyed by what.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct DropoutRow
{
    private readonly ref readonly DropoutKey key;

    /// <summary>Makes what the words of an example have in common.</summary>
    /// <param name="key">The key of the layer in the step.</param>
    /// <param name="example">The example within the batch, below 2^32.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DropoutRow(ref readonly DropoutKey key, long example)
    {
        this.key = ref key;
        ulong product0 = (ulong)((uint)key.Key0(0) ^ (uint)example) * Philox.Factor0;
        Round1Key1 = (product0 >> 32) ^ key.Key1(1);
        Round2Key1 = (uint)product0 ^ key.Key1(2);
    }

    /// <summary>The key of the layer in the step.</summary>
    internal ref readonly DropoutKey Key => ref key;

    /// <summary>What joins the word that round 1 makes word 2 of.</summary>
    internal ulong Round1Key1 { get; }

    /// <summary>What joins the product that round 2 makes word 2 of.</summary>
    internal ulong Round2Key1 { get; }
}
