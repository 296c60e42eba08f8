namespace NetGen.Runtime.Tests.Data;

public class StandardizationTests
{
    [Fact]
    public void Features_get_mean_zero_and_deviation_one()
    {
        Dataset<double> data = Dataset<double>.FromRows([1, 100, 2, 300, 3, 500, 6, 900], 2, [1, 2, 3, 4], 1);
        Dataset<double> standardized = Standardization<double>.Fit(data).Apply(data);
        for (int feature = 0; feature < 2; feature++)
        {
            double[] values = [.. Enumerable.Range(0, 4).Select(example => standardized.X[(example * 2) + feature])];
            Assert.Equal(0, values.Average(), 1e-14);
            Assert.Equal(1, values.Average(value => value * value), 1e-14);
        }

        Assert.Equal(data.Y.ToArray(), standardized.Y.ToArray());
    }

    [Fact]
    public void A_test_set_is_measured_with_the_training_sets_values()
    {
        Standardization<float> standardization = Standardization<float>.Fit(Dataset<float>.FromRows([0, 10], 1, [0, 1], 1));
        Assert.Equal([3f], standardization.Apply(Dataset<float>.FromRows([20], 1, [0], 1)).X.ToArray());
    }

    [Fact]
    public void A_feature_that_never_varies_is_only_centred()
    {
        // 0.1 has no exact form: the rounding of its mean must not pass for variation.
        Standardization<float> standardization = Standardization<float>.Fit(Enumerable.Repeat(0.1f, 1000).ToArray(), 1);
        Assert.Equal([1f], standardization.Deviations.ToArray());
        float[] result = new float[1];
        standardization.Apply([0.1f], result);
        Assert.Equal(0, result[0]);
    }

