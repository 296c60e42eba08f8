using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using C = NetGen.Numerics.SingleCoefficients;

namespace NetGen.Numerics;

// The texts for Vector256 and Vector128 are derived from this file: see VectorMath.Widths.targets.
public static partial class VectorMath
{
    /// <summary>e to the power of each lane; at most 2 ulp off.</summary>
    /// <param name="x">The exponents.</param>
    /// <returns>The powers: infinity above 88.72284, subnormal below -87.33654, zero below -103.97208, NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) =>
        ExpWithin(Vector512.MinNative(Vector512.Create(C.ExpHighest), Vector512.MaxNative(Vector512.Create(C.ExpLowest), x)));

    /// <summary>The natural logarithm of each lane; at most 2 ulp off.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The logarithms: -infinity for both zeros, infinity for infinity, NaN for NaN and for negative values.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x)
    {
        // x = 2^exponent * (1 + f), where 1 + f lies in [3/4, 3/2), so that near x = 1 the exponent is zero and nothing cancels.
        Vector512<float> exponent;
        Vector512<float> mantissa;
        if (Avx512F.IsSupported)
        {
            // 0x0F: mantissas in [3/4, 3/2), NaN for negative values; a zero or infinite x has an infinite exponent, which carries through to the result.
            mantissa = Avx512F.GetMantissa(x, 0x0F);
            exponent = Avx512F.GetExponent(x) - Avx512F.GetExponent(mantissa);
        }
        else
        {
            Vector512<float> subnormal = Vector512.LessThan(x, Vector512.Create(C.SmallestNormal));
            Vector512<float> normal = Vector512.ConditionalSelect(subnormal, x * Vector512.Create(C.SubnormalScale), x);
            Vector512<float> bias = Vector512.Create(C.IntegerBase + C.ExponentBias) + (subnormal & Vector512.Create(C.SubnormalExponent));
            Vector512<int> bits = normal.AsInt32() + Vector512.Create(C.OneBits - C.ThreeQuartersBits);
            mantissa = ((bits & Vector512.Create(C.MantissaMask)) + Vector512.Create(C.ThreeQuartersBits)).AsSingle();
            exponent = ((bits >>> C.MantissaBits).AsSingle() | Vector512.Create(C.IntegerBase)) - bias;
        }

        Vector512<float> f = mantissa - Vector512<float>.One;
        Vector512<float> p = Vector512.MultiplyAddEstimate(Vector512.Create(C.L8), f, Vector512.Create(C.L7));
        p = Vector512.MultiplyAddEstimate(p, f, Vector512.Create(C.L6));
        p = Vector512.MultiplyAddEstimate(p, f, Vector512.Create(C.L5));
        p = Vector512.MultiplyAddEstimate(p, f, Vector512.Create(C.L4));
        p = Vector512.MultiplyAddEstimate(p, f, Vector512.Create(C.L3));
        p = Vector512.MultiplyAddEstimate(p, f, Vector512.Create(C.L2));
        p = Vector512.MultiplyAddEstimate(p, f, Vector512.Create(C.L1));
        p = Vector512.MultiplyAddEstimate(p, f, Vector512.Create(C.L0));
        Vector512<float> tail = Vector512.MultiplyAddEstimate(f * f, p, exponent * Vector512.Create(C.Ln2Low));
        Vector512<float> result = Vector512.MultiplyAddEstimate(exponent, Vector512.Create(C.Ln2High), f + tail);
        return Avx512F.IsSupported ? result : LogOfSpecial(x, result);
    }

