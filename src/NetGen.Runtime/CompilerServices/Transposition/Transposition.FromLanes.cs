using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.CompilerServices;

public static partial class Transposition
{
    /// <summary>Turns lanes into 16 examples: destination[example * features + feature] = source[feature * 16 + example].</summary>
    /// <param name="source">The lanes (features, 16).</param>
    /// <param name="features">The values of an example, 1 or more; a constant is compiled into the code.</param>
    /// <param name="destination">Receives the examples (16, features), one row after the other; nothing outside them is written. Apart from the source.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FromLanes512(ref readonly float source, int features, ref float destination) =>
        LaneTransposition<FloatLanes512, Vector512<float>, float>.FromLanes(in source, features, ref destination);

    /// <summary>Turns lanes into 8 examples: destination[example * features + feature] = source[feature * 8 + example].</summary>
    /// <param name="source">The lanes (features, 8).</param>
    /// <param name="features">The values of an example, 1 or more; a constant is compiled into the code.</param>
    /// <param name="destination">Receives the examples (8, features), one row after the other; nothing outside them is written. Apart from the source.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FromLanes256(ref readonly float source, int features, ref float destination) =>
        LaneTransposition<FloatLanes256, Vector256<float>, float>.FromLanes(in source, features, ref destination);

    /// <summary>Turns lanes into 4 examples: destination[example * features + feature] = source[feature * 4 + example].</summary>
    /// <param name="source">The lanes (features, 4).</param>
    /// <param name="features">The values of an example, 1 or more; a constant is compiled into the code.</param>
    /// <param name="destination">Receives the examples (4, features), one row after the other; nothing outside them is written. Apart from the source.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FromLanes128(ref readonly float source, int features, ref float destination) =>
        LaneTransposition<FloatLanes128, Vector128<float>, float>.FromLanes(in source, features, ref destination);

    /// <summary>Turns lanes into 8 examples: destination[example * features + feature] = source[feature * 8 + example].</summary>
    /// <param name="source">The lanes (features, 8).</param>
    /// <param name="features">The values of an example, 1 or more; a constant is compiled into the code.</param>
    /// <param name="destination">Receives the examples (8, features), one row after the other; nothing outside them is written. Apart from the source.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FromLanes512(ref readonly double source, int features, ref double destination) =>
        LaneTransposition<DoubleLanes512, Vector512<double>, double>.FromLanes(in source, features, ref destination);

    /// <summary>Turns lanes into 4 examples: destination[example * features + feature] = source[feature * 4 + example].</summary>
    /// <param name="source">The lanes (features, 4).</param>
    /// <param name="features">The values of an example, 1 or more; a constant is compiled into the code.</param>
    /// <param name="destination">Receives the examples (4, features), one row after the other; nothing outside them is written. Apart from the source.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FromLanes256(ref readonly double source, int features, ref double destination) =>
        LaneTransposition<DoubleLanes256, Vector256<double>, double>.FromLanes(in source, features, ref destination);

    /// <summary>Turns lanes into 2 examples: destination[example * features + feature] = source[feature * 2 + example].</summary>
    /// <param name="source">The lanes (features, 2).</param>
    /// <param name="features">The values of an example, 1 or more; a constant is compiled into the code.</param>
    /// <param name="destination">Receives the examples (2, features), one row after the other; nothing outside them is written. Apart from the source.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FromLanes128(ref readonly double source, int features, ref double destination) =>
        LaneTransposition<DoubleLanes128, Vector128<double>, double>.FromLanes(in source, features, ref destination);
}
