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
}
