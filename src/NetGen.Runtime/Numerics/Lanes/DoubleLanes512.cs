using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>8 lanes of double in 4 blocks; two halves where the processor has no 512-bit shuffles.</summary>
internal readonly partial struct DoubleLanes512 : IDoubleLanes<DoubleLanes512, Vector512<double>>
{
    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(ref readonly double source, nint offset) => Vector512.LoadUnsafe(in source, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> vector, ref double destination, nint offset) => vector.StoreUnsafe(ref destination, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadBlocks(ref readonly double source, nint offset, nint step)
    {
        // Vector512.Create of two halves would write both into a third vector.
        Vector512<double> lower = DoubleLanes256.LoadBlocks(in source, offset, step).ToVector512Unsafe();
        return lower.WithUpper(DoubleLanes256.LoadBlocks(in source, offset + 2 * step, step));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBlocks(Vector512<double> vector, ref double destination, nint offset, nint step)
    {
        DoubleLanes256.StoreBlocks(vector.GetLower(), ref destination, offset, step);
        DoubleLanes256.StoreBlocks(vector.GetUpper(), ref destination, offset + 2 * step, step);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> UnpackLow(Vector512<double> a, Vector512<double> b) =>
        Avx512F.IsSupported
            ? Avx512F.UnpackLow(a, b)
            : Vector512.Create(DoubleLanes256.UnpackLow(a.GetLower(), b.GetLower()), DoubleLanes256.UnpackLow(a.GetUpper(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> UnpackHigh(Vector512<double> a, Vector512<double> b) =>
        Avx512F.IsSupported
            ? Avx512F.UnpackHigh(a, b)
            : Vector512.Create(DoubleLanes256.UnpackHigh(a.GetLower(), b.GetLower()), DoubleLanes256.UnpackHigh(a.GetUpper(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> AddNeighbours(Vector512<double> a, Vector512<double> b) =>
        Avx512F.IsSupported
            ? UnpackLow(a, b) + UnpackHigh(a, b)
            : Vector512.Create(DoubleLanes256.AddNeighbours(a.GetLower(), b.GetLower()), DoubleLanes256.AddNeighbours(a.GetUpper(), b.GetUpper()));

    /// <summary>The blocks a0 + a2, a1 + a3, b0 + b2, b1 + b3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> AddHalves(Vector512<double> a, Vector512<double> b) => LowerHalves(a, b) + UpperHalves(a, b);

    /// <summary>The blocks a0 + a1, a2 + a3, b0 + b1, b2 + b3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> AddQuarters(Vector512<double> a, Vector512<double> b) => EvenBlocks(a, b) + OddBlocks(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LowerHalves(Vector512<double> a, Vector512<double> b) =>
        Avx512F.IsSupported ? Avx512F.Shuffle4x128(a, b, 0b01_00_01_00) : Vector512.Create(a.GetLower(), b.GetLower());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> UpperHalves(Vector512<double> a, Vector512<double> b) =>
        Avx512F.IsSupported ? Avx512F.Shuffle4x128(a, b, 0b11_10_11_10) : Vector512.Create(a.GetUpper(), b.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> EvenBlocks(Vector512<double> a, Vector512<double> b) =>
        Avx512F.IsSupported
            ? Avx512F.Shuffle4x128(a, b, 0b10_00_10_00)
            : Vector512.Create(DoubleLanes256.LowerHalves(a.GetLower(), a.GetUpper()), DoubleLanes256.LowerHalves(b.GetLower(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> OddBlocks(Vector512<double> a, Vector512<double> b) =>
        Avx512F.IsSupported
            ? Avx512F.Shuffle4x128(a, b, 0b11_01_11_01)
            : Vector512.Create(DoubleLanes256.UpperHalves(a.GetLower(), a.GetUpper()), DoubleLanes256.UpperHalves(b.GetLower(), b.GetUpper()));
}
