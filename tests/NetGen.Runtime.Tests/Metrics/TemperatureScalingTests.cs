namespace NetGen.Runtime.Tests.Metrics;

public class TemperatureScalingTests
{
    [Fact]
    public void A_temperature_that_can_be_worked_out_is_found()
    {
        // p = 0.9 and right three times of four: the log loss is least where the calibrated p is 0.75, so T = logit(0.9) / logit(0.75) = ln 9 / ln 3 = 2.
        Dataset<double> data = Dataset<double>.FromRows([0.9, 0.9, 0.9, 0.9], 1, [1.0, 1.0, 1.0, 0.0], 1);
        TemperatureScalingResult result = TemperatureScaling.Fit(new GivenBinary<double>(), data);
        Assert.Equal(2.0, result.Temperature, 1e-11);
        Assert.Equal(0.15, result.Before.ExpectedCalibrationError(), 1e-14);
        Assert.Equal(0.0, result.After.ExpectedCalibrationError(), 1e-11);
        Assert.Equal(-(0.75 * Math.Log(0.75)) - (0.25 * Math.Log(0.25)), result.After.LogLoss, 1e-14);
        Assert.Equal(result.After.LogLoss, result.After.Cost, 1e-14);
        Assert.Equal("temperature 2: log loss 0.6547 -> 0.5623, expected calibration error 0.15 -> ", result.ToString()[..77]);
        Assert.Equal("temperature 2", result.Scaling.ToString());

        double[] p = [0.9, 0.1, 0.5, 0.99];
        result.Scaling.Apply(p, p);
        Assert.Equal([0.75, 0.25, 0.5], p[..3].Select(value => Math.Round(value, 10)));
        Assert.Equal(Math.Sqrt(99) / (1 + Math.Sqrt(99)), p[3], 1e-11);
    }

    [Theory]
    [InlineData(0.99, 52)]
    [InlineData(0.51, 90)]
    [InlineData(0.501, 55)]
    [InlineData(0.999999, 75)]
    [InlineData(0.02, 10)]
    public void Far_temperatures_are_found_too(double p, int right)
    {
        // All outputs are p, and right of 100 labels are 1: calibrated, p is right / 100.
        double[] y = [.. Enumerable.Range(0, 100).Select(i => i < right ? 1.0 : 0.0)];
        double expected = Math.Log(p / (1 - p)) / Math.Log(right / (100.0 - right));
        Assert.Equal(1.0, Fitted([.. Enumerable.Repeat(p, 100)], y).Temperature / expected, 1e-9);
    }

    [Fact]
    public void Classes_of_a_softmax_are_calibrated_by_their_shares()
    {
        // Rows proportional to 16 : 1 : 1 that are right two times of three, and wrong alike: calibrated 4 : 1 : 1, so T = ln 16 / ln 4 = 2.
        double[] row = [16.0 / 18.0, 1.0 / 18.0, 1.0 / 18.0];
        Dataset<double> data = Dataset<double>.FromRows([.. Enumerable.Repeat(row, 6).SelectMany(r => r)], 3, [0, 0, 0, 0, 1, 2], 3);
        TemperatureScalingResult result = TemperatureScaling.Fit(new GivenClasses<double>(), data);
        Assert.Equal(2.0, result.Temperature, 1e-11);
        Assert.Equal((result.Before.Accuracy, 4.0 / 6.0), (result.After.Accuracy, result.After.Accuracy));
        double[] calibrated = new double[3];
        result.Scaling.Apply(row, calibrated);
        Assert.Equal([4.0 / 6.0, 1.0 / 6.0, 1.0 / 6.0], calibrated.Select(p => Math.Round(p, 11)), (a, b) => Math.Abs(a - b) < 1e-10);
        Assert.Equal(16.0 / 18.0, row[0]);
    }

