using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// Philox4x32-10: random words that are a function of a counter and a key, with no state between them, so that any of them can be had at any time, in any order
/// and by any thread.
/// </summary>
/// <remarks>
/// J. Salmon, M. Moraes, R. Dror, D. Shaw: Parallel random numbers: as easy as 1, 2, 3. SC 2011. For a fixed key, different counters give different blocks: the
/// rounds are a permutation of the 128 bits.
/// </remarks>
internal static class Philox
{
    /// <summary>The factor of the first word of a counter.</summary>
    internal const uint Factor0 = 0xD2511F53;

    /// <summary>The factor of the third word of a counter.</summary>
    internal const uint Factor2 = 0xCD9E8D57;

    /// <summary>What the first word of the key grows by in each round: the golden ratio.</summary>
    private const uint Step0 = 0x9E3779B9;

    /// <summary>What the second word of the key grows by in each round: the square root of 3, less 1.</summary>
    private const uint Step1 = 0xBB67AE85;

    /// <summary>The rounds that every bit of the counter and of the key goes through.</summary>
    internal const int Rounds = 10;

    /// <summary>The four words of one counter.</summary>
    /// <param name="counter">The counter, lowest word first.</param>
    /// <param name="key">The key, lowest word first.</param>
    /// <returns>Four random words.</returns>
    public static (uint X0, uint X1, uint X2, uint X3) Block((uint C0, uint C1, uint C2, uint C3) counter, (uint K0, uint K1) key)
    {
        (uint c0, uint c1, uint c2, uint c3) = counter;
        for (int round = 0; round < Rounds; round++)
        {
            uint k0 = Key0(key.K0, round);
            uint k1 = Key1(key.K1, round);
            ulong product0 = (ulong)c0 * Factor0;
            ulong product2 = (ulong)c2 * Factor2;
            (c0, c1, c2, c3) = ((uint)(product2 >> 32) ^ c1 ^ k0, (uint)product2, (uint)(product0 >> 32) ^ c3 ^ k1, (uint)product0);
        }

        return (c0, c1, c2, c3);
    }

    /// <summary>The first word of the key of a round.</summary>
    /// <param name="k0">The first word of the key.</param>
    /// <param name="round">The round, from 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Key0(uint k0, int round) => unchecked(k0 + ((uint)round * Step0));

    /// <summary>The second word of the key of a round.</summary>
    /// <param name="k1">The second word of the key.</param>
    /// <param name="round">The round, from 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Key1(uint k1, int round) => unchecked(k1 + ((uint)round * Step1));
}
