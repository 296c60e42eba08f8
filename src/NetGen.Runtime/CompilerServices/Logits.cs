using System.ComponentModel;

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
public static partial class Logits;
