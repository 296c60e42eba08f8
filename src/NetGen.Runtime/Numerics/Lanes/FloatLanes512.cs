using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>16 lanes of float in 4 blocks; two halves where the processor has no 512-bit shuffles.</summary>
internal readonly partial struct FloatLanes512 : IFloatLanes<FloatLanes512, Vector512<float>>
{
    public static int Count => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ref readonly float source, nint offset) => Vector512.LoadUnsafe(in source, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> vector, ref float destination, nint offset) => vector.StoreUnsafe(ref destination, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadBlocks(ref readonly float source, nint offset, nint step)
    {
        // Vector512.Create of two halves would write both into a third vector.
        Vector512<float> lower = FloatLanes256.LoadBlocks(in source, offset, step).ToVector512Unsafe();
        return lower.WithUpper(FloatLanes256.LoadBlocks(in source, offset + 2 * step, step));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBlocks(Vector512<float> vector, ref float destination, nint offset, nint step)
    {
        FloatLanes256.StoreBlocks(vector.GetLower(), ref destination, offset, step);
        FloatLanes256.StoreBlocks(vector.GetUpper(), ref destination, offset + 2 * step, step);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> UnpackLow(Vector512<float> a, Vector512<float> b) =>
        Avx512F.IsSupported
            ? Avx512F.UnpackLow(a, b)
            : Vector512.Create(FloatLanes256.UnpackLow(a.GetLower(), b.GetLower()), FloatLanes256.UnpackLow(a.GetUpper(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> UnpackHigh(Vector512<float> a, Vector512<float> b) =>
        Avx512F.IsSupported
            ? Avx512F.UnpackHigh(a, b)
            : Vector512.Create(FloatLanes256.UnpackHigh(a.GetLower(), b.GetLower()), FloatLanes256.UnpackHigh(a.GetUpper(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> AddNeighbours(Vector512<float> a, Vector512<float> b) =>
        Avx512F.IsSupported
            ? Select(a, b, 0b10_00_10_00) + Select(a, b, 0b11_01_11_01)
            : Vector512.Create(FloatLanes256.AddNeighbours(a.GetLower(), b.GetLower()), FloatLanes256.AddNeighbours(a.GetUpper(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> UnpackLowPairs(Vector512<float> a, Vector512<float> b) =>
        Avx512F.IsSupported
            ? Avx512F.UnpackLow(a.AsDouble(), b.AsDouble()).AsSingle()
            : Vector512.Create(FloatLanes256.UnpackLowPairs(a.GetLower(), b.GetLower()), FloatLanes256.UnpackLowPairs(a.GetUpper(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> UnpackHighPairs(Vector512<float> a, Vector512<float> b) =>
        Avx512F.IsSupported
            ? Avx512F.UnpackHigh(a.AsDouble(), b.AsDouble()).AsSingle()
            : Vector512.Create(FloatLanes256.UnpackHighPairs(a.GetLower(), b.GetLower()), FloatLanes256.UnpackHighPairs(a.GetUpper(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Select(Vector512<float> a, Vector512<float> b, [ConstantExpected] byte control) =>
        Avx512F.IsSupported
            ? Avx512F.Shuffle(a, b, control)
            : Vector512.Create(FloatLanes256.Select(a.GetLower(), b.GetLower(), control), FloatLanes256.Select(a.GetUpper(), b.GetUpper(), control));

    /// <summary>The blocks a0 + a2, a1 + a3, b0 + b2, b1 + b3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> AddHalves(Vector512<float> a, Vector512<float> b) => LowerHalves(a, b) + UpperHalves(a, b);

    /// <summary>The blocks a0 + a1, a2 + a3, b0 + b1, b2 + b3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> AddQuarters(Vector512<float> a, Vector512<float> b) => EvenBlocks(a, b) + OddBlocks(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LowerHalves(Vector512<float> a, Vector512<float> b) =>
        Avx512F.IsSupported ? Avx512F.Shuffle4x128(a, b, 0b01_00_01_00) : Vector512.Create(a.GetLower(), b.GetLower());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> UpperHalves(Vector512<float> a, Vector512<float> b) =>
        Avx512F.IsSupported ? Avx512F.Shuffle4x128(a, b, 0b11_10_11_10) : Vector512.Create(a.GetUpper(), b.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> EvenBlocks(Vector512<float> a, Vector512<float> b) =>
        Avx512F.IsSupported
            ? Avx512F.Shuffle4x128(a, b, 0b10_00_10_00)
            : Vector512.Create(FloatLanes256.LowerHalves(a.GetLower(), a.GetUpper()), FloatLanes256.LowerHalves(b.GetLower(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> OddBlocks(Vector512<float> a, Vector512<float> b) =>
        Avx512F.IsSupported
            ? Avx512F.Shuffle4x128(a, b, 0b11_01_11_01)
            : Vector512.Create(FloatLanes256.UpperHalves(a.GetLower(), a.GetUpper()), FloatLanes256.UpperHalves(b.GetLower(), b.GetUpper()));
}
