using NetGen.Numerics;
using NetGen.Tests.Numerics;

namespace NetGen.Runtime.Tests.Numerics;

/// <summary>A function of <see cref="VectorMath"/> with its exact values and the error that its documentation allows.</summary>
internal sealed record MeasuredFunction(
    double AllowedUlp,
    double Lowest,
    double Highest,
    MeasuredFunction.Apply<float> Single,
    MeasuredFunction.Apply<double> Double,
    Func<double, double> Wide,
    Func<double, ExactValue> Exact)
{
    private static readonly Dictionary<string, MeasuredFunction> All = new()
    {
        ["Exp"] = new(2, -750, 715, VectorMath.Exp, VectorMath.Exp, Math.Exp, ExactExp),
        ["Log"] = new(2, 1e-3, 10, VectorMath.Log, VectorMath.Log, Math.Log, x => new(DoubleDouble.Log(x))),
        ["Tanh"] = new(4, -20, 20, VectorMath.Tanh, VectorMath.Tanh, Math.Tanh, ExactTanh),
        ["Erf"] = new(2, -7, 7, VectorMath.Erf, VectorMath.Erf, WideErf, ExactErf),
        ["Sigmoid"] = new(4, -750, 40, VectorMath.Sigmoid, VectorMath.Sigmoid, WideSigmoid, ExactSigmoid),
        ["Softplus"] = new(4, -750, 40, VectorMath.Softplus, VectorMath.Softplus, WideSoftplus, ExactSoftplus),
    };

    public delegate void Apply<T>(ReadOnlySpan<T> x, Span<T> destination);

    public static TheoryData<string> Names => [.. All.Keys];

    public static MeasuredFunction Named(string name) => All[name];

    private static double WideSigmoid(double z) => z < 0 ? Math.Exp(z) / (1 + Math.Exp(z)) : 1 / (1 + Math.Exp(-z));

    private static double WideSoftplus(double z)
    {
        // Below 2^-17 three terms of the series for log(1 + t) are exact enough for single precision, and log(1 + t) itself is not.
        double t = Math.Exp(-Math.Abs(z));
        return Math.Max(z, 0) + (t < 1e-5 ? t * (1 - t * (0.5 - t / 3)) : Math.Log(1 + t));
    }

    private static ExactValue ExactExp(double x)
    {
        (DoubleDouble value, int exponent) = DoubleDouble.Exp(x);
        return new(value, exponent);
    }

    private static ExactValue ExactTanh(double x)
    {
        if (Math.Abs(x) < 1e-5)
        {
            DoubleDouble square = (DoubleDouble)x * x;
            return new(x * (1 - square / 3 * (1 - square * 2 / 5)));
        }

        DoubleDouble t = DoubleDouble.PowerOfE(-2 * Math.Abs(x));
        DoubleDouble value = (1 - t) / (1 + t);
        return new(x < 0 ? -value : value);
    }

    private static double WideErf(double x)
    {
        if (Math.Abs(x) > 7)
        {
            return Math.Sign(x);
        }

        double term = x, sum = x;
        for (int n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }

        return Math.Exp(-x * x) * 2 / Math.Sqrt(Math.PI) * sum;
    }

    private static ExactValue ExactErf(double x)
    {
        // 2^60 times a tiny number, so that the products keep their digits also below the normal range.
        if (Math.Abs(x) < 1e-200)
        {
            return new(Math.ScaleB(x, 60) * ErrorFunction.TwoOverRootPi, -60);
        }

        return new(ErrorFunction.Of(x));
    }

    private static ExactValue ExactSigmoid(double z)
    {
        DoubleDouble t = DoubleDouble.PowerOfE(-Math.Abs(z));
        return z >= 0 ? new(1 / (1 + t)) : z < -80 ? ExactExp(z) : new(t / (1 + t));
    }

    private static ExactValue ExactSoftplus(double z) =>
        z < -80 ? ExactExp(z) : new(Math.Max(z, 0) + DoubleDouble.LogOfOnePlus(DoubleDouble.PowerOfE(-Math.Abs(z))));
}
