using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetGen.Numerics;

namespace NetGen.CompilerServices;

// The texts for Vector256 and Vector128 are derived from this file: see VectorMath.Widths.targets.
public static partial class DropoutMask
{
    /// <summary>Masks as numbers: what the outputs and, in the backward pass, their gradients are multiplied by.</summary>
    /// <param name="words">The random words of the units.</param>
    /// <param name="threshold">What <see cref="Threshold"/> gives for the rate, in each lane.</param>
    /// <param name="scale">What a kept unit is multiplied by: 1 / (1 - rate), in each lane.</param>
    /// <returns>scale for each kept unit, zero for each dropped one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Scale(Vector512<uint> words, Vector512<uint> threshold, Vector512<float> scale) =>
        Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(words, threshold).AsSingle(), scale, Vector512<float>.Zero);

    /// <summary>Masks as numbers, for the units of the lower half of the words.</summary>
    /// <param name="words">The random words of the units.</param>
    /// <param name="threshold">What <see cref="Threshold"/> gives for the rate, in each lane.</param>
    /// <param name="scale">What a kept unit is multiplied by: 1 / (1 - rate), in each lane.</param>
    /// <returns>scale for each kept unit, zero for each dropped one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ScaleLower(Vector512<uint> words, Vector512<uint> threshold, Vector512<double> scale) =>
        Scale(Vector512.WidenLower(words), Vector512.WidenLower(threshold), scale);

    /// <summary>Masks as numbers, for the units of the upper half of the words.</summary>
    /// <param name="words">The random words of the units.</param>
    /// <param name="threshold">What <see cref="Threshold"/> gives for the rate, in each lane.</param>
    /// <param name="scale">What a kept unit is multiplied by: 1 / (1 - rate), in each lane.</param>
    /// <returns>scale for each kept unit, zero for each dropped one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ScaleUpper(Vector512<uint> words, Vector512<uint> threshold, Vector512<double> scale) =>
        Scale(Vector512.WidenUpper(words), Vector512.WidenUpper(threshold), scale);

    // Numbers of 32 bits compare alike as signed numbers of 64, and more processors know "less" of those than anything else.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Scale(Vector512<ulong> words, Vector512<ulong> threshold, Vector512<double> scale) =>
        Vector512.ConditionalSelect(Vector512.LessThan(words.AsInt64(), threshold.AsInt64()).AsDouble(), Vector512<double>.Zero, scale);

    /// <summary>
    /// The words of two blocks of counters, 8 apart. A word of a counter lies in the lower half of a lane of 64 bits, where the multiplications look for it;
    /// the upper half holds whatever is left there, so a product is the word that its lower half is, without another instruction. Each round waits for the one
    /// before it: the blocks go through them side by side, so that one computes while the other waits.
    /// </summary>
    /// <param name="row">What the counters have in common.</param>
    /// <param name="counter">Word 0 of the first counter of the first block.</param>
    /// <param name="w0">Words 1 and 0 of each counter of the first block.</param>
    /// <param name="w1">Words 3 and 2 of each counter of the first block.</param>
    /// <param name="w2">Words 1 and 0 of each counter of the second block.</param>
    /// <param name="w3">Words 3 and 2 of each counter of the second block.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Words(
        in DropoutRow row, uint counter, out Vector512<uint> w0, out Vector512<uint> w1, out Vector512<uint> w2, out Vector512<uint> w3)
    {
        ref readonly DropoutKey key = ref row.Key;
        Vector512<ulong> factor0 = Vector512.Create((ulong)Philox.Factor0);
        Vector512<ulong> factor2 = Vector512.Create((ulong)Philox.Factor2);

        // Rounds 0, 1 and 2: key and row know what is the same in all lanes.
        Vector512<ulong> a0 = Vector512.Create((ulong)counter) + Vector512<ulong>.Indices;
        Vector512<ulong> b0 = a0 + Vector512.Create((ulong)CountersOfBlock);
        Vector512<ulong> a3 = WideProduct.Of(a0, factor0);
        Vector512<ulong> b3 = WideProduct.Of(b0, factor0);
        Vector512<ulong> k1 = Vector512.Create(key.Key1(0));
        Vector512<ulong> a1 = WideProduct.Of((a3 >>> 32) ^ k1, factor2);
        Vector512<ulong> b1 = WideProduct.Of((b3 >>> 32) ^ k1, factor2);

        Vector512<ulong> k0 = Vector512.Create(key.Key0(1));
        k1 = Vector512.Create(row.Round1Key1);
        Vector512<ulong> a2 = WideProduct.Of(a3 ^ k1, factor2);
        Vector512<ulong> b2 = WideProduct.Of(b3 ^ k1, factor2);
        a3 = WideProduct.Of((a1 >>> 32) ^ k0, factor0);
        b3 = WideProduct.Of((b1 >>> 32) ^ k0, factor0);

        k0 = Vector512.Create(key.Key0(2));
        k1 = Vector512.Create(row.Round2Key1);
        a0 = Xor(a2 >>> 32, a1, k0);
        b0 = Xor(b2 >>> 32, b1, k0);
        a1 = a2;
        b1 = b2;
        a2 = (a3 >>> 32) ^ k1;
        b2 = (b3 >>> 32) ^ k1;

        Round(in key, 3, ref a0, ref a1, ref a2, ref a3, ref b0, ref b1, ref b2, ref b3);
        Round(in key, 4, ref a0, ref a1, ref a2, ref a3, ref b0, ref b1, ref b2, ref b3);
        Round(in key, 5, ref a0, ref a1, ref a2, ref a3, ref b0, ref b1, ref b2, ref b3);
        Round(in key, 6, ref a0, ref a1, ref a2, ref a3, ref b0, ref b1, ref b2, ref b3);
        Round(in key, 7, ref a0, ref a1, ref a2, ref a3, ref b0, ref b1, ref b2, ref b3);
        Round(in key, 8, ref a0, ref a1, ref a2, ref a3, ref b0, ref b1, ref b2, ref b3);

        // Round 9: the lower half of a product is one word as it is, the upper half becomes the word before it where it lies.
        k0 = Vector512.Create(key.Key0(9));
        k1 = Vector512.Create(key.Key1(9));
        w0 = Xor(WideProduct.Of(a2, factor2), a1 << 32, k0).AsUInt32();
        w1 = Xor(WideProduct.Of(a0, factor0), a3 << 32, k1).AsUInt32();
        w2 = Xor(WideProduct.Of(b2, factor2), b1 << 32, k0).AsUInt32();
        w3 = Xor(WideProduct.Of(b0, factor0), b3 << 32, k1).AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        in DropoutKey key, int round,
        ref Vector512<ulong> a0, ref Vector512<ulong> a1, ref Vector512<ulong> a2, ref Vector512<ulong> a3,
        ref Vector512<ulong> b0, ref Vector512<ulong> b1, ref Vector512<ulong> b2, ref Vector512<ulong> b3)
    {
        Vector512<ulong> factor0 = Vector512.Create((ulong)Philox.Factor0);
        Vector512<ulong> factor2 = Vector512.Create((ulong)Philox.Factor2);
        Vector512<ulong> k0 = Vector512.Create(key.Key0(round));
        Vector512<ulong> k1 = Vector512.Create(key.Key1(round));
        Vector512<ulong> productA0 = WideProduct.Of(a0, factor0);
        Vector512<ulong> productA2 = WideProduct.Of(a2, factor2);
        Vector512<ulong> productB0 = WideProduct.Of(b0, factor0);
        Vector512<ulong> productB2 = WideProduct.Of(b2, factor2);
        a0 = Xor(productA2 >>> 32, a1, k0);
        a2 = Xor(productA0 >>> 32, a3, k1);
        b0 = Xor(productB2 >>> 32, b1, k0);
        b2 = Xor(productB0 >>> 32, b3, k1);
        a1 = productA2;
        a3 = productA0;
        b1 = productB2;
        b3 = productB0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Xor(Vector512<ulong> a, Vector512<ulong> b, Vector512<ulong> c) =>
        Avx512F.IsSupported ? Avx512F.TernaryLogic(a, b, c, 0x96) : a ^ b ^ c;
}
