using NetGen.Numerics;

namespace NetGen.Runtime.Tests.Numerics;

/// <summary>Zeros, infinities, NaN, subnormal numbers and the ends of the ranges.</summary>
public sealed class VectorMathSpecialValueTests
{
    public static TheoryData<string> Functions => MeasuredFunction.Names;

    [Theory]
    [MemberData(nameof(Functions))]
    public void Nan_stays_nan(string name)
    {
        MeasuredFunction function = MeasuredFunction.Named(name);
        float[] single = [float.NaN, -float.NaN];
        double[] @double = [double.NaN, -double.NaN];
        function.Single(single, single);
        function.Double(@double, @double);
        Assert.All(single, value => Assert.True(float.IsNaN(value)));
        Assert.All(@double, value => Assert.True(double.IsNaN(value)));
    }

    [Theory]
    [InlineData(0f, 1f)]
    [InlineData(float.Epsilon, 1f)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity, 0f)]
    [InlineData(float.MaxValue, float.PositiveInfinity)]
    [InlineData(float.MinValue, 0f)]
    [InlineData(88.72284f, float.PositiveInfinity)] // the first float above 128 ln 2
    [InlineData(-103.972084f, 0f)] // the first float below -150 ln 2
    [InlineData(-103.972076f, float.Epsilon)]
    public void Exp_in_single_precision_has_the_limits_and_ends_in_the_right_place(float x, float expected) => Assert.Equal(expected, VectorMath.Exp(x));

    [Theory]
    [InlineData(0d, 1d)]
    [InlineData(double.Epsilon, 1d)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0d)]
    [InlineData(double.MaxValue, double.PositiveInfinity)]
    [InlineData(double.MinValue, 0d)]
    [InlineData(709.7827128933841, double.PositiveInfinity)] // the first double above 1024 ln 2
    [InlineData(-745.1332191019412, 0d)] // the first double below -1075 ln 2
    [InlineData(-745.1332191019411, double.Epsilon)]
    public void Exp_in_double_precision_has_the_limits_and_ends_in_the_right_place(double x, double expected) => Assert.Equal(expected, VectorMath.Exp(x));

    [Fact]
    public void Negative_zero_is_zero()
    {
        Assert.Equal((1d, 1f), (VectorMath.Exp(-0d), VectorMath.Exp(-0f)));
        Assert.Equal((0.5, 0.5f), (VectorMath.Sigmoid(-0d), VectorMath.Sigmoid(-0f)));
        Assert.Equal((double.NegativeInfinity, float.NegativeInfinity), (VectorMath.Log(-0d), VectorMath.Log(-0f)));
        Assert.Equal((VectorMath.Softplus(0d), VectorMath.Softplus(0f)), (VectorMath.Softplus(-0d), VectorMath.Softplus(-0f)));
    }

    [Fact]
    public void Exp_is_finite_up_to_the_end_of_the_range()
    {
        Assert.True(float.IsFinite(VectorMath.Exp(88.72283f)));
        Assert.True(double.IsFinite(VectorMath.Exp(709.782712893384)));
    }

    [Fact]
    public void Subnormal_powers_of_e_are_not_flushed_to_zero()
    {
        Assert.Equal(3.783506e-44f, VectorMath.Exp(-100f), 1e-45f);
        Assert.Equal(3.783506e-44f, VectorMath.Sigmoid(-100f), 1e-45f);
        Assert.Equal(3.783506e-44f, VectorMath.Softplus(-100f), 1e-45f);
        Assert.Equal(1e-322, VectorMath.Exp(-741.4300698844), 2e-323);
    }

    [Theory]
    [InlineData(0d, double.NegativeInfinity)]
    [InlineData(1d, 0d)]
    [InlineData(-1d, double.NaN)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void Log_has_the_limits_and_no_value_below_zero(double x, double expected)
    {
        Assert.Equal(expected, VectorMath.Log(x));
        Assert.Equal((float)expected, VectorMath.Log((float)x));
    }

    [Fact]
    public void Log_of_a_negative_subnormal_number_is_nan()
    {
        Assert.Equal(double.NaN, VectorMath.Log(-double.Epsilon));
        Assert.Equal(float.NaN, VectorMath.Log(-float.Epsilon));
    }

    [Fact]
    public void Log_knows_the_smallest_and_the_largest_numbers()
    {
        Assert.Equal(-744.4400719213812, VectorMath.Log(double.Epsilon), 1e-12);
        Assert.Equal(709.782712893384, VectorMath.Log(double.MaxValue), 1e-12);
        Assert.Equal(-103.27893f, VectorMath.Log(float.Epsilon), 1e-5f);
        Assert.Equal(88.72284f, VectorMath.Log(float.MaxValue), 1e-5f);
    }

    [Theory]
    [InlineData(double.PositiveInfinity, 1d)]
    [InlineData(20d, 1d)]
    [InlineData(double.NegativeInfinity, -1d)]
    [InlineData(-20d, -1d)]
    public void Tanh_ends_at_exactly_one(double x, double expected)
    {
        Assert.Equal(expected, VectorMath.Tanh(x));
        Assert.Equal((float)expected, VectorMath.Tanh((float)x));
    }

    [Fact]
    public void Tanh_of_a_tiny_number_is_that_number_with_its_sign()
    {
        foreach (float x in new[] { 0f, -0f, float.Epsilon, -float.Epsilon, 1e-40f, -1e-30f, 1e-5f })
        {
            Assert.Equal(BitConverter.SingleToInt32Bits(x), BitConverter.SingleToInt32Bits(VectorMath.Tanh(x)));
        }

        foreach (double x in new[] { 0d, -0d, double.Epsilon, -double.Epsilon, 1e-310, -1e-300, 1e-9 })
        {
            Assert.Equal(BitConverter.DoubleToInt64Bits(x), BitConverter.DoubleToInt64Bits(VectorMath.Tanh(x)));
        }
    }

    [Fact]
    public void Tanh_is_odd_and_never_beyond_one()
    {
        for (int i = 0; i < 20_000; i++)
        {
            float x = 4 + i * 0.0003f;
            double y = 8 + i * 0.0006;
            Assert.InRange(VectorMath.Tanh(x), 0.9f, 1f);
            Assert.InRange(VectorMath.Tanh(y), 0.9, 1d);
            Assert.Equal(-VectorMath.Tanh(x), VectorMath.Tanh(-x));
            Assert.Equal(-VectorMath.Tanh(y), VectorMath.Tanh(-y));
        }
    }

    [Theory]
    [InlineData(double.PositiveInfinity, 1d)]
    [InlineData(6d, 1d)]
    [InlineData(1e30, 1d)]
    [InlineData(double.NegativeInfinity, -1d)]
    [InlineData(-6d, -1d)]
    [InlineData(-1e30, -1d)]
    public void Erf_ends_at_exactly_one(double x, double expected)
    {
        Assert.Equal(expected, VectorMath.Erf(x));
        Assert.Equal((float)expected, VectorMath.Erf((float)x));
    }

    [Fact]
    public void Erf_of_zero_keeps_its_sign()
    {
        Assert.Equal(BitConverter.DoubleToInt64Bits(-0d), BitConverter.DoubleToInt64Bits(VectorMath.Erf(-0d)));
        Assert.Equal(BitConverter.SingleToInt32Bits(-0f), BitConverter.SingleToInt32Bits(VectorMath.Erf(-0f)));
        Assert.Equal((0d, 0f), (VectorMath.Erf(0d), VectorMath.Erf(0f)));
    }

    [Fact]
    public void Erf_is_odd_never_beyond_one_and_has_no_step_where_its_formulas_meet()
    {
        for (int i = 0; i < 20_000; i++)
        {
            float x = i * 0.0003f;
            double y = i * 0.0004;
            Assert.InRange(VectorMath.Erf(x), 0f, 1f);
            Assert.InRange(VectorMath.Erf(y), 0d, 1d);
            Assert.Equal(-VectorMath.Erf(x), VectorMath.Erf(-x));
            Assert.Equal(-VectorMath.Erf(y), VectorMath.Erf(-y));
        }

        Assert.Equal(VectorMath.Erf(0.875f), VectorMath.Erf(MathF.BitDecrement(0.875f)), 2.4e-7f);
        Assert.Equal(VectorMath.Erf(0.875), VectorMath.Erf(Math.BitDecrement(0.875)), 4.5e-16);
    }

    [Theory]
    [InlineData(0.5, 0.5204998778130465)]
    [InlineData(1d, 0.8427007929497149)]
    [InlineData(2d, 0.9953222650189527)]
    [InlineData(-3d, -0.9999779095030014)]
    public void Erf_has_the_values_of_tables(double x, double expected)
    {
        Assert.Equal(expected, VectorMath.Erf(x), 4e-16);
        Assert.Equal((float)expected, VectorMath.Erf((float)x), 2e-7f);
    }

    [Theory]
    [InlineData(double.PositiveInfinity, 1d)]
    [InlineData(double.NegativeInfinity, 0d)]
    [InlineData(0d, 0.5)]
    [InlineData(1e30, 1d)]
    [InlineData(-1e30, 0d)]
    public void Sigmoid_has_the_limits(double z, double expected)
    {
        Assert.Equal(expected, VectorMath.Sigmoid(z));
        Assert.Equal((float)expected, VectorMath.Sigmoid((float)z));
    }

    [Theory]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0d)]
    [InlineData(1e30, 1e30)]
    [InlineData(-1e30, 0d)]
    public void Softplus_has_the_limits(double z, double expected)
    {
        Assert.Equal(expected, VectorMath.Softplus(z));
        Assert.Equal((float)expected, VectorMath.Softplus((float)z));
    }
}