    /// <summary>The hyperbolic tangent of each lane; at most 4 ulp off, never beyond -1 or 1.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The hyperbolic tangents: x itself for subnormal x, -1 and 1 at the infinities, NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        // tanh(x/2) is a / 2b, so tanh(x) is ab / (ab + (b - a/2)^2): one division, and near 1 the errors of a and b cancel. With b = 1 + beta and
        // b - a/2 = 1 + e the denominator is 1 + (ab + e (2 + e)), which for small x is rounded once; rounded or not, it is never below ab.
        Vector512<float> sign = x & Vector512.Create(-0f);
        x = Vector512.MinNative(Vector512.Create(C.TanhHighest), Vector512.Abs(x));
        Vector512<float> square = x * x;
        Vector512<float> p = Vector512.MultiplyAddEstimate(Vector512.Create(C.P2), square, Vector512.Create(C.P1));
        Vector512<float> q = Vector512.MultiplyAddEstimate(Vector512.Create(C.Q3), square, Vector512.Create(C.Q2));
        q = Vector512.MultiplyAddEstimate(q, square, Vector512.Create(C.Q1));
        Vector512<float> a = Vector512.MultiplyAddEstimate(x * square, p, x);
        Vector512<float> beta = q * square;
        Vector512<float> ab = Vector512.MultiplyAddEstimate(a, beta, a);
        Vector512<float> e = Vector512.MultiplyAddEstimate(a, Vector512.Create(-0.5f), beta);
        Vector512<float> aboveOne = Vector512.MultiplyAddEstimate(e, Vector512.Create(2f) + e, ab);
        return sign | (ab / (Vector512<float>.One + aboveOne));
    }

    /// <summary>The error function of each lane; at most 2 ulp off, never beyond -1 or 1.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The values of erf: -1 and 1 at the infinities, zeros with their sign, NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erf(Vector512<float> x)
    {
        // Near zero erf(x) is x + x p(x^2). Further out it is 1 - e^(-x^2) q(t), whose second term is small, and its error smaller still beside one; q is
        // fitted in t = (x - 2) / (x + 2), within which it hardly bends.
        Vector512<float> sign = x & Vector512.Create(-0f);
        x = Vector512.MinNative(Vector512.Create(C.ErfHighest), Vector512.Abs(x));
        Vector512<float> square = x * x;
        Vector512<float> p = Vector512.MultiplyAddEstimate(Vector512.Create(C.N5), square, Vector512.Create(C.N4));
        p = Vector512.MultiplyAddEstimate(p, square, Vector512.Create(C.N3));
        p = Vector512.MultiplyAddEstimate(p, square, Vector512.Create(C.N2));
        p = Vector512.MultiplyAddEstimate(p, square, Vector512.Create(C.N1));
        p = Vector512.MultiplyAddEstimate(p, square, Vector512.Create(C.N0));
        Vector512<float> t = (x - Vector512.Create(2f)) / (x + Vector512.Create(2f));
        Vector512<float> q = Vector512.MultiplyAddEstimate(Vector512.Create(C.F5), t, Vector512.Create(C.F4));
        q = Vector512.MultiplyAddEstimate(q, t, Vector512.Create(C.F3));
        q = Vector512.MultiplyAddEstimate(q, t, Vector512.Create(C.F2));
        q = Vector512.MultiplyAddEstimate(q, t, Vector512.Create(C.F1));
        q = Vector512.MultiplyAddEstimate(q, t, Vector512.Create(C.F0));
        Vector512<float> near = Vector512.MultiplyAddEstimate(x, p, x);
        Vector512<float> far = Vector512.MultiplyAddEstimate(-ExpWithin(-square), q, Vector512<float>.One);
        return sign | Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(C.ErfNear)), near, far);
    }

    /// <summary>The logistic function 1 / (1 + e^-z) of each lane; at most 4 ulp off.</summary>
    /// <param name="z">The arguments.</param>
    /// <returns>The values in [0, 1]: subnormal below -87.33654, NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> z)
    {
        // With t = e^-|z| it is 1 / (1 + t) on the right and t / (1 + t) on the left: no overflow, and tiny results keep their digits.
        Vector512<float> t = ExpWithin(Vector512.MaxNative(Vector512.Create(C.ExpLowest), z | Vector512.Create(-0f)));
        Vector512<float> numerator = Vector512.ConditionalSelect(Vector512.LessThan(z, Vector512<float>.Zero), t, Vector512<float>.One);
        return numerator / (Vector512<float>.One + t);
    }

    /// <summary>The softplus log(1 + e^z) of each lane; at most 4 ulp off.</summary>
    /// <param name="z">The arguments.</param>
    /// <returns>The values: e^z for very negative z, subnormal below -87.33654, z for large z, NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softplus(Vector512<float> z)
    {
        // max(z, 0) + log(1 + t) with t = e^-|z|; the logarithm is 2 artanh(w / 2) = w (1 + w^2/12 + ...) with w = t / (1 + t/2), which keeps tiny t.
        Vector512<float> t = ExpWithin(Vector512.MaxNative(Vector512.Create(C.ExpLowest), z | Vector512.Create(-0f)));
        Vector512<float> w = t / Vector512.MultiplyAddEstimate(t, Vector512.Create(0.5f), Vector512<float>.One);
        Vector512<float> square = w * w;
        Vector512<float> s = Vector512.MultiplyAddEstimate(Vector512.Create(C.S4), square, Vector512.Create(C.S3));
        s = Vector512.MultiplyAddEstimate(s, square, Vector512.Create(C.S2));
        s = Vector512.MultiplyAddEstimate(s, square, Vector512.Create(C.S1));
        return Vector512.MultiplyAddEstimate(w * square, s, w) + Vector512.MaxNative(z, Vector512<float>.Zero);
    }

    /// <summary>e^x for x in [<see cref="C.ExpLowest"/>, <see cref="C.ExpHighest"/>] or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpWithin(Vector512<float> x)
    {
        // x = n ln 2 + r with the integer n nearest to x / ln 2; its bits are the low ones of biased.
        Vector512<float> biased = Vector512.MultiplyAddEstimate(x, Vector512.Create(C.Log2E), Vector512.Create(C.RoundingBias));
        Vector512<float> n = biased - Vector512.Create(C.RoundingBias);
        Vector512<float> r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-C.Ln2High), x);
        r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-C.Ln2Low), r);
        Vector512<float> p = Vector512.MultiplyAddEstimate(Vector512.Create(C.E4), r, Vector512.Create(C.E3));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(C.E2));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(C.E1));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(C.E0));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512<float>.One);
        p = Vector512.MultiplyAddEstimate(p, r, Vector512<float>.One);
        if (Avx512F.IsSupported)
        {
            return Avx512F.Scale(p, n);
        }

        // 2^n as two factors, each a normal number: only the last product overflows, or is rounded to a subnormal.
        Vector512<int> half = biased.AsInt32() >>> 1;
        Vector512<int> rest = biased.AsInt32() - half;
        Vector512<float> first = ((half << C.MantissaBits) + Vector512.Create(C.OneBits)).AsSingle();
        Vector512<float> second = ((rest << C.MantissaBits) + Vector512.Create(C.OneBits)).AsSingle();
        return p * first * second;
    }

    /// <summary>Puts the logarithms of zero, infinity, NaN and negative values in the place of the regular <paramref name="result"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LogOfSpecial(Vector512<float> x, Vector512<float> result)
    {
        Vector512<float> infinity = Vector512.Create(float.PositiveInfinity);
        Vector512<float> positive = Vector512.GreaterThan(x, Vector512<float>.Zero);
        result = Vector512.ConditionalSelect(positive, result, Vector512.Create(float.NaN));
        result = Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<float>.Zero), -infinity, result);
        return Vector512.ConditionalSelect(Vector512.Equals(x, infinity), infinity, result);
    }
}
