namespace NetGen.Numerics;

/// <summary>
/// The constants behind <see cref="VectorMath"/> in double precision, obtained as those of <see cref="SingleCoefficients"/>, with up to 120 digits.
/// </summary>
internal static class DoubleCoefficients
{
    /// <summary>Below this exp rounds to zero.</summary>
    public const double ExpLowest = -746;

    /// <summary>Above 709.7827 exp is infinite, and so it is at this value.</summary>
    public const double ExpHighest = 710;

    public const double Log2E = 1.4426950408889634;

    /// <summary>1.5 * 2^52: added to a small number it leaves the nearest integer in the low bits of the mantissa.</summary>
    public const double RoundingBias = 6755399441055744;

    /// <summary>The leading 42 bits of ln 2: times an exponent (11 bits) the product is exact, with or without FMA.</summary>
    public const double Ln2High = 3048493539143d / 4398046511104d;

    /// <summary>The rest of ln 2; positive like <see cref="Ln2High"/>, so that an infinite exponent stays infinite.</summary>
    public const double Ln2Low = 5.497923018708371e-14;

    public const int MantissaBits = 52;
    public const long MantissaMask = 0x000FFFFFFFFFFFFF;
    public const long OneBits = 0x3FF0000000000000;
    public const long ThreeQuartersBits = 0x3FE8000000000000;

    /// <summary>2^52: its low mantissa bits hold an integer, which becomes that number when the power is subtracted again.</summary>
    public const double IntegerBase = 4503599627370496;

    public const double ExponentBias = 1023;
    public const double SmallestNormal = 2.2250738585072014e-308;
    public const double SubnormalScale = 18014398509481984;
    public const double SubnormalExponent = 54;

    // exp(r) = 1 + r + r^2 (E0 + E1 r + ...), |r| <= ln 2 / 2: 3.6e-18.
    public const double E0 = 0.5000000000000011;
    public const double E1 = 0.1666666666666641;
    public const double E2 = 0.041666666666529725;
    public const double E3 = 0.008333333333494978;
    public const double E4 = 0.0013888888943760077;
    public const double E5 = 0.00019841269505770543;
    public const double E6 = 2.480149294950569e-05;
    public const double E7 = 2.7557586807352284e-06;
    public const double E8 = 2.76303062983028e-07;
    public const double E9 = 2.5000017574183324e-08;

    // log(1 + f) = f - f^2/2 + s (f^2/2 + R), s = f / (2 + f), R = s^2 (L0 + L1 s^2 + ...), -1/4 <= f < 1/2: 1.5e-17.
    public const double L0 = 0.6666666666667271;
    public const double L1 = 0.399999999961616;
    public const double L2 = 0.2857142939530037;
    public const double L3 = 0.22222138500927088;
    public const double L4 = 0.18186356088397385;
    public const double L5 = 0.15250188296120074;
    public const double L6 = 0.15368192690623994;

    /// <summary>From here on tanh rounds to one.</summary>
    public const double TanhHighest = 19.2;

    // tanh(x/2) = (x/2) (1 + P1 x^2 + ...) / (1 + Q1 x^2 + ...), |x| <= 19.2: 1.5e-18 in tanh(x).
    public const double P1 = 0.036488940932218696;
    public const double P2 = 0.0003197657145077255;
    public const double P3 = 9.841210086196542e-07;
    public const double P4 = 1.1309816265772362e-09;
    public const double P5 = 4.0843510131691356e-13;
    public const double P6 = 2.074263739220067e-17;
    public const double Q1 = 0.11982227426555202;
    public const double Q2 = 0.0019716219033037463;
    public const double Q3 = 1.002096232495547e-05;
    public const double Q4 = 1.8947313130574147e-08;
    public const double Q5 = 1.2720400857760516e-11;
    public const double Q6 = 2.0959235830114344e-15;

    /// <summary>From here on erf rounds to one.</summary>
    public const double ErfHighest = 6;

    /// <summary>Below this erf(x) is fitted by x + x N(x^2), from here on by 1 - e^(-x^2) F((x - 2.5) / (x + 2.5)).</summary>
    public const double ErfNear = 0.875;

    // erf(x) = x + x (N0 + N1 x^2 + ...), 0 <= x <= 7/8: 2.2e-17.
    public const double N0 = 0.12837916709551256;
    public const double N1 = -0.3761263890318299;
    public const double N2 = 0.11283791670915613;
    public const double N3 = -0.02686617063714685;
    public const double N4 = 0.005223977542464968;
    public const double N5 = -0.0008548321978280658;
    public const double N6 = 0.00012055141098570264;
    public const double N7 = -1.4920942256790533e-05;
    public const double N8 = 1.6387376135307987e-06;
    public const double N9 = -1.5619260516137015e-07;
    public const double N10 = 1.04567807607669e-08;

    // erf(x) = 1 - e^(-x^2) (F0 + F1 t + ...), t = (x - 2.5) / (x + 2.5), 7/8 <= x <= 6: 1.7e-18 in erf(x).
    public const double F0 = 0.21080636406114348;
    public const double F1 = -0.3717367339490159;
    public const double F2 = 0.25171319321652724;
    public const double F3 = -0.125033052376795;
    public const double F4 = 0.039922539279206685;
    public const double F5 = -0.003993699268702768;
    public const double F6 = -0.002642362638507102;
    public const double F7 = 0.0008758608474383953;
    public const double F8 = 0.00022792183642678248;
    public const double F9 = -0.0001305978485805217;
    public const double F10 = -3.775819940236215e-05;
    public const double F11 = 1.478883951696375e-05;
    public const double F12 = 6.717108188223671e-06;

    // log(1 + t) = w (1 + S1 w^2 + S2 w^4 + ...), w = t / (1 + t/2), 0 <= t <= 1: 1.3e-18.
    public const double S1 = 0.08333333333333288;
    public const double S2 = 0.012500000000048476;
    public const double S3 = 0.002232142855321664;
    public const double S4 = 0.0004340278115955325;
    public const double S5 = 8.87780492068269e-05;
    public const double S6 = 1.8782407742828546e-05;
    public const double S7 = 4.059179995888869e-06;
    public const double S8 = 9.235342107456663e-07;
    public const double S9 = 1.591674904609837e-07;
    public const double S10 = 8.110893063543911e-08;
}
