using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.CompilerServices;

public static partial class Transposition
{
    /// <summary>Turns 16 examples into lanes: destination[feature * 16 + example] = source[example * features + feature].</summary>
    /// <param name="source">The examples (16, features), one row after the other; nothing outside them is read.</param>
    /// <param name="features">The values of an example, 1 or more; a constant is compiled into the code.</param>
    /// <param name="destination">Receives (features, 16); apart from the source.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ToLanes512(ref readonly float source, int features, ref float destination) =>
        LaneTransposition<FloatLanes512, Vector512<float>, float>.ToLanes(in source, features, ref destination);

    /// <summary>Turns 8 examples into lanes: destination[feature * 8 + example] = source[example * features + feature].</summary>
    /// <param name="source">The examples (8, features), one row after the other; nothing outside them is read.</param>
    /// <param name="features">The values of an example, 1 or more; a constant is compiled into the code.</param>
    /// <param name="destination">Receives (features, 8); apart from the source.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ToLanes256(ref readonly float source, int features, ref float destination) =>
        LaneTransposition<FloatLanes256, Vector256<float>, float>.ToLanes(in source, features, ref destination);

    /// <summary>Turns 4 examples into lanes: destination[feature * 4 + example] = source[example * features + feature].</summary>
    /// <param name="source">The examples (4, features), one row after the other; nothing outside them is read.</param>
    /// <param name="features">The values of an example, 1 or more; a constant is compiled into the code.</param>
    /// <param name="destination">Receives (features, 4); apart from the source.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ToLanes128(ref readonly float source, int features, ref float destination) =>
        LaneTransposition<FloatLanes128, Vector128<float>, float>.ToLanes(in source, features, ref destination);

    /// <summary>Turns 8 examples into lanes: destination[feature * 8 + example] = source[example * features + feature].</summary>
    /// <param name="source">The examples (8, features), one row after the other; nothing outside them is read.</param>
    /// <param name="features">The values of an example, 1 or more; a constant is compiled into the code.</param>
    /// <param name="destination">Receives (features, 8); apart from the source.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ToLanes512(ref readonly double source, int features, ref double destination) =>
        LaneTransposition<DoubleLanes512, Vector512<double>, double>.ToLanes(in source, features, ref destination);

    /// <summary>Turns 4 examples into lanes: destination[feature * 4 + example] = source[example * features + feature].</summary>
    /// <param name="source">The examples (4, features), one row after the other; nothing outside them is read.</param>
    /// <param name="features">The values of an example, 1 or more; a constant is compiled into the code.</param>
    /// <param name="destination">Receives (features, 4); apart from the source.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ToLanes256(ref readonly double source, int features, ref double destination) =>
        LaneTransposition<DoubleLanes256, Vector256<double>, double>.ToLanes(in source, features, ref destination);

    /// <summary>Turns 2 examples into lanes: destination[feature * 2 + example] = source[example * features + feature].</summary>
    /// <param name="source">The examples (2, features), one row after the other; nothing outside them is read.</param>
    /// <param name="features">The values of an example, 1 or more; a constant is compiled into the code.</param>
    /// <param name="destination">Receives (features, 2); apart from the source.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ToLanes128(ref readonly double source, int features, ref double destination) =>
        LaneTransposition<DoubleLanes128, Vector128<double>, double>.ToLanes(in source, features, ref destination);
}
