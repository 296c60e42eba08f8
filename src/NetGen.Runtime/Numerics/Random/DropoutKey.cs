using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.CompilerServices;

/// <summary>What all random words of a layer in a step have in common; made once for each call of a kernel.</summary>
/// <remarks>For emitted code. See <see cref="DropoutMask"/> for what is keyed by what.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DropoutKey
{
    private readonly RoundKeys keys;

    /// <summary>Makes the key of a layer in a step.</summary>
    /// <param name="seed">The seed of the training.</param>
    /// <param name="step">The step of the training, below 2^48.</param>
    /// <param name="layer">The layer, below 2^16.</param>
    public DropoutKey(ulong seed, long step, int layer)
    {
        (_, _, uint c2, uint c3) = DropoutMask.Counter(step, layer, 0, 0);
        for (int round = 0; round < Philox.Rounds; round++)
        {
            keys[2 * round] = Philox.Key0((uint)seed, round);
            keys[(2 * round) + 1] = Philox.Key1((uint)(seed >> 32), round);
        }

        // Words 2 and 3 of the counter are the same for all units, so their part of the first rounds is joined to the keys.
        ulong product2 = (ulong)c2 * Philox.Factor2;
        keys[0] ^= product2 >> 32;
        keys[1] ^= c3;
        keys[2] ^= (uint)product2;

        // The words of the last round are made in the upper halves of the lanes.
        keys[18] <<= 32;
        keys[19] <<= 32;
    }

    /// <summary>What joins the product that a round makes word 0 of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Key0(int round) => keys[2 * round];

    /// <summary>What joins the product that a round makes word 2 of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Key1(int round) => keys[(2 * round) + 1];

    [InlineArray(2 * Philox.Rounds)]
    private struct RoundKeys
    {
        private ulong first;
    }
}
