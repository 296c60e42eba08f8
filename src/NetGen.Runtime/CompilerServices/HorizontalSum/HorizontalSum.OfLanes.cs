using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.CompilerServices;

public static partial class HorizontalSum
{
    /// <summary>The sums of the lanes of 16 vectors: lane i holds the sum of vector i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> OfLanes(
        Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3,
        Vector512<float> v4, Vector512<float> v5, Vector512<float> v6, Vector512<float> v7,
        Vector512<float> v8, Vector512<float> v9, Vector512<float> v10, Vector512<float> v11,
        Vector512<float> v12, Vector512<float> v13, Vector512<float> v14, Vector512<float> v15)
    {
        Vector512<float> first = FloatLanes512.AddNeighbours(FloatLanes512.AddNeighbours(v0, v1), FloatLanes512.AddNeighbours(v2, v3));
        Vector512<float> second = FloatLanes512.AddNeighbours(FloatLanes512.AddNeighbours(v4, v5), FloatLanes512.AddNeighbours(v6, v7));
        Vector512<float> third = FloatLanes512.AddNeighbours(FloatLanes512.AddNeighbours(v8, v9), FloatLanes512.AddNeighbours(v10, v11));
        Vector512<float> fourth = FloatLanes512.AddNeighbours(FloatLanes512.AddNeighbours(v12, v13), FloatLanes512.AddNeighbours(v14, v15));
        return FloatLanes512.AddQuarters(FloatLanes512.AddHalves(first, second), FloatLanes512.AddHalves(third, fourth));
    }

    /// <summary>The sums of the lanes of 8 vectors: lane i holds the sum of vector i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> OfLanes(
        Vector256<float> v0, Vector256<float> v1, Vector256<float> v2, Vector256<float> v3,
        Vector256<float> v4, Vector256<float> v5, Vector256<float> v6, Vector256<float> v7)
    {
        Vector256<float> first = FloatLanes256.AddNeighbours(FloatLanes256.AddNeighbours(v0, v1), FloatLanes256.AddNeighbours(v2, v3));
        Vector256<float> second = FloatLanes256.AddNeighbours(FloatLanes256.AddNeighbours(v4, v5), FloatLanes256.AddNeighbours(v6, v7));
        return FloatLanes256.AddHalves(first, second);
    }

    /// <summary>The sums of the lanes of 4 vectors: lane i holds the sum of vector i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> OfLanes(Vector128<float> v0, Vector128<float> v1, Vector128<float> v2, Vector128<float> v3) => OfFour(v0, v1, v2, v3);

    /// <summary>The sums of the lanes of 8 vectors: lane i holds the sum of vector i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> OfLanes(
        Vector512<double> v0, Vector512<double> v1, Vector512<double> v2, Vector512<double> v3,
        Vector512<double> v4, Vector512<double> v5, Vector512<double> v6, Vector512<double> v7)
    {
        Vector512<double> lower = DoubleLanes512.AddHalves(DoubleLanes512.AddNeighbours(v0, v1), DoubleLanes512.AddNeighbours(v2, v3));
        Vector512<double> upper = DoubleLanes512.AddHalves(DoubleLanes512.AddNeighbours(v4, v5), DoubleLanes512.AddNeighbours(v6, v7));
        return DoubleLanes512.AddQuarters(lower, upper);
    }

    /// <summary>The sums of the lanes of 4 vectors: lane i holds the sum of vector i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> OfLanes(Vector256<double> v0, Vector256<double> v1, Vector256<double> v2, Vector256<double> v3) => OfFour(v0, v1, v2, v3);

    /// <summary>The sums of the lanes of 2 vectors: lane i holds the sum of vector i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> OfLanes(Vector128<double> v0, Vector128<double> v1) => DoubleLanes128.AddNeighbours(v0, v1);
}