    [Fact]
    public void A_row_of_zeros_becomes_equal_probabilities()
    {
        double[] rows = [0.0, 0.0, 0.0, 0.5, 0.25, 0.25];
        double[] calibrated = new double[6];
        new TemperatureScaling(GivenClasses<double>.Description, 2.0).Apply(rows, calibrated);
        Assert.Equal([1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0], calibrated[..3]);
        Assert.Equal(Math.Sqrt(0.5) / (Math.Sqrt(0.5) + 1.0), calibrated[3], 1e-15);

        float[] zeros = new float[3];
        new TemperatureScaling(GivenClasses<float>.Description, 0.5).Apply(zeros, zeros);
        Assert.Equal([1f / 3f, 1f / 3f, 1f / 3f], zeros);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_temperature_has_a_lower_log_loss(int seed)
    {
        var random = new Random(seed);
        double[] shares = Given.Shares(random, 60), labels = Given.Probabilities(random, 3 * 60), truth = Given.ZerosAndOnes(random, 3 * 60);
        int[] classes = [.. shares.Chunk(3).Select(row => random.Next(3) == 0 ? Array.IndexOf(row, row.Max()) : random.Next(3))];
        double T = TemperatureScaling.Fit(new GivenClasses<double>(), Dataset<double>.FromRows(shares, 3, classes, 3)).Temperature;
        RequireLeast(T, t => shares.Chunk(3).Select((row, i) => SoftmaxLoss(row, classes[i], t)).Average());

        T = TemperatureScaling.Fit(new GivenLabels<double>(), Dataset<double>.FromRows(labels, 3, truth, 3)).Temperature;
        RequireLeast(T, t => labels.Select((p, i) => SigmoidLoss(p, truth[i], t)).Average());
    }

    [Fact]
    public void Single_precision_finds_the_same()
    {
        var random = new Random(7);
        double[] shares = Given.Shares(random, 80);
        int[] classes = [.. shares.Chunk(3).Select(row => random.Next(2) == 0 ? Array.IndexOf(row, row.Max()) : random.Next(3))];
        TemperatureScalingResult twice = TemperatureScaling.Fit(new GivenClasses<double>(), Dataset<double>.FromRows(shares, 3, classes, 3));
        TemperatureScalingResult once = TemperatureScaling.Fit(
            new GivenClasses<float>(), Dataset<float>.FromRows(Given.Converted<float>(shares), 3, classes, 3));
        Assert.Equal(twice.Temperature, once.Temperature);
        Assert.Equal(twice.After.Cost, once.After.Cost);
        Assert.Equal(twice.After.LogLoss, once.After.LogLoss, 1e-7);
    }

    [Fact]
    public void Predictions_that_are_all_right_take_the_least_temperature_and_all_wrong_the_greatest()
    {
        Assert.Equal(TemperatureScaling.LeastTemperature, Fitted([0.9, 0.2], [1, 0]).Temperature);
        Assert.Equal(TemperatureScaling.GreatestTemperature, Fitted([0.9, 0.2], [0, 1]).Temperature);
        Assert.Equal(TemperatureScaling.LeastTemperature, Fitted([0.6], [1]).Temperature);
    }

    [Fact]
    public void Where_each_temperature_is_as_good_it_is_1()
    {
        Assert.Equal(1.0, Fitted([0.5, 0.5], [1, 0]).Temperature);
        Assert.Equal(1.0, Fitted([double.NaN], [1]).Temperature);
        Dataset<double> data = Dataset<double>.FromRows([0.25, 0.25, 0.25], 3, [1], 3);
        Assert.Equal(1.0, TemperatureScaling.Fit(new GivenClasses<double>(), data).Temperature);
    }

    [Fact]
    public void Outputs_that_are_NaN_are_left_out_and_stay_NaN()
    {
        TemperatureScalingResult result = Fitted([0.9, 0.9, double.NaN, 0.9, 0.9], [1, 1, 0, 1, 0]);
        Assert.Equal(2.0, result.Temperature, 1e-11);
        Assert.Equal((1, 1), (result.Before.Undecided, result.After.Undecided));
        Assert.True(double.IsNaN(result.After.Cost) && double.IsNaN(result.After.LogLoss));
        double[] p = [double.NaN, 0.9];
        result.Scaling.Apply(p, p);
        Assert.True(double.IsNaN(p[0]) && Math.Abs(p[1] - 0.75) < 1e-11);
    }

    [Fact]
    public void Outputs_rounded_to_0_and_1_are_taken_for_their_neighbours()
    {
        // In float, the greatest number below 1 is 1 - 2^-24, and the least normal one 2^-126.
        var scaling = new TemperatureScaling(GivenBinary<float>.Description, 2.0);
        float[] p = [1f, 0f];
        scaling.Apply(p, p);
        Assert.Equal(1.0 / (1.0 + Math.Sqrt(Math.Pow(2, -24) / (1 - Math.Pow(2, -24)))), p[0], 1e-7);
        Assert.Equal(Math.Pow(2, -63), p[1], 1e-25);

        var softmax = new TemperatureScaling(GivenClasses<double>.Description, 2.0);
        double[] row = [1.0, 0.0, 0.0];
        softmax.Apply(row, row);
        Assert.Equal(Math.Pow(2, -511), row[1], 1e-165);
        Assert.Equal(1.0, row[0]);

        // Certain and wrong, once of four: finite, however far.
        TemperatureScalingResult result = Fitted([1, 1, 1, 1], [1, 1, 1, 0]);
        Assert.Equal(Math.Log(Math.Pow(2, 53) - 1) / Math.Log(3), result.Temperature, 1e-9);
    }

    [Fact]
    public void A_temperature_of_1_changes_rounding_alone()
    {
        var random = new Random(2);
        double[] shares = Given.Shares(random, 20), calibrated = new double[60];
        new TemperatureScaling(GivenClasses<double>.Description, 1.0).Apply(shares, calibrated);
        Assert.All(shares.Zip(calibrated), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
    }

    [Fact]
    public void Any_loss_of_a_softmax_is_measured_as_the_network_does()
    {
        var network = new Kinds.SharedNet<double>();
        network.Initialize(3);
        Dataset<double> data = Dataset<double>.FromRows([0.5, -1.0, 2.0, 0.25, -0.75, 1.5, 1.0, 1.0], 2, [0, 1, 2, 0], 3);
        TemperatureScalingResult result = TemperatureScaling.Fit(network, data);
        double[] outputs = new double[12];
        network.Predict(data.X, outputs);
        result.Scaling.Apply(outputs, outputs);
        double expected = 0.0;
        for (int i = 0; i < outputs.Length; i++)
        {
            expected += (outputs[i] - data.Y[i]) * (outputs[i] - data.Y[i]) / 2.0 / 4.0;
        }

        Assert.Equal(expected, result.After.Cost, 1e-14);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        NetworkDescription description = GivenClasses<double>.Description;
        Assert.StartsWith(
            "temperature is 0, but must be a finite number above 0.",
            Assert.Throws<ArgumentOutOfRangeException>("temperature", () => new TemperatureScaling(description, 0.0)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("temperature", () => new TemperatureScaling(description, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("temperature", () => new TemperatureScaling(description, double.PositiveInfinity));
        const string NoClassifier = "GivenNumbers ends with Linear and SquaredError, which is a regression: a temperature is for probabilities, "
            + "of a softmax or of sigmoids with binary cross-entropy.";
        Assert.StartsWith(
            NoClassifier,
            Assert.Throws<ArgumentException>("network", () => new TemperatureScaling(GivenNumbers<double>.Description, 2.0)).Message);
        Dataset<double> numbers = Dataset<double>.FromRows([1.0, 2.0], 2, [1.0, 2.0], 2);
        Assert.StartsWith(
            NoClassifier, Assert.Throws<ArgumentException>("network", () => TemperatureScaling.Fit(new GivenNumbers<double>(), numbers)).Message);
        Assert.StartsWith(
            "validation has examples of 2 inputs, but GivenBinary takes 1.",
            Assert.Throws<ArgumentException>("validation", () => TemperatureScaling.Fit(new GivenBinary<double>(), numbers)).Message);

        var scaling = new TemperatureScaling(description, 2.0);
        Assert.StartsWith(
            "outputs holds 4 values, but GivenClasses has 3 an example: the length must be a multiple of 3.",
            Assert.Throws<ArgumentException>("outputs", () => scaling.Apply<double>(new double[4], new double[4])).Message);
        Assert.StartsWith(
            "probabilities has room for 2 values, but outputs holds 3: it must hold at least as many.",
            Assert.Throws<ArgumentException>("probabilities", () => scaling.Apply<double>(new double[3], new double[2])).Message);
        Assert.StartsWith(
            "outputs holds -0.5 at 1, but a probability lies between 0 and 1: pass what Predict of GivenClasses gives.",
            Assert.Throws<ArgumentException>("outputs", () => scaling.Apply<double>([0.5, -0.5, 1.0], new double[3])).Message);
        double[] memory = new double[6];
        Assert.StartsWith(
            "probabilities overlaps outputs in part",
            Assert.Throws<ArgumentException>("probabilities", () => scaling.Apply<double>(memory.AsSpan(0, 3), memory.AsSpan(1))).Message);
    }

    private static TemperatureScalingResult Fitted(double[] yhat, double[] y) =>
        TemperatureScaling.Fit(new GivenBinary<double>(), Dataset<double>.FromRows(yhat, 1, y, 1, NonFinite.Keep));

    /// <summary>A minimum within the bounds: further away in steps, the loss grows.</summary>
    private static void RequireLeast(double temperature, Func<double, double> loss)
    {
        Assert.InRange(temperature, TemperatureScaling.LeastTemperature, TemperatureScaling.GreatestTemperature);
        double least = loss(temperature);
        foreach (double factor in new[] { 1.001, 1.01, 1.1, 2.0, 10.0 })
        {
            Assert.True(temperature * factor > TemperatureScaling.GreatestTemperature || loss(temperature * factor) >= least);
            Assert.True(temperature / factor < TemperatureScaling.LeastTemperature || loss(temperature / factor) >= least);
        }
    }

    private static double SoftmaxLoss(double[] row, int actual, double temperature) =>
        -Math.Log(Math.Pow(row[actual], 1 / temperature) / row.Sum(p => Math.Pow(p, 1 / temperature)));

    private static double SigmoidLoss(double p, double y, double temperature)
    {
        double calibrated = 1 / (1 + Math.Exp(-Math.Log(p / (1 - p)) / temperature));
        return -Math.Log(y == 1 ? calibrated : 1 - calibrated);
    }
}
