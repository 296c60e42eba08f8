namespace NetGen.Runtime.Tests.Data;

public class MinMaxScalingTests
{
    [Fact]
    public void The_least_value_of_each_feature_becomes_0_and_the_greatest_1()
    {
        Dataset<double> data = Dataset<double>.FromRows([1, 100, 2, 300, 3, 500, 5, 200], 2, [1, 2, 3, 4], 1);
        MinMaxScaling<double> scaling = MinMaxScaling<double>.Fit(data);
        Assert.Equal([1, 100], scaling.Minimums.ToArray());
        Assert.Equal([5, 500], scaling.Maximums.ToArray());
        Dataset<double> scaled = scaling.Apply(data);
        Assert.Equal([0, 0, 0.25, 0.5, 0.5, 1, 1, 0.25], scaled.X.ToArray());
        Assert.Equal(data.Y.ToArray(), scaled.Y.ToArray());
    }

    [Fact]
    public void A_test_set_is_measured_with_the_training_sets_values_and_not_cut_off()
    {
        MinMaxScaling<float> scaling = MinMaxScaling<float>.Fit(Dataset<float>.FromRows([0, 10], 1, [0, 1], 1));
        Assert.Equal([2f, -0.5f], scaling.Apply(Dataset<float>.FromRows([20, -5], 1, [0f, 0], 1)).X.ToArray());
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1.7976931348623157e308)]
    [InlineData(-5e-324)]
    [InlineData(0)]
    public void A_feature_that_never_varies_becomes_0(double value)
    {
        MinMaxScaling<double> scaling = MinMaxScaling<double>.Fit([value, value, value], 1);
        double[] result = new double[1];
        scaling.Apply([value], result);
        Assert.Equal(0, result[0]);
        scaling.Undo(result, result);
        Assert.Equal(value, result[0]);
    }

    [Fact]
    public void Undoing_restores_the_values()
    {
        double[] values = [3, 1, 4, 1, 5, 9];
        MinMaxScaling<double> scaling = MinMaxScaling<double>.Fit(values, 2);
        double[] changed = new double[6];
        scaling.Apply(values, changed);
        scaling.Undo(changed, changed);
        Assert.Equal(values, changed.Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void Values_at_both_ends_of_the_range_are_scaled_and_restored()
    {
        double[] values = [-double.MaxValue, 0, double.MaxValue / 2, double.MaxValue];
        MinMaxScaling<double> scaling = MinMaxScaling<double>.Fit(values, 1);
        double[] changed = new double[4];
        scaling.Apply(values, changed);
        Assert.Equal([0, 0.5, 0.75, 1], changed);
        scaling.Undo(changed, changed);
        Assert.Equal(values, changed);
    }

    [Fact]
    public void The_smallest_range_there_is_scales()
    {
        MinMaxScaling<float> scaling = MinMaxScaling<float>.Fit([0, float.Epsilon], 1);
        float[] changed = new float[2];
        scaling.Apply([0, float.Epsilon], changed);
        Assert.Equal([0, 1], changed);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_value_that_is_not_finite_is_named_with_its_place(double value)
    {
        string text = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Refused($"Feature 1 holds a value that is not finite, {text} in row 1: find", () => MinMaxScaling<double>.Fit([1, 1, 1, value], 2));
        Refused($"The minimum of feature 0 is {text}", () => _ = new MinMaxScaling<double>([value], [1]));
        Refused($"The maximum of feature 0 is {text}", () => _ = new MinMaxScaling<double>([1], [value]));
    }

    [Fact]
    public void Wrong_sizes_and_values_are_refused_with_a_reason()
    {
        MinMaxScaling<float> scaling = new([1, 2], [2, 2]);
        Refused("a row has 2", () => scaling.Apply(new float[3], new float[3]));
        Refused("a row has 2", () => scaling.Undo(new float[3], new float[3]));
        Refused("destination holds 1 values, but there are 2 to write", () => scaling.Apply(new float[2], new float[1]));
        Refused("The set has 1 features an example, but 2 were fitted", () => scaling.Apply(Dataset<float>.FromRows([1], 1, [1], 1)));
        Refused("The maximum of feature 1 is 1, but a maximum is finite and not below the minimum, here 2", () => _ = new MinMaxScaling<float>([1, 2], [1, 1]));
        Refused("2 minimums and 1 maximums", () => _ = new MinMaxScaling<float>([1, 2], [1]));
        Refused("0 minimums and 0 maximums", () => _ = new MinMaxScaling<float>([], []));
    }

    private static void Refused(string message, Action act) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);
}
