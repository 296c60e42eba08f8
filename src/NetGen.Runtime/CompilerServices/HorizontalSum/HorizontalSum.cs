using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.CompilerServices;

/// <summary>Sums of the lanes of vectors.</summary>
/// <remarks>
/// Every form adds in one order: in each 128-bit block neighbours, then neighbouring pairs; then the upper half of the blocks to the lower,
/// until one is left. So a sum has the same bits whichever form computed it.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class HorizontalSum
{
    /// <summary>The sum of the 16 lanes of <paramref name="vector"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Of(Vector512<float> vector)
    {
        Vector512<float> pairs = FloatLanes512.AddNeighbours(vector, vector);
        Vector512<float> blocks = FloatLanes512.AddNeighbours(pairs, pairs);
        Vector256<float> halves = blocks.GetLower() + blocks.GetUpper();
        return (halves.GetLower() + halves.GetUpper()).ToScalar();
    }

    /// <summary>The sum of the 8 lanes of <paramref name="vector"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Of(Vector256<float> vector)
    {
        Vector256<float> pairs = FloatLanes256.AddNeighbours(vector, vector);
        Vector256<float> blocks = FloatLanes256.AddNeighbours(pairs, pairs);
        return (blocks.GetLower() + blocks.GetUpper()).ToScalar();
    }

    /// <summary>The sum of the 4 lanes of <paramref name="vector"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Of(Vector128<float> vector) =>
        FloatLanes128.AddNeighbours(FloatLanes128.AddNeighbours(vector, vector), vector).ToScalar();

    /// <summary>The sum of the 8 lanes of <paramref name="vector"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(Vector512<double> vector)
    {
        Vector512<double> blocks = DoubleLanes512.AddNeighbours(vector, vector);
        Vector256<double> halves = blocks.GetLower() + blocks.GetUpper();
        return (halves.GetLower() + halves.GetUpper()).ToScalar();
    }

    /// <summary>The sum of the 4 lanes of <paramref name="vector"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(Vector256<double> vector)
    {
        Vector256<double> blocks = DoubleLanes256.AddNeighbours(vector, vector);
        return (blocks.GetLower() + blocks.GetUpper()).ToScalar();
    }

    /// <summary>The sum of the 2 lanes of <paramref name="vector"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(Vector128<double> vector) => DoubleLanes128.AddNeighbours(vector, vector).ToScalar();
}
