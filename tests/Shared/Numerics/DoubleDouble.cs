namespace NetGen.Tests.Numerics;

/// <summary>An unevaluated sum of two doubles, about 32 digits: what the double precision functions are measured against.</summary>
internal readonly record struct DoubleDouble(double High, double Low)
{
    private static readonly DoubleDouble Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.High, -a.Low);

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble high = ExactSum(a.High, b.High);
        DoubleDouble low = ExactSum(a.Low, b.Low);
        DoubleDouble sum = Normalized(high.High, high.Low + low.High);
        return Normalized(sum.High, sum.Low + low.Low);
    }

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        double product = a.High * b.High;
        double rest = Math.FusedMultiplyAdd(a.High, b.High, -product);
        return Normalized(product, rest + (a.High * b.Low + a.Low * b.High));
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        double first = a.High / b.High;
        DoubleDouble rest = a - b * first;
        double second = rest.High / b.High;
        rest -= b * second;
        return Normalized(first, second) + rest.High / b.High;
    }

    /// <summary>e^x; below e^-700, which no longer matters beside one, e^-700.</summary>
    public static DoubleDouble PowerOfE(double x)
    {
        (DoubleDouble value, int exponent) = Exp(Math.Max(x, -700));
        double scale = Math.ScaleB(1, exponent);
        return new(value.High * scale, value.Low * scale);
    }

    /// <summary>e^x as a number near one and the power of two that it is to be multiplied by.</summary>
    public static (DoubleDouble Value, int Exponent) Exp(double x)
    {
        // The first part of ln 2 has 42 bits, so that n times it is exact.
        double n = Math.Round(x / Ln2.High);
        DoubleDouble r = (DoubleDouble)(x - n * 0.6931471805598903) - (DoubleDouble)n * new DoubleDouble(5.497923018708371e-14, 1.94704509238075e-31);
        return (Exp(r), (int)n);
    }

    /// <summary>The natural logarithm of a positive, finite number.</summary>
    public static DoubleDouble Log(double x)
    {
        // Mantissas in [3/4, 3/2): next to one the exponent is zero and nothing cancels.
        int exponent = Math.ILogB(x);
        double mantissa = Math.ScaleB(x, -exponent);
        return mantissa < 1.5
            ? (DoubleDouble)exponent * Ln2 + LogOfOnePlus(mantissa - 1)
            : (DoubleDouble)(exponent + 1) * Ln2 + LogOfOnePlus(mantissa / 2 - 1);
    }

    /// <summary>log(1 + t) for t between -1/2 and 1: 2 artanh(s), s = t / (2 + t), the series' argument made small by subtracting a first estimate.</summary>
    public static DoubleDouble LogOfOnePlus(DoubleDouble t)
    {
        // 1 + t = e^estimate (1 + u) with |u| below 2^-9. A short estimate near zero is zero: then u = t, without any loss.
        double estimate = Math.Round(Math.Log(1 + t.High) * 256) / 256;
        DoubleDouble u = estimate == 0 ? t : (1 + t) / Exp((DoubleDouble)estimate) - 1;
        DoubleDouble s = u / (2 + u);
        DoubleDouble square = s * s;
        DoubleDouble sum = 0;
        for (int k = 25; k >= 1; k -= 2)
        {
            sum = sum * square + (DoubleDouble)2 / k;
        }

        return estimate + s * sum;
    }

    /// <summary>Taylor's series for |r| up to about one, after dividing r by 16; the power of 16 is taken of e^r - 1, which keeps its digits.</summary>
    private static DoubleDouble Exp(DoubleDouble r)
    {
        DoubleDouble small = r * 0.0625;
        DoubleDouble sum = 0;
        for (int k = 20; k >= 1; k--)
        {
            sum = (sum + 1) * small / k;
        }

        for (int i = 0; i < 4; i++)
        {
            sum = sum * sum + sum + sum;
        }

        return sum + 1;
    }

    private static DoubleDouble ExactSum(double a, double b)
    {
        double sum = a + b;
        double shifted = sum - a;
        return new(sum, a - (sum - shifted) + (b - shifted));
    }

    private static DoubleDouble Normalized(double large, double small)
    {
        double sum = large + small;
        return new(sum, small - (sum - large));
    }
}
