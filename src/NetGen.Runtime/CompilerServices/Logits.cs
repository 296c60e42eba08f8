using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// The losses of outputs as functions of Z[L], for generated code: right for any Z, the infinities too, where the textbook's formulas meet 0 times infinity or
/// the difference of two infinities.
/// </summary>
/// <remarks>
/// The loss of sigmoid outputs, log(1 + exp(Z)) - Y Z, is written as log(1 + exp(-|Z|)) + |Z| (Z positive: 1 - Y, else Y). The loss of softmax outputs is the
/// sum of Y (log of the sum of the exponentials - Z). A weight of 0 means that the other factor does not count. NaN stays NaN.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Logits
{
    /// <summary>The smallest number that is not subnormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Smallest<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.CreateTruncating(typeof(T) == typeof(float) ? 1.17549435e-38 : 2.2250738585072014e-308);

    /// <summary>Half the distance from 1 to the next number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Roundoff<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.CreateTruncating(typeof(T) == typeof(float) ? 5.9604645e-8 : 1.1102230246251565e-16);
}
