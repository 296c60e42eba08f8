using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using C = NetGen.Numerics.DoubleCoefficients;

namespace NetGen.Numerics;

// The texts for Vector256 and Vector128 are derived from this file: see VectorMath.Widths.targets.
public static partial class VectorMath
{
    /// <summary>e to the power of each lane; at most 2 ulp off.</summary>
    /// <param name="x">The exponents.</param>
    /// <returns>The powers: infinity above 709.78271, subnormal below -708.39642, zero below -745.13322, NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x) =>
        ExpWithin(Vector512.MinNative(Vector512.Create(C.ExpHighest), Vector512.MaxNative(Vector512.Create(C.ExpLowest), x)));

    /// <summary>The natural logarithm of each lane; at most 2 ulp off.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The logarithms: -infinity for both zeros, infinity for infinity, NaN for NaN and for negative values.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x)
    {
        // x = 2^exponent * (1 + f), where 1 + f lies in [3/4, 3/2), so that near x = 1 the exponent is zero and nothing cancels.
        Vector512<double> exponent;
        Vector512<double> mantissa;
        if (Avx512F.IsSupported)
        {
            // 0x0F: mantissas in [3/4, 3/2), NaN for negative values; a zero or infinite x has an infinite exponent, which carries through to the result.
            mantissa = Avx512F.GetMantissa(x, 0x0F);
            exponent = Avx512F.GetExponent(x) - Avx512F.GetExponent(mantissa);
        }
        else
        {
            Vector512<double> subnormal = Vector512.LessThan(x, Vector512.Create(C.SmallestNormal));
            Vector512<double> normal = Vector512.ConditionalSelect(subnormal, x * Vector512.Create(C.SubnormalScale), x);
            Vector512<double> bias = Vector512.Create(C.IntegerBase + C.ExponentBias) + (subnormal & Vector512.Create(C.SubnormalExponent));
            Vector512<long> bits = normal.AsInt64() + Vector512.Create(C.OneBits - C.ThreeQuartersBits);
            mantissa = ((bits & Vector512.Create(C.MantissaMask)) + Vector512.Create(C.ThreeQuartersBits)).AsDouble();
            exponent = ((bits >>> C.MantissaBits).AsDouble() | Vector512.Create(C.IntegerBase)) - bias;
        }

        Vector512<double> f = mantissa - Vector512<double>.One;
        Vector512<double> halfSquare = Vector512.Create(0.5) * f * f;
        Vector512<double> s = f / (f + Vector512.Create(2d));
        Vector512<double> square = s * s;
        Vector512<double> r = Vector512.MultiplyAddEstimate(Vector512.Create(C.L6), square, Vector512.Create(C.L5));
        r = Vector512.MultiplyAddEstimate(r, square, Vector512.Create(C.L4));
        r = Vector512.MultiplyAddEstimate(r, square, Vector512.Create(C.L3));
        r = Vector512.MultiplyAddEstimate(r, square, Vector512.Create(C.L2));
        r = Vector512.MultiplyAddEstimate(r, square, Vector512.Create(C.L1));
        r = Vector512.MultiplyAddEstimate(r, square, Vector512.Create(C.L0));
        Vector512<double> tail = Vector512.MultiplyAddEstimate(s, Vector512.MultiplyAddEstimate(r, square, halfSquare), exponent * Vector512.Create(C.Ln2Low));
        Vector512<double> result = Vector512.MultiplyAddEstimate(exponent, Vector512.Create(C.Ln2High), f - (halfSquare - tail));
        return Avx512F.IsSupported ? result : LogOfSpecial(x, result);
    }

    /// <summary>The hyperbolic tangent of each lane; at most 4 ulp off, never beyond -1 or 1.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The hyperbolic tangents: x itself for subnormal x, -1 and 1 at the infinities, NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tanh(Vector512<double> x)
    {
        // tanh(x/2) is a / 2b, so tanh(x) is ab / (ab + (b - a/2)^2): one division, and near 1 the errors of a and b cancel. With b = 1 + beta and
        // b - a/2 = 1 + e the denominator is 1 + (ab + e (2 + e)), which for small x is rounded once; rounded or not, it is never below ab.
        Vector512<double> sign = x & Vector512.Create(-0d);
        x = Vector512.MinNative(Vector512.Create(C.TanhHighest), Vector512.Abs(x));
        Vector512<double> square = x * x;
        Vector512<double> p = Vector512.MultiplyAddEstimate(Vector512.Create(C.P6), square, Vector512.Create(C.P5));
        p = Vector512.MultiplyAddEstimate(p, square, Vector512.Create(C.P4));
        p = Vector512.MultiplyAddEstimate(p, square, Vector512.Create(C.P3));
        p = Vector512.MultiplyAddEstimate(p, square, Vector512.Create(C.P2));
        p = Vector512.MultiplyAddEstimate(p, square, Vector512.Create(C.P1));
        Vector512<double> q = Vector512.MultiplyAddEstimate(Vector512.Create(C.Q6), square, Vector512.Create(C.Q5));
        q = Vector512.MultiplyAddEstimate(q, square, Vector512.Create(C.Q4));
        q = Vector512.MultiplyAddEstimate(q, square, Vector512.Create(C.Q3));
        q = Vector512.MultiplyAddEstimate(q, square, Vector512.Create(C.Q2));
        q = Vector512.MultiplyAddEstimate(q, square, Vector512.Create(C.Q1));
        Vector512<double> a = Vector512.MultiplyAddEstimate(x * square, p, x);
        Vector512<double> beta = q * square;
        Vector512<double> ab = Vector512.MultiplyAddEstimate(a, beta, a);
        Vector512<double> e = Vector512.MultiplyAddEstimate(a, Vector512.Create(-0.5), beta);
        Vector512<double> aboveOne = Vector512.MultiplyAddEstimate(e, Vector512.Create(2d) + e, ab);
        return sign | (ab / (Vector512<double>.One + aboveOne));
    }

