using System.Globalization;

namespace NetGen.Runtime.Tests.Data;

/// <summary>NaN and infinities in what a set is made from.</summary>
public class NonFiniteTests
{
    private const string Advice =
        "but an example that is learned from is made of finite numbers: repair it, leave the example out, or keep it with NonFinite.Keep.";

    public static TheoryData<float> Values => [float.NaN, float.PositiveInfinity, float.NegativeInfinity];

    [Theory]
    [MemberData(nameof(Values))]
    public void Rows_are_refused_with_row_and_column(float value)
    {
        string text = value.ToString(CultureInfo.InvariantCulture);
        for (int place = 0; place < 60; place++)
        {
            float[] x = new float[60], y = new float[60];
            (x[place], y[place]) = (value, value);
            string at = FormattableString.Invariant($"{text} in row {place / 4}, column {place % 4}");
            string example = FormattableString.Invariant($"{place % 4} of example {place / 4})");
            AssertRefused($"x holds {at} (feature {example}, {Advice}", () => Dataset<float>.FromRows(x, 4, new float[15], 1));
            AssertRefused($"x holds {at} (feature {example}, {Advice}", () => Dataset<float>.FromRows(x, 4, new int[15], 3));
            AssertRefused($"y holds {at} (label {example}, {Advice}", () => Dataset<float>.FromRows(new float[15], 1, y, 4));
        }
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Columns_are_refused_with_row_and_column_as_they_were_given(float value)
    {
        // Three features of four examples.
        double[] x = new double[12];
        x[(2 * 4) + 1] = value;
        string at = FormattableString.Invariant($"{value} in row 2, column 1");
        AssertRefused($"x holds {at} (feature 2 of example 1), {Advice}", () => Dataset<double>.FromColumns(x, 3, new double[4], 1));
        AssertRefused($"x holds {at} (feature 2 of example 1), {Advice}", () => Dataset<double>.FromColumns(x, 3, [0, 1, 2, 0], 3));
        AssertRefused($"y holds {at} (label 2 of example 1), {Advice}", () => Dataset<double>.FromColumns(new double[4], 1, x, 3));
    }

    [Fact]
    public void Arrays_are_refused_with_row_and_column()
    {
        float[,] x = { { 0, 1 }, { 2, float.NaN } }, y = { { 0 }, { 1 } };
        AssertRefused("x holds NaN in row 1, column 1 (feature 1 of example 1)", () => Dataset<float>.FromArrays(x, y));
        AssertRefused("x holds NaN in row 1, column 1 (feature 1 of example 1)", () => Dataset<float>.FromArrays(x, [0, 1], 2));
        AssertRefused("y holds NaN in row 1, column 1 (label 1 of example 1)", () => Dataset<float>.FromArrays(y, x));
    }

    [Fact]
    public void Arrays_of_files_are_refused_with_row_and_column()
    {
        NdArray pictures = NdArray.Create<Half>([(Half)1, (Half)2, (Half)3, (Half)4, (Half)5, (Half)6, Half.NaN, (Half)8], 2, 2, 2);
        NdArray labels = NdArray.Create<double>([0, double.PositiveInfinity], 2);
        AssertRefused("x holds NaN in row 1, column 2 (feature 2 of example 1)", () => Dataset<float>.FromArrays(pictures, NdArray.Create<int>([0, 1], 2)));
        AssertRefused("x holds NaN in row 1, column 2 (feature 2 of example 1)", () => Dataset<double>.FromArrays(pictures, NdArray.Create<int>([0, 1], 2), 2));
        AssertRefused(
            "y holds Infinity in row 1, column 0 (label 0 of example 1)", () => Dataset<float>.FromArrays(NdArray.Create<int>([0, 1], 2), labels));
    }

    [Fact]
    public void A_number_that_float_cannot_hold_is_refused_as_such()
    {
        NdArray large = NdArray.Create<double>([1, 2, 1e300, 4], 2, 2), labels = NdArray.Create<byte>([0, 1], 2);
        AssertRefused(
            "x holds 1E+300 in row 1, column 0 (feature 0 of example 1), which float cannot hold: scale the numbers before, or use double.",
            () => Dataset<float>.FromArrays(large, labels));
        AssertRefused("x holds 1E+300 in row 1, column 0", () => Dataset<float>.FromArrays(large, labels, 2));
        AssertRefused("y holds 1E+300 in row 1, column 0 (label 0 of example 1), which float cannot hold", () => Dataset<float>.FromArrays(labels, large));
        Assert.Equal(1e300, Dataset<double>.FromArrays(large, labels).X[2]);
    }

    [Fact]
    public void They_are_kept_where_that_is_asked_for()
    {
        float[] x = [1, float.NaN, float.NegativeInfinity, 4];
        Dataset<float> rows = Dataset<float>.FromRows(x, 2, x, 2, NonFinite.Keep);
        Assert.Equal(x, rows.X.ToArray());
        Assert.Equal(x, rows.Y.ToArray());
        Assert.Equal(x, Dataset<float>.FromRows(x, 2, [0, 1], 2, NonFinite.Keep).X.ToArray());
        Assert.Equal([1, float.NegativeInfinity, float.NaN, 4], Dataset<float>.FromColumns(x, 2, x, 2, NonFinite.Keep).X.ToArray());
        Assert.Equal([1, float.NegativeInfinity, float.NaN, 4], Dataset<float>.FromColumns(x, 2, [0, 1], 2, NonFinite.Keep).X.ToArray());
        Assert.Equal([float.NaN], Dataset<float>.FromArrays(new float[,] { { float.NaN } }, new float[,] { { 0 } }, NonFinite.Keep).X.ToArray());
        Assert.Equal([float.NaN], Dataset<float>.FromArrays(new float[,] { { float.NaN } }, [0], 2, NonFinite.Keep).X.ToArray());
        NdArray array = NdArray.Create<float>(x, 2, 2);
        Assert.Equal(x, Dataset<float>.FromArrays(array, array, NonFinite.Keep).Y.ToArray());
        Assert.Equal(x, Dataset<float>.FromArrays(array, NdArray.Create<int>([0, 1], 2), 2, NonFinite.Keep).X.ToArray());

        // What is made from such a set keeps them, too.
        Assert.Equal(float.NaN, rows.Slice(0, 1).DividedBy(2).X[1]);
        Assert.Contains(float.NaN, rows.Shuffle(1).DividedBy(2).X.ToArray());
    }

    [Fact]
    public void A_divisor_that_makes_a_feature_infinite_is_refused()
    {
        Dataset<float> data = Dataset<float>.FromRows([1f, 1e30f], 2, [0, 1], 2);
        Assert.StartsWith(
            "1E+30 in row 0, column 1 (feature 1 of example 0) divided by 1E-20 is more than float can hold.",
            Assert.Throws<ArgumentOutOfRangeException>("divisor", () => data.DividedBy(1e-20)).Message);
    }

    private static void AssertRefused(string message, Action make) => Assert.StartsWith(message, Assert.Throws<ArgumentException>(make).Message);
}
