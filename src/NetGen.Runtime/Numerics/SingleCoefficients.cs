namespace NetGen.Numerics;

/// <summary>
/// The constants behind <see cref="VectorMath"/> in single precision. The polynomials and the quotient are minimax fits of the relative error, computed with 60
/// digits (Remez exchange, for the quotient iteratively reweighted least squares) and then rounded; the number after each is the error of the fit before
/// rounding.
/// </summary>
internal static class SingleCoefficients
{
    /// <summary>Below this exp rounds to zero.</summary>
    public const float ExpLowest = -104f;

    /// <summary>Above 88.72284 exp is infinite, and so it is at this value.</summary>
    public const float ExpHighest = 89f;

    public const float Log2E = 1.44269504f;

    /// <summary>1.5 * 2^23: added to a small number it leaves the nearest integer in the low bits of the mantissa.</summary>
    public const float RoundingBias = 12582912f;

    /// <summary>The leading 15 bits of ln 2: times an exponent (8 bits) the product is exact, with or without FMA.</summary>
    public const float Ln2High = 22713f / 32768f;

    /// <summary>The rest of ln 2; positive like <see cref="Ln2High"/>, so that an infinite exponent stays infinite.</summary>
    public const float Ln2Low = 1.42860682e-06f;

    public const int MantissaBits = 23;
    public const int MantissaMask = 0x007FFFFF;
    public const int OneBits = 0x3F800000;
    public const int ThreeQuartersBits = 0x3F400000;

    /// <summary>2^23: its low mantissa bits hold an integer, which becomes that number when the power is subtracted again.</summary>
    public const float IntegerBase = 8388608f;

    public const float ExponentBias = 127f;
    public const float SmallestNormal = 1.17549435e-38f;
    public const float SubnormalScale = 16777216f;
    public const float SubnormalExponent = 24f;

    // exp(r) = 1 + r + r^2 (E0 + E1 r + ...), |r| <= ln 2 / 2: 3.1e-9.
    public const float E0 = 0.49999994f;
    public const float E1 = 0.16666521f;
    public const float E2 = 0.04166839f;
    public const float E3 = 0.008368745f;
    public const float E4 = 0.0013814555f;

    // log(1 + f) = f + f^2 (L0 + L1 f + ...), -1/4 <= f < 1/2: 4.9e-9.
    public const float L0 = -0.5f;
    public const float L1 = 0.3333345f;
    public const float L2 = -0.25000086f;
    public const float L3 = 0.199908f;
    public const float L4 = -0.16647421f;
    public const float L5 = 0.14479272f;
    public const float L6 = -0.13161439f;
    public const float L7 = 0.10459498f;
    public const float L8 = -0.045035187f;

    /// <summary>From here on tanh rounds to one.</summary>
    public const float TanhHighest = 9.1f;

    // tanh(x/2) = (x/2) (1 + P1 x^2 + ...) / (1 + Q1 x^2 + ...), |x| <= 9.1: 7.5e-9 in tanh(x).
    public const float P1 = 0.029775161f;
    public const float P2 = 0.000114283226f;
    public const float Q1 = 0.11310846f;
    public const float Q2 = 0.0012066914f;
    public const float Q3 = 1.229619e-06f;

    /// <summary>From here on erf rounds to one.</summary>
    public const float ErfHighest = 4f;

    /// <summary>Below this erf(x) is fitted by x + x N(x^2), from here on by 1 - e^(-x^2) F((x - 2) / (x + 2)).</summary>
    public const float ErfNear = 0.875f;

    // erf(x) = x + x (N0 + N1 x^2 + ...), 0 <= x <= 7/8: 8.5e-9.
    public const float N0 = 0.12837915f;
    public const float N1 = -0.3761255f;
    public const float N2 = 0.11282456f;
    public const float N3 = -0.026791468f;
    public const float N4 = 0.0050321845f;
    public const float N5 = -0.00062032515f;

    // erf(x) = 1 - e^(-x^2) (F0 + F1 t + ...), t = (x - 2) / (x + 2), 7/8 <= x <= 4: 1.9e-10 in erf(x).
    public const float F0 = 0.25539568f;
    public const float F1 = -0.4271859f;
    public const float F2 = 0.24165444f;
    public const float F3 = -0.07901307f;
    public const float F4 = 0.0036423414f;
    public const float F5 = 0.007113217f;

    // log(1 + t) = w (1 + S1 w^2 + S2 w^4 + ...), w = t / (1 + t/2), 0 <= t <= 1: 4.5e-9.
    public const float S1 = 0.08333302f;
    public const float S2 = 0.012506727f;
    public const float S3 = 0.002187641f;
    public const float S4 = 0.0005471092f;
}
