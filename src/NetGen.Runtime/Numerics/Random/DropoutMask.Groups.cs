using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

// Units in groups of 64: four vectors at a time, each of sixteen units in a row or, in narrower lanes, of a share of them.
public static partial class DropoutMask
{
    /// <summary>The counters that 32 units share.</summary>
    private const int CountersOfBlock = 8;

    private const int CountersOfGroup = 2 * CountersOfBlock;

    /// <summary>The random words of the 64 units of a group: vector j has those of units 64 * group + 16 * j + lane.</summary>
    /// <param name="row">What the words of the example have in common.</param>
    /// <param name="group">The group: its first unit / 64.</param>
    /// <param name="w0">The words of the first sixteen units.</param>
    /// <param name="w1">The words of the second sixteen units.</param>
    /// <param name="w2">The words of the third sixteen units.</param>
    /// <param name="w3">The words of the last sixteen units.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Words512(
        in DropoutRow row, int group, out Vector512<uint> w0, out Vector512<uint> w1, out Vector512<uint> w2, out Vector512<uint> w3) =>
        Words(in row, (uint)(group * CountersOfGroup), out w0, out w1, out w2, out w3);

    /// <summary>The random words of 32 of the 64 units of a group: vector j has those of units 64 * group + 16 * j + 8 * half + lane.</summary>
    /// <param name="row">What the words of the example have in common.</param>
    /// <param name="group">The group: its first unit / 64.</param>
    /// <param name="half">Which half of each sixteen units: 0 or 1.</param>
    /// <param name="w0">The words of units of the first sixteen.</param>
    /// <param name="w1">The words of units of the second sixteen.</param>
    /// <param name="w2">The words of units of the third sixteen.</param>
    /// <param name="w3">The words of units of the last sixteen.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Words256(
        in DropoutRow row, int group, int half, out Vector256<uint> w0, out Vector256<uint> w1, out Vector256<uint> w2, out Vector256<uint> w3) =>
        Words(in row, (uint)((group * CountersOfGroup) + (half * Vector256<ulong>.Count)), out w0, out w1, out w2, out w3);

    /// <summary>The random words of 16 of the 64 units of a group: vector j has those of units 64 * group + 16 * j + 4 * quarter + lane.</summary>
    /// <param name="row">What the words of the example have in common.</param>
    /// <param name="group">The group: its first unit / 64.</param>
    /// <param name="quarter">Which quarter of each sixteen units: 0 to 3.</param>
    /// <param name="w0">The words of units of the first sixteen.</param>
    /// <param name="w1">The words of units of the second sixteen.</param>
    /// <param name="w2">The words of units of the third sixteen.</param>
    /// <param name="w3">The words of units of the last sixteen.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Words128(
        in DropoutRow row, int group, int quarter, out Vector128<uint> w0, out Vector128<uint> w1, out Vector128<uint> w2, out Vector128<uint> w3) =>
        Words(in row, (uint)((group * CountersOfGroup) + (quarter * Vector128<ulong>.Count)), out w0, out w1, out w2, out w3);
}
