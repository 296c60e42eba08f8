using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Runtime.Tests.Numerics;

/// <summary>Every width, the spans and the scalars give the same bits.</summary>
public sealed class VectorMathWidthTests
{
    private const int Count = 128;

    private static readonly double[] Values = Enumerable.Range(0, Count)
        .Select(i => i switch
        {
            0 => 0,
            1 => -0d,
            2 => double.PositiveInfinity,
            3 => double.NegativeInfinity,
            4 => double.NaN,
            5 => double.Epsilon,
            6 => 1e-40,
            _ => Math.ScaleB(Math.Sin(i), i % 9),
        })
        .ToArray();

    [Fact]
    public void Exp_has_the_same_bits_in_every_width() =>
        Check(VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, "Exp");

    [Fact]
    public void Log_has_the_same_bits_in_every_width() =>
        Check(VectorMath.Log, VectorMath.Log, VectorMath.Log, VectorMath.Log, VectorMath.Log, VectorMath.Log, VectorMath.Log, VectorMath.Log, "Log");

    [Fact]
    public void Tanh_has_the_same_bits_in_every_width() =>
        Check(VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, "Tanh");

    [Fact]
    public void Erf_has_the_same_bits_in_every_width() =>
        Check(VectorMath.Erf, VectorMath.Erf, VectorMath.Erf, VectorMath.Erf, VectorMath.Erf, VectorMath.Erf, VectorMath.Erf, VectorMath.Erf, "Erf");

    [Fact]
    public void Sigmoid_has_the_same_bits_in_every_width() => Check(
        VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid,
        VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, "Sigmoid");

    [Fact]
    public void Softplus_has_the_same_bits_in_every_width() => Check(
        VectorMath.Softplus, VectorMath.Softplus, VectorMath.Softplus, VectorMath.Softplus,
        VectorMath.Softplus, VectorMath.Softplus, VectorMath.Softplus, VectorMath.Softplus, "Softplus");

    private static void Check(
        Func<Vector512<float>, Vector512<float>> single512,
        Func<Vector256<float>, Vector256<float>> single256,
        Func<Vector128<float>, Vector128<float>> single128,
        Func<float, float> single,
        Func<Vector512<double>, Vector512<double>> double512,
        Func<Vector256<double>, Vector256<double>> double256,
        Func<Vector128<double>, Vector128<double>> double128,
        Func<double, double> scalar,
        string name)
    {
        MeasuredFunction function = MeasuredFunction.Named(name);
        float[] x = Array.ConvertAll(Values, value => (float)value);
        float[] expected = new float[Count];
        function.Single(x, expected);
        float[] actual = new float[Count];
        for (int i = 0; i < Count; i += Vector512<float>.Count)
        {
            single512(Vector512.Create(x.AsSpan(i))).CopyTo(actual, i);
        }

        Same(expected, actual);
        for (int i = 0; i < Count; i += Vector256<float>.Count)
        {
            single256(Vector256.Create(x.AsSpan(i))).CopyTo(actual, i);
        }

        Same(expected, actual);
        for (int i = 0; i < Count; i += Vector128<float>.Count)
        {
            single128(Vector128.Create(x.AsSpan(i))).CopyTo(actual, i);
        }

        Same(expected, actual);
        Same(expected, Array.ConvertAll(x, value => single(value)));

        double[] wideExpected = new double[Count];
        function.Double(Values, wideExpected);
        double[] wideActual = new double[Count];
        for (int i = 0; i < Count; i += Vector512<double>.Count)
        {
            double512(Vector512.Create(Values.AsSpan(i))).CopyTo(wideActual, i);
        }

        Same(wideExpected, wideActual);
        for (int i = 0; i < Count; i += Vector256<double>.Count)
        {
            double256(Vector256.Create(Values.AsSpan(i))).CopyTo(wideActual, i);
        }

        Same(wideExpected, wideActual);
        for (int i = 0; i < Count; i += Vector128<double>.Count)
        {
            double128(Vector128.Create(Values.AsSpan(i))).CopyTo(wideActual, i);
        }

        Same(wideExpected, wideActual);
        Same(wideExpected, Array.ConvertAll(Values, value => scalar(value)));
    }

    private static void Same(float[] expected, float[] actual) =>
        Assert.Equal(Array.ConvertAll(expected, BitConverter.SingleToInt32Bits), Array.ConvertAll(actual, BitConverter.SingleToInt32Bits));

    private static void Same(double[] expected, double[] actual) =>
        Assert.Equal(Array.ConvertAll(expected, BitConverter.DoubleToInt64Bits), Array.ConvertAll(actual, BitConverter.DoubleToInt64Bits));
}
