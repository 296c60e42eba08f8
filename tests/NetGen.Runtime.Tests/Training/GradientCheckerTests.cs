namespace NetGen.Runtime.Tests.Training;

public class GradientCheckerTests
{
    private static readonly double[] X = [1.0, 2.0, -1.0, 0.5, 0.25, -2.0];
    private static readonly double[] Y = [1.0, 0.0, 0.0];

    [Fact]
    public void Right_gradients_agree()
    {
        GradientCheckResult result = GradientChecker.Check<LogisticNet, double>(Logistic(), X, Y);
        Assert.True(result.Passed);
        Assert.InRange(result.RelativeError, 0.0, 1e-9);
        Assert.Equal((3, 1e-5), (result.Checked, result.Step));
        Assert.StartsWith("Gradients agree: relative error ", result.ToString());

        var softmax = new SoftmaxNet();
        softmax.Initialize(1);
        Assert.True(GradientChecker.Check<SoftmaxNet, double>(softmax, X, [1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0]).Passed);
    }

    [Fact]
    public void A_wrong_gradient_is_found_and_named()
    {
        var network = new SoftmaxNet { Mistake = (3, 0.01) };
        network.Initialize(1);
        GradientCheckResult result = GradientChecker.Check<SoftmaxNet, double>(network, X, [1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0]);
        Assert.False(result.Passed);
        GradientDifference worst = result.Worst!.Value;
        Assert.Equal((3, 1, "W1[1, 1]"), (worst.Index, worst.Layer, worst.Name));
        Assert.Equal(0.01, worst.Analytic - worst.Numeric, 1e-8);
        Assert.Contains("DISAGREE", result.ToString());
        Assert.Contains("worst W1[1, 1]: ", result.ToString());
    }

    [Fact]
    public void A_wrong_bias_gradient_is_named_as_one()
    {
        LogisticNet network = Logistic(new LogisticNet { Mistake = (2, 0.01) });
        Assert.Equal("b1[0]", GradientChecker.Check<LogisticNet, double>(network, X, Y).Worst!.Value.Name);
    }

    [Fact]
    public void A_gradient_that_is_not_a_number_is_found()
    {
        GradientCheckResult result = GradientChecker.Check<LogisticNet, double>(Logistic(new LogisticNet { Mistake = (1, double.NaN) }), X, Y);
        Assert.False(result.Passed);
        Assert.Equal("W1[0, 1]", result.Worst!.Value.Name);
    }

    [Fact]
    public void Single_precision_is_checked_against_double_with_a_wider_tolerance()
    {
        var network = new SingleNet();
        network.SetParameters([0.3f, -0.7f, 0.1f]);
        GradientCheckResult result = GradientChecker.Check<SingleNet, float>(network, [1f, 2f, -1f, 0.5f, 0.25f, -2f], [1f, 0f, 0f]);
        Assert.True(result.Passed);
        Assert.InRange(result.RelativeError, 1e-12, 1e-6);
        Assert.Equal(1e-4, result.Tolerance);
    }

    [Fact]
    public void The_parameters_are_the_same_afterwards()
    {
        LogisticNet network = Logistic();
        GradientChecker.Check<LogisticNet, double>(network, X, Y);
        Assert.Equal([0.3, -0.7, 0.1], network.Parameters.ToArray());
    }

    [Fact]
    public void Of_many_parameters_a_sample_is_checked_that_follows_the_seed()
    {
        double[] x = [.. Enumerable.Range(0, 50).Select(i => (i % 7) - 3.0)];
        double[] y = [.. Enumerable.Range(0, 50).Select(i => i % 3 * 1.0)];
        var network = new WideNet();
        network.Initialize(1);
        GradientCheckResult result = GradientChecker.Check<WideNet, double>(network, x, y);
        Assert.True(result.Passed);
        Assert.Equal(2000, result.Checked);
        Assert.Equal(result, GradientChecker.Check<WideNet, double>(network, x, y));

        // Samples of one parameter: the worst one is the sample.
        IEnumerable<int> samples = Enumerable.Range(0, 20)
            .Select(seed => GradientChecker.Check<WideNet, double>(network, x, y, seed, sampleSize: 1).Worst!.Value.Index);
        Assert.True(samples.Distinct().Count() > 10);
    }

    [Fact]
    public void Gradients_that_are_all_zero_agree()
    {
        var network = new LinearNet();
        network.SetParameters([1.0, 1.0, 0.0, 0.0]);
        Assert.Equal(0.0, GradientChecker.Check<LinearNet, double>(network, [0.0], [0.0, 0.0]).RelativeError, 1e-12);
    }

    [Fact]
    public void A_parameter_at_a_kink_has_no_slope_to_compare_with()
    {
        // x1 w1 + x2 w2 + b is 0 for the first example, so that any move crosses the kink of its ReLU; but x2 is 0, so that w2 moves nothing.
        var network = new ReluNet();
        network.SetParameters([1.0, 1.0, -1.0]);
        GradientCheckResult result = GradientChecker.Check<ReluNet, double>(network, [1.0, 0.0, 2.0, 1.0], [0.0, 1.0]);
        Assert.Equal((1, 2, "W1[0, 1]"), (result.Checked, result.Skipped, result.Worst!.Value.Name));
        Assert.True(result.Passed);
    }

    [Fact]
    public void An_absolute_error_is_checked_beside_its_kink_and_skipped_on_it()
    {
        var network = new AbsoluteNet();
        network.SetParameters([2.0, 0.5]);
        Assert.Equal((2, true), (Check(3.0).Checked, Check(3.0).Passed));
        Assert.Equal((0, false), (Check(2.5).Checked, Check(2.5).Passed));

        GradientCheckResult Check(double label) => GradientChecker.Check<AbsoluteNet, double>(network, [1.0], [label]);
    }

