using System.Globalization;
using System.Numerics;

namespace NetGen.Runtime.Tests.Data;

/// <summary>What becomes of numbers on their way from a file into another type.</summary>
public class NumberConversionTests
{
    private static string Refused<TFrom, TTo>(params TFrom[] values)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo> =>
        Assert.Throws<OverflowException>(() => NdArray.Create<TFrom>(values, values.Length).ToArray<TTo>()).Message;

    private static TTo Converted<TFrom, TTo>(TFrom value)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo> => NdArray.Create<TFrom>([value], 1).ToArray<TTo>()[0];

    [Fact]
    public void Finite_numbers_beyond_the_range_of_a_floating_point_type_are_refused()
    {
        Assert.Equal("Value 1 is 1E+300, which the type Single cannot hold.", Refused<double, float>(1, 1e300));
        Assert.Equal("Value 0 is -1E+39, which the type Single cannot hold.", Refused<double, float>(-1e39));
        Assert.Equal("Value 0 is 70000, which the type Half cannot hold.", Refused<int, Half>(70000));
        Assert.Equal("Value 0 is 70000, which the type Half cannot hold.", Refused<float, Half>(70000));
        Assert.Equal("Value 0 is 1E+300, which the type Decimal cannot hold.", Refused<double, decimal>(1e300));
    }

    [Fact]
    public void Datasets_refuse_them_too()
    {
        NdArray x = NdArray.Create<double>([1, 1e300], 2, 1);
        NdArray y = NdArray.Create<double>([0, 1], 2, 1);
        Assert.Throws<ArgumentException>("x", () => Dataset<float>.FromArrays(x, y));
        Assert.Throws<ArgumentException>("y", () => Dataset<float>.FromArrays(y, x));
        Assert.Equal(1e300, Dataset<double>.FromArrays(x, y).X[1]);
    }

    [Fact]
    public void What_is_in_range_is_rounded()
    {
        Assert.Equal(0.1f, Converted<double, float>(0.1));
        Assert.Equal(float.MaxValue, Converted<double, float>(float.MaxValue));
        Assert.Equal(0f, Converted<double, float>(1e-300));
        Assert.Equal(9007199254740992d, Converted<long, double>(9007199254740993));
        Assert.Equal(18446744073709551616f, Converted<ulong, float>(ulong.MaxValue));
        Assert.Equal(float.PositiveInfinity, Converted<double, float>(double.PositiveInfinity));
        Assert.Equal(float.NegativeInfinity, Converted<Half, float>(Half.NegativeInfinity));
        Assert.True(float.IsNaN(Converted<double, float>(double.NaN)));
    }

    [Fact]
    public void Integers_take_whole_numbers_in_range_alone()
    {
        Assert.Equal("Value 0 is 0.5, which the type Int32 cannot hold.", Refused<double, int>(0.5));
        Assert.Equal("Value 0 is NaN, which the type Int32 cannot hold.", Refused<double, int>(double.NaN));
        Assert.Equal("Value 0 is Infinity, which the type Byte cannot hold.", Refused<float, byte>(float.PositiveInfinity));
        Assert.Equal("Value 0 is 256, which the type Byte cannot hold.", Refused<int, byte>(256));
        Assert.Equal("Value 0 is -1, which the type UInt64 cannot hold.", Refused<sbyte, ulong>(-1));
        Assert.Equal(1, Converted<double, int>(1.0));
    }

    [Fact]
    public void Messages_are_the_same_under_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo hostile = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        hostile.NumberFormat = new NumberFormatInfo
        {
            NumberDecimalSeparator = "@",
            NegativeSign = "~",
            NaNSymbol = "#",
            PositiveInfinitySymbol = "&",
            NegativeInfinitySymbol = "%",
        };
        CultureInfo.CurrentCulture = hostile;
        try
        {
            Assert.Equal("Value 0 is -0.5, which the type Int32 cannot hold.", Refused<double, int>(-0.5));
            Assert.Equal("Value 0 is NaN, which the type Int32 cannot hold.", Refused<double, int>(double.NaN));
            Assert.Contains("is -0.5, but", Assert.Throws<ArgumentException>(() => new Standardization<double>([0], [-0.5])).Message, StringComparison.Ordinal);
            Assert.Contains(
                "not finite, -Infinity in row 1",
                Assert.Throws<ArgumentException>(() => Standardization<double>.Fit([1, double.NegativeInfinity], 1)).Message,
                StringComparison.Ordinal);
            Assert.Contains("shifted by -1 values", Assert.Throws<ArgumentException>(() => Shifted(-1)).Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Shifted(int offset)
    {
        double[] values = new double[9];
        NetGen.Numerics.VectorMath.Exp(values.AsSpan(1, 4), values.AsSpan(1 + offset, 4));
    }
}
