using System.Runtime.Intrinsics;
using NetGen.Tests.Numerics;

namespace NetGen.Runtime.Tests.Numerics;

/// <summary>The documented error of each function, over the whole range of bit patterns and, denser, where the function does its work.</summary>
public sealed class VectorMathAccuracyTests
{
    // Vectors in software are a thousand times slower, so there the sweeps are thinner.
    private static readonly int Thinning = Vector128.IsHardwareAccelerated ? 1 : 64;

    public static TheoryData<string> Functions => MeasuredFunction.Names;

    [Theory]
    [MemberData(nameof(Functions))]
    public void Single_precision_stays_within_the_documented_error(string name)
    {
        MeasuredFunction function = MeasuredFunction.Named(name);
        List<float> x = [];
        uint stride = 2039 * (uint)Thinning;
        for (ulong bits = 0; bits <= uint.MaxValue; bits += stride)
        {
            x.Add(BitConverter.UInt32BitsToSingle((uint)bits));
        }

        int count = 500_000 / Thinning;
        float lowest = Math.Max((float)function.Lowest, -105);
        float highest = Math.Min((float)function.Highest, 90);
        for (int i = 0; i <= count; i++)
        {
            x.Add(lowest + (highest - lowest) * i / count);
        }

        float[] values = x.ToArray();
        float[] results = new float[values.Length];
        function.Single(values, results);
        double worst = 0;
        float worstAt = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double wide = function.Wide(values[i]);
            if (!double.IsFinite(wide) && !(wide > 0 && float.IsFinite(values[i])))
            {
                Assert.Equal((float)wide, results[i]);
                continue;
            }

            double distance = new ExactValue(Math.Min(wide, Math.ScaleB(1, 128))).DistanceInUlp(results[i]);
            (worst, worstAt) = distance > worst ? (distance, values[i]) : (worst, worstAt);
        }

        Assert.True(worst <= function.AllowedUlp, $"{name} is {worst} ulp off at {worstAt:R}, {function.AllowedUlp} are allowed.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {worst:F3} ulp at {worstAt:R}");
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Double_precision_stays_within_the_documented_error(string name)
    {
        MeasuredFunction function = MeasuredFunction.Named(name);
        Random random = new(20);
        List<double> x = [];
        int count = 60_000 / Thinning;
        for (int i = 0; i < count; i++)
        {
            x.Add(BitConverter.Int64BitsToDouble(random.NextInt64()));
            x.Add(BitConverter.Int64BitsToDouble(random.NextInt64() | long.MinValue));
            x.Add(function.Lowest + (function.Highest - function.Lowest) * random.NextDouble());
            x.Add(Math.Max(function.Lowest, -5) + Math.Min(function.Highest + 5, 10) * random.NextDouble());
            x.Add(Math.Exp(-12 * random.NextDouble()));
            x.Add(1 + Math.ScaleB(random.NextDouble() - 0.5, -random.Next(50)));
        }

        double[] values = x.ToArray();
        double[] results = new double[values.Length];
        function.Double(values, results);
        double worst = 0;
        double worstAt = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double plain = function.Wide(values[i]);
            if (!double.IsFinite(plain) || Math.Abs(values[i]) > 1e4)
            {
                // The limit, which the base library has as well; only Log has more to say out there.
                if (name != "Log" || !double.IsFinite(plain))
                {
                    Assert.Equal(plain, results[i]);
                    continue;
                }
            }

            double distance = function.Exact(values[i]).DistanceInUlp(results[i]);
            (worst, worstAt) = distance > worst ? (distance, values[i]) : (worst, worstAt);
        }

        Assert.True(worst <= function.AllowedUlp, $"{name} is {worst} ulp off at {worstAt:R}, {function.AllowedUlp} are allowed.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {worst:F3} ulp at {worstAt:R}");
    }

    [Fact]
    public void The_reference_has_the_digits_of_known_constants()
    {
        (DoubleDouble e, int exponent) = DoubleDouble.Exp(1);
        DoubleDouble scaled = new(Math.ScaleB(e.High, exponent), Math.ScaleB(e.Low, exponent));
        Assert.Equal(0, (scaled - new DoubleDouble(2.718281828459045, 1.4456468917292502e-16)).High, 1e-30);
        Assert.Equal(0, (DoubleDouble.Log(10) - new DoubleDouble(2.302585092994046, -2.1707562233822494e-16)).High, 1e-30);
    }
}