    [Fact]
    public void Where_nothing_can_be_checked_nothing_has_passed()
    {
        var network = new ReluNet();
        network.SetParameters([0.0, 0.0, 0.0]);
        GradientCheckResult result = GradientChecker.Check<ReluNet, double>(network, [1.0, 1.0], [1.0]);
        Assert.Equal((0, 3, false), (result.Checked, result.Skipped, result.Passed));
        Assert.Null(result.Worst);
        Assert.StartsWith("Gradients could not be checked: 3 parameters of 3 sit at a kink", result.ToString());
    }

    [Fact]
    public void What_cannot_be_checked_is_refused()
    {
        Assert.StartsWith(
            "LogisticNet has no parameters yet",
            Assert.Throws<InvalidOperationException>(() => GradientChecker.Check<LogisticNet, double>(new LogisticNet(), X, Y)).Message);
        Assert.Throws<ArgumentException>("y", () => GradientChecker.Check<LogisticNet, double>(Logistic(), X, [1.0]));
        Assert.Throws<ArgumentOutOfRangeException>("sampleSize", () => GradientChecker.Check<LogisticNet, double>(Logistic(), X, Y, sampleSize: 0));
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void A_parameter_that_is_not_finite_is_named_and_nothing_has_passed(double value, string text)
    {
        var network = new SoftmaxNet();
        network.SetParameters([1, 2, 3, value, 5, 6, 7, 8, value]);
        GradientCheckResult result = GradientChecker.Check<SoftmaxNet, double>(network, X, [1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0]);
        Assert.Equal((false, 0, 0), (result.Passed, result.Checked, result.Skipped));
        Assert.Null(result.Worst);
        Assert.Equal($"Gradients could not be checked: W1[1, 1] of SoftmaxNet is {text}.", result.ToString());
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Examples_and_labels_that_are_not_finite_are_refused_with_row_and_column(double value, string text)
    {
        Assert.StartsWith(
            $"x holds {text} in row 1, column 1 ",
            Assert.Throws<ArgumentException>("x", () => GradientChecker.Check<LogisticNet, double>(Logistic(), [1, 2, 3, value, 5, 6], Y)).Message);
        Assert.StartsWith(
            $"y holds {text} in row 2, column 0 ",
            Assert.Throws<ArgumentException>("y", () => GradientChecker.Check<LogisticNet, double>(Logistic(), X, [1, 0, value])).Message);
    }

    [Fact]
    public void A_cost_that_overflows_is_named_and_nothing_has_passed()
    {
        var network = new LinearNet();
        network.SetParameters([1e200, 1.0, 0.0, 0.0]);
        GradientCheckResult result = GradientChecker.Check<LinearNet, double>(network, [1e100], [0.0, 0.0]);
        Assert.False(result.Passed);
        Assert.StartsWith("Gradients could not be checked: the cost of LinearNet is Infinity", result.ToString());
    }

    [Fact]
    public void The_step_is_an_argument_and_that_of_courses_gives_their_numbers()
    {
        const double step = 1e-7;
        GradientCheckResult result = GradientChecker.Check<LogisticNet, double>(Logistic(), X, Y, step: step);
        Assert.Equal((true, step), (result.Passed, result.Step));
        Assert.InRange(result.RelativeError, 0, 1e-7);

        // (J(b + step) - J(b - step)) / (2 step), of the cost as the network itself computes it.
        GradientDifference bias = GradientChecker.Check<LogisticNet, double>(Logistic(new LogisticNet { Mistake = (2, 0.01) }), X, Y, step: step).Worst!.Value;
        LogisticNet above = new(), below = new();
        above.SetParameters([0.3, -0.7, 0.1 + step]);
        below.SetParameters([0.3, -0.7, 0.1 - step]);
        Assert.Equal("b1[0]", bias.Name);
        Assert.Equal((above.Cost(X, Y) - below.Cost(X, Y)) / (2 * step), bias.Numeric, 1e-8);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1e-5)]
    [InlineData(1e-11)]
    [InlineData(0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_step_that_tells_nothing_is_refused(double step) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(step), () => GradientChecker.Check<LogisticNet, double>(Logistic(), X, Y, step: step));

    [Theory]
    [InlineData(1e-7)]
    [InlineData(1e-6)]
    [InlineData(1e-5)]
    [InlineData(1e-4)]
    [InlineData(1e-3)]
    public void Right_gradients_agree_and_a_wrong_one_is_found_with_any_step(double step)
    {
        Assert.True(GradientChecker.Check<LogisticNet, double>(Logistic(), X, Y, step: step).Passed);
        Assert.False(GradientChecker.Check<LogisticNet, double>(Logistic(new LogisticNet { Mistake = (0, 1e-5) }), X, Y, step: step).Passed);
    }

    [Fact]
    public void A_fault_of_a_millionth_is_found_in_one_parameter()
    {
        foreach (int index in new[] { 0, 1, 2 })
        {
            foreach (double error in new[] { 1e-6, -1e-6 })
            {
                GradientCheckResult result = GradientChecker.Check<LogisticNet, double>(Logistic(new LogisticNet { Mistake = (index, error) }), X, Y);
                Assert.Equal((false, 1, index), (result.Passed, result.Wrong, result.Worst!.Value.Index));
            }
        }
    }

    private static LogisticNet Logistic(LogisticNet? network = null)
    {
        network ??= new LogisticNet();
        network.SetParameters([0.3, -0.7, 0.1]);
        return network;
    }
}
