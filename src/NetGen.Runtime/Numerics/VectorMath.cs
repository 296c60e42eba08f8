namespace NetGen.Numerics;

/// <summary>
/// The transcendental functions of neural networks on vectors of 512, 256 and 128 bits, on spans and on single values, for <see cref="float"/> and
/// <see cref="double"/>: <c>Exp</c>, <c>Log</c>, <c>Tanh</c>, <c>Erf</c>, <c>Sigmoid</c> and <c>Softplus</c>.
/// </summary>
/// <remarks>
/// <para>
/// The results are at most 2 ulp (<c>Exp</c>, <c>Log</c>, <c>Erf</c>) or 4 ulp (<c>Tanh</c>, <c>Sigmoid</c>, <c>Softplus</c>) from the exact values over the
/// whole range, subnormal arguments and results included, on processors with and without fused multiply-add. NaN stays NaN, infinities give the limits, and
/// there is no branch that depends on the data.
/// </para>
/// <para>
/// A value gets the same bits whichever width, span or scalar form computes it, as long as the processor fuses multiply-add in all of them or in none.
/// </para>
/// </remarks>
public static partial class VectorMath;
