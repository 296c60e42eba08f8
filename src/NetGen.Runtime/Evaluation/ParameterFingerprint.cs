using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>A number by which to notice that the parameters of a network have changed: 64 bits of all of theirs.</summary>
internal static class ParameterFingerprint
{
    private const ulong Odd = 0x9e3779b97f4a7c15;
    private const int Rotation = 29;

    /// <summary>The fingerprint: of other parameters another, but for one in 2^64.</summary>
    public static ulong Of<T>(ReadOnlySpan<T> parameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Four sums, so that the processor need not wait for one product before the next. The rotation keeps two signs that change from cancelling out.
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(parameters);
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        ulong a = 1, b = 2, c = 3, d = 4;
        int i = 0;
        for (; i <= words.Length - 4; i += 4)
        {
            a = Mixed(a, words[i]);
            b = Mixed(b, words[i + 1]);
            c = Mixed(c, words[i + 2]);
            d = Mixed(d, words[i + 3]);
        }

        for (; i < words.Length; i++)
        {
            a = Mixed(a, words[i]);
        }

        for (i *= sizeof(ulong); i < bytes.Length; i++)
        {
            a = Mixed(a, bytes[i]);
        }

        return Mixed(Mixed(Mixed(a, b), c), d);
    }

    private static ulong Mixed(ulong sum, ulong word) => unchecked(BitOperations.RotateLeft(sum ^ word, Rotation) * Odd);
}
