using NetGen.Tests.Numerics;

namespace NetGen.Runtime.Tests.Numerics;

/// <summary>
/// A function's value times 2^-exponent, with digits to spare, so that a result can be judged to a fraction of its last place, also a subnormal one.
/// </summary>
internal readonly record struct ExactValue(DoubleDouble Value, int Exponent = 0)
{
    /// <summary>The distance of a float from the exact value, in units in the last place of the exact value.</summary>
    public double DistanceInUlp(float result)
    {
        // The largest finite value is one unit below 2^128: infinity counts as 2^128.
        double finite = float.IsInfinity(result) ? Math.CopySign(Math.ScaleB(1, 128), result) : result;
        return DistanceInUlp(finite, 23, -126, 127);
    }

    /// <summary>The distance of a double from the exact value, in units in the last place of the exact value.</summary>
    public double DistanceInUlp(double result) => DistanceInUlp(result, 52, -1022, 1023);

    private double DistanceInUlp(double result, int mantissaBits, int lowestExponent, int highestExponent)
    {
        if (double.IsNaN(result) || Value.High == 0)
        {
            return result == Value.High ? 0 : double.PositiveInfinity;
        }

        int exponent = Math.Clamp(Math.ILogB(Value.High) + Exponent, lowestExponent, highestExponent);

        // Everything times 2^-exponent: the result is near one, or has few bits, and the value is near one or tiny.
        double scaledResult = double.IsInfinity(result) ? Math.CopySign(2, result) : ScaleExactly(result, -exponent);
        double scale = Math.ScaleB(1, Math.Max(Exponent - exponent, -1000));
        DoubleDouble difference = new DoubleDouble(Value.High * scale, Value.Low * scale) - scaledResult;
        return Math.Abs(Math.ScaleB(difference.High, mantissaBits));
    }

    // The power itself may be out of range (2^1074), so it is applied in halves.
    private static double ScaleExactly(double value, int power) => Math.ScaleB(Math.ScaleB(value, power / 2), power - power / 2);
}