    [Fact]
    public void Undoing_restores_the_values()
    {
        double[] values = [3, 1, 4, 1, 5, 9];
        Standardization<double> standardization = Standardization<double>.Fit(values, 2);
        double[] changed = new double[6];
        standardization.Apply(values, changed);
        standardization.Undo(changed, changed);
        Assert.Equal(values, changed.Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void A_fit_can_be_stored_and_restored()
    {
        Standardization<double> fitted = Standardization<double>.Fit([3, 1, 4, 1, 5, 9], 2);
        Standardization<double> restored = new(fitted.Means, fitted.Deviations);
        Assert.Equal(fitted.Means.ToArray(), restored.Means.ToArray());
        Assert.Equal(fitted.Deviations.ToArray(), restored.Deviations.ToArray());
    }

    [Theory]
    [InlineData(1e200)]
    [InlineData(-1e200)]
    [InlineData(1e308)]
    [InlineData(1.7e308)]
    [InlineData(-1.7e308)]
    [InlineData(1e-200)]
    [InlineData(1e-310)]
    [InlineData(5e-324)]
    public void Huge_and_tiny_values_are_measured_like_all_others(double unit)
    {
        // 0, 0, 0, unit: mean unit / 4, deviation |unit| sqrt(3) / 4.
        Standardization<double> standardization = Standardization<double>.Fit([0, 0, 0, unit], 1);
        double expectedMean = unit / 4;
        double expectedDeviation = Math.Max(Math.Abs(unit) * (Math.Sqrt(3) / 4), double.Epsilon);
        Assert.Equal(expectedMean, standardization.Means[0], Math.Abs(expectedMean) * 1e-15);
        Assert.Equal(expectedDeviation, standardization.Deviations[0], expectedDeviation * 1e-15);
    }

    [Fact]
    public void Values_at_both_ends_of_the_range_are_standardized_and_restored()
    {
        double[] values = [-double.MaxValue, -double.MaxValue, -double.MaxValue, double.MaxValue];
        Standardization<double> standardization = Standardization<double>.Fit(values, 1);
        Assert.Equal(-double.MaxValue / 2, standardization.Means[0], double.MaxValue * 1e-15);
        Assert.Equal(double.MaxValue * (Math.Sqrt(3) / 2), standardization.Deviations[0], double.MaxValue * 1e-15);
        double[] changed = new double[4];
        standardization.Apply(values, changed);
        Assert.Equal(-1 / Math.Sqrt(3), changed[0], 1e-15);
        Assert.Equal(Math.Sqrt(3), changed[3], 1e-15);
        standardization.Undo([-0.5, 1.7], changed);
        Assert.Equal(double.MaxValue * (-0.5 - (0.25 * Math.Sqrt(3))), changed[0], double.MaxValue * 1e-15);
        Assert.Equal(double.MaxValue * ((0.85 * Math.Sqrt(3)) - 0.5), changed[1], double.MaxValue * 1e-14);
    }

    [Fact]
    public void Huge_floats_are_measured_and_standardized()
    {
        float[] values = [-float.MaxValue, float.MaxValue, float.MaxValue, float.MaxValue];
        Standardization<float> standardization = Standardization<float>.Fit(values, 1);
        Assert.Equal(float.MaxValue / 2, standardization.Means[0], float.MaxValue * 1e-6);
        float[] changed = new float[4];
        standardization.Apply(values, changed);
        Assert.Equal(-Math.Sqrt(3), changed[0], 1e-6);
        Assert.Equal(1 / Math.Sqrt(3), changed[1], 1e-6);
    }

    [Theory]
    [InlineData(1e308)]
    [InlineData(1.7976931348623157e308)]
    [InlineData(1e-320)]
    [InlineData(0)]
    public void A_constant_of_any_size_is_only_centred(double value)
    {
        Standardization<double> standardization = Standardization<double>.Fit([value, value, value], 1);
        Assert.Equal([value], standardization.Means.ToArray());
        Assert.Equal([1d], standardization.Deviations.ToArray());
    }

    [Fact]
    public void One_example_is_only_centred()
    {
        Standardization<double> standardization = Standardization<double>.Fit([1e308, -3], 2);
        Assert.Equal([1e308, -3], standardization.Means.ToArray());
        Assert.Equal([1, 1], standardization.Deviations.ToArray());
    }

    [Fact]
    public void A_feature_of_huge_values_leaves_its_neighbours_as_they_are()
    {
        Standardization<double> alone = Standardization<double>.Fit([0.1, 0.7, 0.4], 1);
        Standardization<double> beside = Standardization<double>.Fit([0.1, 1e300, 0.7, -1e300, 0.4, 1], 2);
        Assert.Equal(alone.Means[0], beside.Means[0]);
        Assert.Equal(alone.Deviations[0], beside.Deviations[0]);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_value_that_is_not_finite_is_named_with_its_place(double value)
    {
        string message = Assert.Throws<ArgumentException>(() => Standardization<double>.Fit([1e308, 1, 1e308, value], 2)).Message;
        string text = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.StartsWith(
            $"Feature 1 holds a value that is not finite, {text} in row 1: find and repair it before fitting.",
            message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_destination_that_overlaps_the_rows_is_the_same_memory_or_refused()
    {
        Standardization<double> standardization = new([1], [2]);
        double[] values = [1, 3, 5, 7];
        Assert.Throws<ArgumentException>(() => standardization.Apply(values.AsSpan(0, 3), values.AsSpan(1)));
        Assert.Throws<ArgumentException>(() => standardization.Undo(values.AsSpan(1), values.AsSpan(0, 3)));
        standardization.Apply(values.AsSpan(0, 2), values.AsSpan(2));
        Assert.Equal([1, 3, 0, 1], values);
        standardization.Apply(values, values);
        Assert.Equal([0, 1, -0.5, 0], values);
    }

    [Fact]
    public void A_stored_fit_must_be_finite()
    {
        Assert.Throws<ArgumentException>(() => new Standardization<double>([double.NaN], [1]));
        Assert.Throws<ArgumentException>(() => new Standardization<double>([1], [double.PositiveInfinity]));
    }

    [Fact]
    public void Wrong_sizes_and_values_are_refused_with_a_reason()
    {
        void Refused(string message, Action act) => Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);

        Standardization<float> standardization = new([1, 2], [1, 1]);
        Refused("a row has 2", () => standardization.Apply(new float[3], new float[3]));
        Refused("destination holds 1 values, but there are 2 to write", () => standardization.Apply(new float[2], new float[1]));
        Refused("The set has 1 features an example, but 2 were fitted", () => standardization.Apply(Dataset<float>.FromRows([1], 1, [1], 1)));
        Refused("The deviation of feature 1 is 0", () => _ = new Standardization<float>([1, 2], [1, 0]));
        Refused("2 means and 1 deviations", () => _ = new Standardization<float>([1, 2], [1]));
        Refused("Feature 0 holds a value that is not finite", () => Standardization<float>.Fit([1, float.NaN], 1));
    }

    [Fact]
    public void What_is_infinite_when_it_is_scaled_is_refused_in_a_set_and_infinite_in_rows()
    {
        Standardization<float> standardization = new([0, 0], [1, 1e-10f]);
        MinMaxScaling<float> range = new([0, 0], [1, 1e-10f]);
        float[] x = [1, 2, 3, 1e30f];
        foreach (FeatureScaling<float> scaling in (FeatureScaling<float>[])[standardization, range])
        {
            ArgumentException refusal = Assert.Throws<ArgumentException>(() => scaling.Apply(Dataset<float>.FromRows(x, 2, [1f, 2], 1)));
            Assert.StartsWith(
                "data holds 1E+30 in row 1, column 1 (feature 1 of example 1), which is beyond the range when it is scaled",
                refusal.Message,
                StringComparison.Ordinal);
            Assert.Equal("data", refusal.ParamName);

            float[] scaled = new float[4];
            scaling.Apply(x, scaled);
            Assert.Equal(float.PositiveInfinity, scaled[3]);
            Assert.Equal(scaled, scaling.Apply(Dataset<float>.FromRows(x, 2, [1f, 2], 1, NonFinite.Keep)).X.ToArray());
        }
    }
}
