namespace NetGen.Tests.Numerics;

/// <summary>The error function to about 30 digits.</summary>
internal static class ErrorFunction
{
    /// <summary>2 / sqrt(pi), the slope at 0.</summary>
    public static readonly DoubleDouble TwoOverRootPi = new(1.1283791670955126, 1.5335459613165881e-17);

    /// <summary>erf(x).</summary>
    public static DoubleDouble Of(double x) => x < 0 ? -OfAbsolute(-x) : OfAbsolute(x);

    /// <summary>e^(-x^2) 2 / sqrt(pi) times the sum of (2 x^2)^n x / (2n + 1)!!, whose terms are all positive.</summary>
    private static DoubleDouble OfAbsolute(double x)
    {
        if (x > 7)
        {
            return 1;
        }

        DoubleDouble square = (DoubleDouble)x * x, term = x, sum = x;
        for (int n = 1; term.High > 1e-34 * sum.High; n++)
        {
            term = term * square * 2 / (2 * n + 1);
            sum += term;
        }

        // e^-(high + low) is e^-high (1 - low), as near as it can be told.
        return DoubleDouble.PowerOfE(-square.High) * (1 - (DoubleDouble)square.Low) * TwoOverRootPi * sum;
    }
}
