using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Kinds;

/// <summary>Columns that a network standardizes are fitted on the training set, once.</summary>
public sealed class FitStatisticsTests
{
    /// <summary>Column 0 varies, column 1 never does, column 2 varies widely; then the categories.</summary>
    private static readonly Dataset<double> Train = Dataset<double>.FromRows(
        [1.0, 7, 1e10, 0, 0, 3, 7, -1e10, 3, 1, 8, 7, 0, 1, 5], 5, [1.0, 0, 0, 0, 1, 0, 0, 0, 1], 3);

    private static readonly double Deviation = Math.Sqrt((9.0 + 1 + 16) / 3);

    [Fact]
    public void The_mean_and_one_divided_by_the_deviation_of_each_column_are_found()
    {
        NetworkDescription network = EveryKindNet<double>.Description;
        double[] parameters = [.. Enumerable.Range(0, network.ParameterCount).Select(static i => (double)i)];
        double[] fitted = StatisticsFitter.Fit(network, parameters, Train);
        Assert.Equal([4.0, 7.0, 0.0], fitted[..3]);
        Assert.Equal([1 / Deviation, 1.0, 1 / (1e10 * Math.Sqrt(2.0 / 3))], fitted[3..6], static (a, b) => Math.Abs((a / b) - 1) < 1e-15);
        Assert.Equal(parameters[6..], fitted[6..]);
        Assert.Equal(0.0, parameters[0]);
    }

    [Fact]
    public void A_column_is_found_wherever_it_comes_from()
    {
        NetworkDescription network = new(
            "Net",
            [
                new ColumnsDescription(5, 2, 1),
                new ColumnsDescription(5, 0, 2) { Sources = [0] },
                new ConcatDescription([1, 2]) { Sources = [1, 2] },
                new StandardizeDescription(3),
                new StandardizeDescription(5) { Sources = [0], Name = "all" },
                new ConcatDescription([3, 5]) { Sources = [4, 5] },
            ],
            Loss.SquaredError,
            Initializer.He);
        double[] fitted = StatisticsFitter.Fit(network, new double[16], Train);
        Assert.Equal([0.0, 4, 7], fitted[..3]);
        Assert.Equal([4.0, 7, 0, 4.0 / 3, 2], fitted[6..11]);
    }

    [Fact]
    public void A_deviation_that_has_no_quotient_in_the_element_gets_the_largest_number()
    {
        NetworkDescription network = new("Net", [new StandardizeDescription(1)], Loss.SquaredError, Initializer.He);
        Dataset<float> train = Dataset<float>.FromRows([0, 1e-44f], 1, [0f, 0f], 1);
        Assert.Equal(float.MaxValue, StatisticsFitter.Fit<float>(network, [0f, 1f], train)[1]);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        NetworkDescription network = EveryKindNet<double>.Description;
        double[] parameters = new double[network.ParameterCount];
        Assert.Throws<ArgumentException>("parameters", () => StatisticsFitter.Fit(network, [1.0], Train));
        Assert.StartsWith(
            "train has examples of 1 input, but EveryKindNet takes 5.",
            Assert.Throws<ArgumentException>(
                "train", () => StatisticsFitter.Fit(network, parameters, Dataset<double>.FromRows([1], 1, [1.0, 0, 0], 3))).Message);
        Assert.StartsWith(
            "train holds 4 in row 0, column 3, but column 3 of EveryKindNet is a category: 0 to 3.",
            Assert.Throws<ArgumentException>(
                "train", () => StatisticsFitter.Fit(network, parameters, Dataset<double>.FromRows([1, 2, 3, 4, 5], 5, [1.0, 0, 0], 3))).Message);
    }

    [Fact]
    public void Training_fits_what_has_not_been_fitted_and_nothing_twice()
    {
        EveryKindNet<double> network = new();
        TrainingOptions once = new() { Epochs = 1 };
        Trainer.Fit(network, Train, new GradientDescent<double>(0.01), once);
        Assert.Equal([4.0, 7.0, 0.0], network.Parameters[..3].ToArray());
        Assert.Equal(1 / Deviation, network.Parameters[3], 1e-15);

        Dataset<double> others = Dataset<double>.FromRows([10, 0, 3, 0, 0, 20, 1, 4, 1, 1], 5, [1.0, 0, 0, 0, 1, 0], 3);
        Trainer.Fit(network, others, new GradientDescent<double>(0.01), once);
        Assert.Equal([4.0, 7.0, 0.0], network.Parameters[..3].ToArray());
    }

    [Fact]
    public void Training_fits_what_is_frozen_where_nothing_else_has_given_it_values()
    {
        FrozenScaleNet network = new();
        FitOnce(network);
        Assert.Equal([2.0, 1.0], network.Parameters[..2].ToArray());
    }

    [Fact]
    public void Training_leaves_the_statistics_of_parameters_that_were_set()
    {
        FrozenScaleNet network = new();
        network.SetParameters([0, 1, 0.5, 0]);
        FitOnce(network);
        Assert.Equal([0.0, 1.0], network.Parameters[..2].ToArray());
    }

    [Fact]
    public void Training_leaves_the_statistics_with_which_steps_have_trained()
    {
        FrozenScaleNet network = new();
        network.Initialize(1);
        var descent = new GradientDescent<double>(0.1);
        network.TrainStep([1, 3], [1, 2], ref descent);
        FitOnce(network);
        Assert.Equal([0.0, 1.0], network.Parameters[..2].ToArray());

        network.Initialize(1);
        FitOnce(network);
        Assert.Equal([2.0, 1.0], network.Parameters[..2].ToArray());
    }

    private static void FitOnce(FrozenScaleNet network) =>
        Trainer.Fit(network, Dataset<double>.FromRows([1, 3], 1, [1.0, 2], 1), new GradientDescent<double>(0.1), new() { Epochs = 1 });

    private sealed class FrozenScaleNet : GraphNetwork<FrozenScaleNet, double>, INetwork<FrozenScaleNet, double>
    {
        public static NetworkDescription Description { get; } = new(
            "FrozenScaleNet",
            [new StandardizeDescription(1) { IsFrozen = true }, new DenseDescription(1, 1, Activation.Linear)],
            Loss.SquaredError,
            Initializer.He);

        public static int InputSize => 1;

        public static int OutputSize => 1;

        public static int ParameterCount => 4;
    }
}
