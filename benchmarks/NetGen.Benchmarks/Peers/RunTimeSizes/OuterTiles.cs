using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Benchmarks.Peers.RunTimeSizes;

/// <summary>
/// Outer tiles: lanes run along the columns of the result, the other operand is broadcast. Tiles of 8 or 4 rows by 3 or 1 vectors; where fewer rows are left,
/// the last of them is computed several times over and stored once.
/// </summary>
internal static unsafe class OuterTiles
{
    /// <summary>The columns of a wide tile.</summary>
    public const int WideColumns = 48;

    private const int Lanes = 16;

    /// <summary>The product of a broadcast matrix (rows, depth) and one of rows of vectors (depth, columns).</summary>
    /// <param name="left">The broadcast matrix.</param>
    /// <param name="right">The other.</param>
    /// <param name="depth">The summed dimension.</param>
    /// <param name="rows">The rows of the result.</param>
    /// <param name="columns">The columns of the result, a multiple of 16.</param>
    /// <param name="epilogue">Takes the result.</param>
    public static void Multiply<TEpilogue>(in Broadcast left, in Panels right, nint depth, nint rows, nint columns, in TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        for (nint column = 0; column < columns;)
        {
            bool isWide = column + WideColumns <= columns;
            nint width = isWide ? WideColumns : Lanes;
            float* v = right.Column(column);
            nint stride = right.StrideOf(width);
            for (nint row = 0; row < rows;)
            {
                nint count = rows - row > 4 ? 8 : 4;
                if (isWide && count == 8)
                {
                    Tile8x3(left, v, stride, depth, row, rows, column, epilogue);
                }
                else if (isWide)
                {
                    Tile4x3(left, v, stride, depth, row, rows, column, epilogue);
                }
                else if (count == 8)
                {
                    Tile8x1(left, v, stride, depth, row, rows, column, epilogue);
                }
                else
                {
                    Tile4x1(left, v, stride, depth, row, rows, column, epilogue);
                }

                row += count;
            }

            column += width;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TEpilogue>(nint row, nint offset, nint rows, nint column, Vector512<float> sum, in TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        if (row + offset < rows)
        {
            epilogue.Store(row + offset, column, sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TEpilogue>(
        nint row, nint offset, nint rows, nint column, Vector512<float> sum0, Vector512<float> sum1, Vector512<float> sum2, in TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        Store(row, offset, rows, column, sum0, epilogue);
        Store(row, offset, rows, column + Lanes, sum1, epilogue);
        Store(row, offset, rows, column + 2 * Lanes, sum2, epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x3<TEpilogue>(in Broadcast left, float* v, nint stride, nint depth, nint row, nint rows, nint column, in TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        float* b0 = left.Row(row, 0, rows);
        float* b1 = left.Row(row, 1, rows);
        float* b2 = left.Row(row, 2, rows);
        float* b3 = left.Row(row, 3, rows);
        float* b4 = left.Row(row, 4, rows);
        float* b5 = left.Row(row, 5, rows);
        float* b6 = left.Row(row, 6, rows);
        float* b7 = left.Row(row, 7, rows);
        nint step = left.DepthStride;
        Vector512<float> c00 = Vector512<float>.Zero, c01 = Vector512<float>.Zero, c02 = Vector512<float>.Zero;
        Vector512<float> c10 = Vector512<float>.Zero, c11 = Vector512<float>.Zero, c12 = Vector512<float>.Zero;
        Vector512<float> c20 = Vector512<float>.Zero, c21 = Vector512<float>.Zero, c22 = Vector512<float>.Zero;
        Vector512<float> c30 = Vector512<float>.Zero, c31 = Vector512<float>.Zero, c32 = Vector512<float>.Zero;
        Vector512<float> c40 = Vector512<float>.Zero, c41 = Vector512<float>.Zero, c42 = Vector512<float>.Zero;
        Vector512<float> c50 = Vector512<float>.Zero, c51 = Vector512<float>.Zero, c52 = Vector512<float>.Zero;
        Vector512<float> c60 = Vector512<float>.Zero, c61 = Vector512<float>.Zero, c62 = Vector512<float>.Zero;
        Vector512<float> c70 = Vector512<float>.Zero, c71 = Vector512<float>.Zero, c72 = Vector512<float>.Zero;
        for (nint round = depth, at = 0; round > 0; round--, at += step, v += stride)
        {
            Vector512<float> v0 = Vector512.Load(v);
            Vector512<float> v1 = Vector512.Load(v + 16);
            Vector512<float> v2 = Vector512.Load(v + 32);
            Vector512<float> s0 = Vector512.Create(b0[at]);
            c00 = Vector512.MultiplyAddEstimate(s0, v0, c00);
            c01 = Vector512.MultiplyAddEstimate(s0, v1, c01);
            c02 = Vector512.MultiplyAddEstimate(s0, v2, c02);
            Vector512<float> s1 = Vector512.Create(b1[at]);
            c10 = Vector512.MultiplyAddEstimate(s1, v0, c10);
            c11 = Vector512.MultiplyAddEstimate(s1, v1, c11);
            c12 = Vector512.MultiplyAddEstimate(s1, v2, c12);
            Vector512<float> s2 = Vector512.Create(b2[at]);
            c20 = Vector512.MultiplyAddEstimate(s2, v0, c20);
            c21 = Vector512.MultiplyAddEstimate(s2, v1, c21);
            c22 = Vector512.MultiplyAddEstimate(s2, v2, c22);
            Vector512<float> s3 = Vector512.Create(b3[at]);
            c30 = Vector512.MultiplyAddEstimate(s3, v0, c30);
            c31 = Vector512.MultiplyAddEstimate(s3, v1, c31);
            c32 = Vector512.MultiplyAddEstimate(s3, v2, c32);
            Vector512<float> s4 = Vector512.Create(b4[at]);
            c40 = Vector512.MultiplyAddEstimate(s4, v0, c40);
            c41 = Vector512.MultiplyAddEstimate(s4, v1, c41);
            c42 = Vector512.MultiplyAddEstimate(s4, v2, c42);
            Vector512<float> s5 = Vector512.Create(b5[at]);
            c50 = Vector512.MultiplyAddEstimate(s5, v0, c50);
            c51 = Vector512.MultiplyAddEstimate(s5, v1, c51);
            c52 = Vector512.MultiplyAddEstimate(s5, v2, c52);
            Vector512<float> s6 = Vector512.Create(b6[at]);
            c60 = Vector512.MultiplyAddEstimate(s6, v0, c60);
            c61 = Vector512.MultiplyAddEstimate(s6, v1, c61);
            c62 = Vector512.MultiplyAddEstimate(s6, v2, c62);
            Vector512<float> s7 = Vector512.Create(b7[at]);
            c70 = Vector512.MultiplyAddEstimate(s7, v0, c70);
            c71 = Vector512.MultiplyAddEstimate(s7, v1, c71);
            c72 = Vector512.MultiplyAddEstimate(s7, v2, c72);
        }

        Store(row, 0, rows, column, c00, c01, c02, epilogue);
        Store(row, 1, rows, column, c10, c11, c12, epilogue);
        Store(row, 2, rows, column, c20, c21, c22, epilogue);
        Store(row, 3, rows, column, c30, c31, c32, epilogue);
        Store(row, 4, rows, column, c40, c41, c42, epilogue);
        Store(row, 5, rows, column, c50, c51, c52, epilogue);
        Store(row, 6, rows, column, c60, c61, c62, epilogue);
        Store(row, 7, rows, column, c70, c71, c72, epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x3<TEpilogue>(in Broadcast left, float* v, nint stride, nint depth, nint row, nint rows, nint column, in TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        float* b0 = left.Row(row, 0, rows);
        float* b1 = left.Row(row, 1, rows);
        float* b2 = left.Row(row, 2, rows);
        float* b3 = left.Row(row, 3, rows);
        nint step = left.DepthStride;
        Vector512<float> c00 = Vector512<float>.Zero, c01 = Vector512<float>.Zero, c02 = Vector512<float>.Zero;
        Vector512<float> c10 = Vector512<float>.Zero, c11 = Vector512<float>.Zero, c12 = Vector512<float>.Zero;
        Vector512<float> c20 = Vector512<float>.Zero, c21 = Vector512<float>.Zero, c22 = Vector512<float>.Zero;
        Vector512<float> c30 = Vector512<float>.Zero, c31 = Vector512<float>.Zero, c32 = Vector512<float>.Zero;
        for (nint round = depth, at = 0; round > 0; round--, at += step, v += stride)
        {
            Vector512<float> v0 = Vector512.Load(v);
            Vector512<float> v1 = Vector512.Load(v + 16);
            Vector512<float> v2 = Vector512.Load(v + 32);
            Vector512<float> s0 = Vector512.Create(b0[at]);
            c00 = Vector512.MultiplyAddEstimate(s0, v0, c00);
            c01 = Vector512.MultiplyAddEstimate(s0, v1, c01);
            c02 = Vector512.MultiplyAddEstimate(s0, v2, c02);
            Vector512<float> s1 = Vector512.Create(b1[at]);
            c10 = Vector512.MultiplyAddEstimate(s1, v0, c10);
            c11 = Vector512.MultiplyAddEstimate(s1, v1, c11);
            c12 = Vector512.MultiplyAddEstimate(s1, v2, c12);
            Vector512<float> s2 = Vector512.Create(b2[at]);
            c20 = Vector512.MultiplyAddEstimate(s2, v0, c20);
            c21 = Vector512.MultiplyAddEstimate(s2, v1, c21);
            c22 = Vector512.MultiplyAddEstimate(s2, v2, c22);
            Vector512<float> s3 = Vector512.Create(b3[at]);
            c30 = Vector512.MultiplyAddEstimate(s3, v0, c30);
            c31 = Vector512.MultiplyAddEstimate(s3, v1, c31);
            c32 = Vector512.MultiplyAddEstimate(s3, v2, c32);
        }

        Store(row, 0, rows, column, c00, c01, c02, epilogue);
        Store(row, 1, rows, column, c10, c11, c12, epilogue);
        Store(row, 2, rows, column, c20, c21, c22, epilogue);
        Store(row, 3, rows, column, c30, c31, c32, epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x1<TEpilogue>(in Broadcast left, float* v, nint stride, nint depth, nint row, nint rows, nint column, in TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        float* b0 = left.Row(row, 0, rows);
        float* b1 = left.Row(row, 1, rows);
        float* b2 = left.Row(row, 2, rows);
        float* b3 = left.Row(row, 3, rows);
        float* b4 = left.Row(row, 4, rows);
        float* b5 = left.Row(row, 5, rows);
        float* b6 = left.Row(row, 6, rows);
        float* b7 = left.Row(row, 7, rows);
        nint step = left.DepthStride;
        Vector512<float> c00 = Vector512<float>.Zero;
        Vector512<float> c10 = Vector512<float>.Zero;
        Vector512<float> c20 = Vector512<float>.Zero;
        Vector512<float> c30 = Vector512<float>.Zero;
        Vector512<float> c40 = Vector512<float>.Zero;
        Vector512<float> c50 = Vector512<float>.Zero;
        Vector512<float> c60 = Vector512<float>.Zero;
        Vector512<float> c70 = Vector512<float>.Zero;
        for (nint round = depth, at = 0; round > 0; round--, at += step, v += stride)
        {
            Vector512<float> v0 = Vector512.Load(v);
            c00 = Vector512.MultiplyAddEstimate(Vector512.Create(b0[at]), v0, c00);
            c10 = Vector512.MultiplyAddEstimate(Vector512.Create(b1[at]), v0, c10);
            c20 = Vector512.MultiplyAddEstimate(Vector512.Create(b2[at]), v0, c20);
            c30 = Vector512.MultiplyAddEstimate(Vector512.Create(b3[at]), v0, c30);
            c40 = Vector512.MultiplyAddEstimate(Vector512.Create(b4[at]), v0, c40);
            c50 = Vector512.MultiplyAddEstimate(Vector512.Create(b5[at]), v0, c50);
            c60 = Vector512.MultiplyAddEstimate(Vector512.Create(b6[at]), v0, c60);
            c70 = Vector512.MultiplyAddEstimate(Vector512.Create(b7[at]), v0, c70);
        }

        Store(row, 0, rows, column, c00, epilogue);
        Store(row, 1, rows, column, c10, epilogue);
        Store(row, 2, rows, column, c20, epilogue);
        Store(row, 3, rows, column, c30, epilogue);
        Store(row, 4, rows, column, c40, epilogue);
        Store(row, 5, rows, column, c50, epilogue);
        Store(row, 6, rows, column, c60, epilogue);
        Store(row, 7, rows, column, c70, epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x1<TEpilogue>(in Broadcast left, float* v, nint stride, nint depth, nint row, nint rows, nint column, in TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        float* b0 = left.Row(row, 0, rows);
        float* b1 = left.Row(row, 1, rows);
        float* b2 = left.Row(row, 2, rows);
        float* b3 = left.Row(row, 3, rows);
        nint step = left.DepthStride;
        Vector512<float> c00 = Vector512<float>.Zero;
        Vector512<float> c10 = Vector512<float>.Zero;
        Vector512<float> c20 = Vector512<float>.Zero;
        Vector512<float> c30 = Vector512<float>.Zero;
        for (nint round = depth, at = 0; round > 0; round--, at += step, v += stride)
        {
            Vector512<float> v0 = Vector512.Load(v);
            c00 = Vector512.MultiplyAddEstimate(Vector512.Create(b0[at]), v0, c00);
            c10 = Vector512.MultiplyAddEstimate(Vector512.Create(b1[at]), v0, c10);
            c20 = Vector512.MultiplyAddEstimate(Vector512.Create(b2[at]), v0, c20);
            c30 = Vector512.MultiplyAddEstimate(Vector512.Create(b3[at]), v0, c30);
        }

        Store(row, 0, rows, column, c00, epilogue);
        Store(row, 1, rows, column, c10, epilogue);
        Store(row, 2, rows, column, c20, epilogue);
        Store(row, 3, rows, column, c30, epilogue);
    }
}
