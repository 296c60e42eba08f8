using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>8 lanes of float in 2 blocks; two halves where the processor has no 256-bit shuffles.</summary>
internal readonly partial struct FloatLanes256 : IFloatLanes<FloatLanes256, Vector256<float>>
{
    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(ref readonly float source, nint offset) => Vector256.LoadUnsafe(in source, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> vector, ref float destination, nint offset) => vector.StoreUnsafe(ref destination, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadBlocks(ref readonly float source, nint offset, nint step) =>
        Vector256.Create(FloatLanes128.LoadBlocks(in source, offset, step), FloatLanes128.LoadBlocks(in source, offset + step, step));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBlocks(Vector256<float> vector, ref float destination, nint offset, nint step)
    {
        FloatLanes128.StoreBlocks(vector.GetLower(), ref destination, offset, step);
        FloatLanes128.StoreBlocks(vector.GetUpper(), ref destination, offset + step, step);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> UnpackLow(Vector256<float> a, Vector256<float> b) =>
        Avx.IsSupported
            ? Avx.UnpackLow(a, b)
            : Vector256.Create(FloatLanes128.UnpackLow(a.GetLower(), b.GetLower()), FloatLanes128.UnpackLow(a.GetUpper(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> UnpackHigh(Vector256<float> a, Vector256<float> b) =>
        Avx.IsSupported
            ? Avx.UnpackHigh(a, b)
            : Vector256.Create(FloatLanes128.UnpackHigh(a.GetLower(), b.GetLower()), FloatLanes128.UnpackHigh(a.GetUpper(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> AddNeighbours(Vector256<float> a, Vector256<float> b) =>
        Avx.IsSupported
            ? Select(a, b, 0b10_00_10_00) + Select(a, b, 0b11_01_11_01)
            : Vector256.Create(FloatLanes128.AddNeighbours(a.GetLower(), b.GetLower()), FloatLanes128.AddNeighbours(a.GetUpper(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> UnpackLowPairs(Vector256<float> a, Vector256<float> b) =>
        Avx.IsSupported
            ? Avx.UnpackLow(a.AsDouble(), b.AsDouble()).AsSingle()
            : Vector256.Create(FloatLanes128.UnpackLowPairs(a.GetLower(), b.GetLower()), FloatLanes128.UnpackLowPairs(a.GetUpper(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> UnpackHighPairs(Vector256<float> a, Vector256<float> b) =>
        Avx.IsSupported
            ? Avx.UnpackHigh(a.AsDouble(), b.AsDouble()).AsSingle()
            : Vector256.Create(FloatLanes128.UnpackHighPairs(a.GetLower(), b.GetLower()), FloatLanes128.UnpackHighPairs(a.GetUpper(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Select(Vector256<float> a, Vector256<float> b, [ConstantExpected] byte control) =>
        Avx.IsSupported
            ? Avx.Shuffle(a, b, control)
            : Vector256.Create(FloatLanes128.Select(a.GetLower(), b.GetLower(), control), FloatLanes128.Select(a.GetUpper(), b.GetUpper(), control));

    /// <summary>The sum of the blocks of a, then of b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> AddHalves(Vector256<float> a, Vector256<float> b) => LowerHalves(a, b) + UpperHalves(a, b);

    /// <summary>The lower blocks of a and b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LowerHalves(Vector256<float> a, Vector256<float> b) =>
        Avx.IsSupported ? Avx.Permute2x128(a, b, 0x20) : Vector256.Create(a.GetLower(), b.GetLower());

    /// <summary>The upper blocks of a and b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> UpperHalves(Vector256<float> a, Vector256<float> b) =>
        Avx.IsSupported ? Avx.Permute2x128(a, b, 0x31) : Vector256.Create(a.GetUpper(), b.GetUpper());
}
