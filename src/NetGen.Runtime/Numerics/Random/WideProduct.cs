using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>The 64 bits of products of 32 bits: what lies in the upper half of a lane of 64 bits does not count.</summary>
internal static class WideProduct
{
    /// <summary>The products of the lower halves of the lanes.</summary>
    /// <param name="a">The numbers.</param>
    /// <param name="factor">The factors.</param>
    /// <returns>All 64 bits of each product.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Of(Vector512<ulong> a, Vector512<ulong> factor) =>
        Avx512F.IsSupported
            ? Avx512F.Multiply(a.AsUInt32(), factor.AsUInt32())
            : Vector512.Create(Of(a.GetLower(), factor.GetLower()), Of(a.GetUpper(), factor.GetUpper()));

    /// <inheritdoc cref="Of(Vector512{ulong}, Vector512{ulong})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Of(Vector256<ulong> a, Vector256<ulong> factor) =>
        Avx2.IsSupported
            ? Avx2.Multiply(a.AsUInt32(), factor.AsUInt32())
            : Vector256.Create(Of(a.GetLower(), factor.GetLower()), Of(a.GetUpper(), factor.GetUpper()));

    /// <inheritdoc cref="Of(Vector512{ulong}, Vector512{ulong})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Of(Vector128<ulong> a, Vector128<ulong> factor) =>
        Sse2.IsSupported ? Sse2.Multiply(a.AsUInt32(), factor.AsUInt32())
        : AdvSimd.IsSupported ? AdvSimd.MultiplyWideningLower(AdvSimd.ExtractNarrowingLower(a), AdvSimd.ExtractNarrowingLower(factor))
        : (a & Vector128.Create((ulong)uint.MaxValue)) * (factor & Vector128.Create((ulong)uint.MaxValue));
}