    /// <summary>The error function of each lane; at most 2 ulp off, never beyond -1 or 1.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The values of erf: -1 and 1 at the infinities, zeros with their sign, NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Erf(Vector512<double> x)
    {
        // Near zero erf(x) is x + x p(x^2). Further out it is 1 - e^(-x^2) q(t), whose second term is small, and its error smaller still beside one; q is
        // fitted in t = (x - 2.5) / (x + 2.5), within which it hardly bends.
        Vector512<double> sign = x & Vector512.Create(-0d);
        x = Vector512.MinNative(Vector512.Create(C.ErfHighest), Vector512.Abs(x));
        Vector512<double> square = x * x;
        Vector512<double> fourth = square * square;
        Vector512<double> even = Vector512.MultiplyAddEstimate(Vector512.Create(C.N10), fourth, Vector512.Create(C.N8));
        Vector512<double> odd = Vector512.MultiplyAddEstimate(Vector512.Create(C.N9), fourth, Vector512.Create(C.N7));
        even = Vector512.MultiplyAddEstimate(even, fourth, Vector512.Create(C.N6));
        odd = Vector512.MultiplyAddEstimate(odd, fourth, Vector512.Create(C.N5));
        even = Vector512.MultiplyAddEstimate(even, fourth, Vector512.Create(C.N4));
        odd = Vector512.MultiplyAddEstimate(odd, fourth, Vector512.Create(C.N3));
        even = Vector512.MultiplyAddEstimate(even, fourth, Vector512.Create(C.N2));
        odd = Vector512.MultiplyAddEstimate(odd, fourth, Vector512.Create(C.N1));
        even = Vector512.MultiplyAddEstimate(even, fourth, Vector512.Create(C.N0));
        Vector512<double> p = Vector512.MultiplyAddEstimate(odd, square, even);
        Vector512<double> t = (x - Vector512.Create(2.5)) / (x + Vector512.Create(2.5));
        Vector512<double> tSquare = t * t;
        even = Vector512.MultiplyAddEstimate(Vector512.Create(C.F12), tSquare, Vector512.Create(C.F10));
        odd = Vector512.MultiplyAddEstimate(Vector512.Create(C.F11), tSquare, Vector512.Create(C.F9));
        even = Vector512.MultiplyAddEstimate(even, tSquare, Vector512.Create(C.F8));
        odd = Vector512.MultiplyAddEstimate(odd, tSquare, Vector512.Create(C.F7));
        even = Vector512.MultiplyAddEstimate(even, tSquare, Vector512.Create(C.F6));
        odd = Vector512.MultiplyAddEstimate(odd, tSquare, Vector512.Create(C.F5));
        even = Vector512.MultiplyAddEstimate(even, tSquare, Vector512.Create(C.F4));
        odd = Vector512.MultiplyAddEstimate(odd, tSquare, Vector512.Create(C.F3));
        even = Vector512.MultiplyAddEstimate(even, tSquare, Vector512.Create(C.F2));
        odd = Vector512.MultiplyAddEstimate(odd, tSquare, Vector512.Create(C.F1));
        even = Vector512.MultiplyAddEstimate(even, tSquare, Vector512.Create(C.F0));
        Vector512<double> q = Vector512.MultiplyAddEstimate(odd, t, even);
        Vector512<double> near = Vector512.MultiplyAddEstimate(x, p, x);
        Vector512<double> far = Vector512.MultiplyAddEstimate(-ExpWithin(-square), q, Vector512<double>.One);
        return sign | Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(C.ErfNear)), near, far);
    }

    /// <summary>The logistic function 1 / (1 + e^-z) of each lane; at most 4 ulp off.</summary>
    /// <param name="z">The arguments.</param>
    /// <returns>The values in [0, 1]: subnormal below -708.39642, NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sigmoid(Vector512<double> z)
    {
        // With t = e^-|z| it is 1 / (1 + t) on the right and t / (1 + t) on the left: no overflow, and tiny results keep their digits.
        Vector512<double> t = ExpWithin(Vector512.MaxNative(Vector512.Create(C.ExpLowest), z | Vector512.Create(-0d)));
        Vector512<double> numerator = Vector512.ConditionalSelect(Vector512.LessThan(z, Vector512<double>.Zero), t, Vector512<double>.One);
        return numerator / (Vector512<double>.One + t);
    }

    /// <summary>The softplus log(1 + e^z) of each lane; at most 4 ulp off.</summary>
    /// <param name="z">The arguments.</param>
    /// <returns>The values: e^z for very negative z, subnormal below -708.39642, z for large z, NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Softplus(Vector512<double> z)
    {
        // max(z, 0) + log(1 + t) with t = e^-|z|; the logarithm is 2 artanh(w / 2) = w (1 + w^2/12 + ...) with w = t / (1 + t/2), which keeps tiny t.
        Vector512<double> t = ExpWithin(Vector512.MaxNative(Vector512.Create(C.ExpLowest), z | Vector512.Create(-0d)));
        Vector512<double> w = t / Vector512.MultiplyAddEstimate(t, Vector512.Create(0.5), Vector512<double>.One);
        Vector512<double> square = w * w;
        Vector512<double> fourth = square * square;
        Vector512<double> even = Vector512.MultiplyAddEstimate(Vector512.Create(C.S10), fourth, Vector512.Create(C.S8));
        Vector512<double> odd = Vector512.MultiplyAddEstimate(Vector512.Create(C.S9), fourth, Vector512.Create(C.S7));
        even = Vector512.MultiplyAddEstimate(even, fourth, Vector512.Create(C.S6));
        odd = Vector512.MultiplyAddEstimate(odd, fourth, Vector512.Create(C.S5));
        even = Vector512.MultiplyAddEstimate(even, fourth, Vector512.Create(C.S4));
        odd = Vector512.MultiplyAddEstimate(odd, fourth, Vector512.Create(C.S3));
        even = Vector512.MultiplyAddEstimate(even, fourth, Vector512.Create(C.S2));
        odd = Vector512.MultiplyAddEstimate(odd, fourth, Vector512.Create(C.S1));
        Vector512<double> s = Vector512.MultiplyAddEstimate(even, square, odd);
        return Vector512.MultiplyAddEstimate(w * square, s, w) + Vector512.MaxNative(z, Vector512<double>.Zero);
    }

    /// <summary>e^x for x in [<see cref="C.ExpLowest"/>, <see cref="C.ExpHighest"/>] or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExpWithin(Vector512<double> x)
    {
        // x = n ln 2 + r with the integer n nearest to x / ln 2; its bits are the low ones of biased.
        Vector512<double> biased = Vector512.MultiplyAddEstimate(x, Vector512.Create(C.Log2E), Vector512.Create(C.RoundingBias));
        Vector512<double> n = biased - Vector512.Create(C.RoundingBias);
        Vector512<double> r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-C.Ln2High), x);
        r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-C.Ln2Low), r);

        // The even and the odd powers go side by side: one chain would be a wait for the latency of each step.
        Vector512<double> square = r * r;
        Vector512<double> even = Vector512.MultiplyAddEstimate(Vector512.Create(C.E8), square, Vector512.Create(C.E6));
        Vector512<double> odd = Vector512.MultiplyAddEstimate(Vector512.Create(C.E9), square, Vector512.Create(C.E7));
        even = Vector512.MultiplyAddEstimate(even, square, Vector512.Create(C.E4));
        odd = Vector512.MultiplyAddEstimate(odd, square, Vector512.Create(C.E5));
        even = Vector512.MultiplyAddEstimate(even, square, Vector512.Create(C.E2));
        odd = Vector512.MultiplyAddEstimate(odd, square, Vector512.Create(C.E3));
        even = Vector512.MultiplyAddEstimate(even, square, Vector512.Create(C.E0));
        odd = Vector512.MultiplyAddEstimate(odd, square, Vector512.Create(C.E1));
        Vector512<double> p = Vector512.MultiplyAddEstimate(odd, r, even);
        p = Vector512.MultiplyAddEstimate(p, r, Vector512<double>.One);
        p = Vector512.MultiplyAddEstimate(p, r, Vector512<double>.One);
        if (Avx512F.IsSupported)
        {
            return Avx512F.Scale(p, n);
        }

        // 2^n as two factors, each a normal number: only the last product overflows, or is rounded to a subnormal.
        Vector512<long> half = biased.AsInt64() >>> 1;
        Vector512<long> rest = biased.AsInt64() - half;
        Vector512<double> first = ((half << C.MantissaBits) + Vector512.Create(C.OneBits)).AsDouble();
        Vector512<double> second = ((rest << C.MantissaBits) + Vector512.Create(C.OneBits)).AsDouble();
        return p * first * second;
    }

    /// <summary>Puts the logarithms of zero, infinity, NaN and negative values in the place of the regular <paramref name="result"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogOfSpecial(Vector512<double> x, Vector512<double> result)
    {
        Vector512<double> infinity = Vector512.Create(double.PositiveInfinity);
        Vector512<double> positive = Vector512.GreaterThan(x, Vector512<double>.Zero);
        result = Vector512.ConditionalSelect(positive, result, Vector512.Create(double.NaN));
        result = Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<double>.Zero), -infinity, result);
        return Vector512.ConditionalSelect(Vector512.Equals(x, infinity), infinity, result);
    }
}
