using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>4 lanes of double in 2 blocks; two halves where the processor has no 256-bit shuffles.</summary>
internal readonly partial struct DoubleLanes256 : IDoubleLanes<DoubleLanes256, Vector256<double>>
{
    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(ref readonly double source, nint offset) => Vector256.LoadUnsafe(in source, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<double> vector, ref double destination, nint offset) => vector.StoreUnsafe(ref destination, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadBlocks(ref readonly double source, nint offset, nint step) =>
        Vector256.Create(DoubleLanes128.LoadBlocks(in source, offset, step), DoubleLanes128.LoadBlocks(in source, offset + step, step));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBlocks(Vector256<double> vector, ref double destination, nint offset, nint step)
    {
        DoubleLanes128.StoreBlocks(vector.GetLower(), ref destination, offset, step);
        DoubleLanes128.StoreBlocks(vector.GetUpper(), ref destination, offset + step, step);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> UnpackLow(Vector256<double> a, Vector256<double> b) =>
        Avx.IsSupported
            ? Avx.UnpackLow(a, b)
            : Vector256.Create(DoubleLanes128.UnpackLow(a.GetLower(), b.GetLower()), DoubleLanes128.UnpackLow(a.GetUpper(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> UnpackHigh(Vector256<double> a, Vector256<double> b) =>
        Avx.IsSupported
            ? Avx.UnpackHigh(a, b)
            : Vector256.Create(DoubleLanes128.UnpackHigh(a.GetLower(), b.GetLower()), DoubleLanes128.UnpackHigh(a.GetUpper(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AddNeighbours(Vector256<double> a, Vector256<double> b) =>
        Avx.IsSupported
            ? UnpackLow(a, b) + UnpackHigh(a, b)
            : Vector256.Create(DoubleLanes128.AddNeighbours(a.GetLower(), b.GetLower()), DoubleLanes128.AddNeighbours(a.GetUpper(), b.GetUpper()));

    /// <summary>The sum of the blocks of a, then of b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AddHalves(Vector256<double> a, Vector256<double> b) => LowerHalves(a, b) + UpperHalves(a, b);

    /// <summary>The lower blocks of a and b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LowerHalves(Vector256<double> a, Vector256<double> b) =>
        Avx.IsSupported ? Avx.Permute2x128(a, b, 0x20) : Vector256.Create(a.GetLower(), b.GetLower());

    /// <summary>The upper blocks of a and b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> UpperHalves(Vector256<double> a, Vector256<double> b) =>
        Avx.IsSupported ? Avx.Permute2x128(a, b, 0x31) : Vector256.Create(a.GetUpper(), b.GetUpper());
}
