using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.CompilerServices;

public static partial class HorizontalSum
{
    /// <summary>The sums of the lanes of a, b, c and d, in this order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> OfFour(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d)
    {
        Vector512<float> blocks = FloatLanes512.AddNeighbours(FloatLanes512.AddNeighbours(a, b), FloatLanes512.AddNeighbours(c, d));
        Vector256<float> halves = blocks.GetLower() + blocks.GetUpper();
        return halves.GetLower() + halves.GetUpper();
    }

    /// <summary>The sums of the lanes of a, b, c and d, in this order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> OfFour(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d)
    {
        Vector256<float> blocks = FloatLanes256.AddNeighbours(FloatLanes256.AddNeighbours(a, b), FloatLanes256.AddNeighbours(c, d));
        return blocks.GetLower() + blocks.GetUpper();
    }

    /// <summary>The sums of the lanes of a, b, c and d, in this order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> OfFour(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d) =>
        FloatLanes128.AddNeighbours(FloatLanes128.AddNeighbours(a, b), FloatLanes128.AddNeighbours(c, d));

    /// <summary>The sums of the lanes of a, b, c and d, in this order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> OfFour(Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d)
    {
        Vector512<double> ab = DoubleLanes512.AddNeighbours(a, b);
        Vector512<double> cd = DoubleLanes512.AddNeighbours(c, d);
        return DoubleLanes256.AddHalves(ab.GetLower() + ab.GetUpper(), cd.GetLower() + cd.GetUpper());
    }

    /// <summary>The sums of the lanes of a, b, c and d, in this order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> OfFour(Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d) =>
        DoubleLanes256.AddHalves(DoubleLanes256.AddNeighbours(a, b), DoubleLanes256.AddNeighbours(c, d));

    /// <summary>The sums of the lanes of a, b, c and d, in this order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> OfFour(Vector128<double> a, Vector128<double> b, Vector128<double> c, Vector128<double> d) =>
        Vector256.Create(DoubleLanes128.AddNeighbours(a, b), DoubleLanes128.AddNeighbours(c, d));
}
