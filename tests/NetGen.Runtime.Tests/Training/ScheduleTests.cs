using static NetGen.Runtime.Tests.Training.FivePoints;

namespace NetGen.Runtime.Tests.Training;

/// <summary>Schedules of the learning rate against their formulas, and what Fit does with them.</summary>
public class ScheduleTests
{
    [Fact]
    public void Each_schedule_follows_its_formula()
    {
        AssertFollows(Schedule.Constant(0.5), static _ => 0.5);
        AssertFollows(Schedule.Step(3, 0.5), static t => Math.Pow(0.5, Math.Floor(t / 3)));
        AssertFollows(Schedule.Exponential(0.9), static t => Math.Exp(t * Math.Log(0.9)));
        AssertFollows(Schedule.Cosine(8, last: 0.1), static t => t >= 8 ? 0.1 : 0.1 + (0.9 * (1 + Math.Cos(Math.PI * t / 8)) / 2));
        AssertFollows(Schedule.Cosine(), static t => (1 + Math.Cos(Math.PI * t / 20)) / 2);
        AssertFollows(Schedule.Warmup(4, first: 0.2), static t => Math.Min(1, 0.2 + (0.8 * t / 4)));
        AssertFollows(
            Schedule.OneCycle(10, rise: 0.4, first: 0.1, last: 0.01),
            static t => t < 4 ? 0.1 + (0.9 * (1 - Math.Cos(Math.PI * t / 4)) / 2) : 0.01 + (0.99 * (1 + Math.Cos(Math.PI * Math.Min(1, (t - 4) / 6))) / 2));
        AssertFollows(Schedule.Warmup(4) * Schedule.Exponential(0.9), static t => Math.Min(1, t / 4) * Math.Pow(0.9, t));
        AssertFollows(Schedule.Constant(0.5).Then(6, Schedule.Cosine()), static t => t < 6 ? 0.5 : (1 + Math.Cos(Math.PI * (t - 6) / 14)) / 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1.5)]
    public void Restarts_begin_anew_each_time_after_a_longer_while(double growth)
    {
        AssertFollows(Schedule.CosineRestarts(2.5, growth, last: 0.05), t =>
        {
            double start = 0, length = 2.5;
            while (t >= start + length)
            {
                start += length;
                length *= growth;
            }

            return 0.05 + (0.95 * (1 + Math.Cos(Math.PI * (t - start) / length)) / 2);
        });
    }

    [Fact]
    public void A_plateau_lowers_the_rate_after_more_than_patience_epochs_without_a_lower_cost()
    {
        // As ReduceLROnPlateau counts: the first cost is the best; two epochs without improvement are waited for, the third lowers the rate.
        double[] costs = [1, 0.9, 0.9, 0.95, 0.9, 0.91, 0.92, 0.93, 0.5, 0.4999, 0.5, 0.5];
        double[] expected = [1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25, 0.125];
        Schedule schedule = Schedule.OnPlateau(factor: 0.5, patience: 2, threshold: 0.01);
        var records = new List<EpochRecord>();
        Assert.Equal(1, schedule.FactorAt(new ScheduleMoment(0, 20, records)));
        for (int i = 0; i < costs.Length; i++)
        {
            records.Add(new EpochRecord(i, Cost: 7, costs[i]));
            Assert.Equal(expected[i], schedule.FactorAt(new ScheduleMoment(i + 1, 20, records)));
            Assert.Equal(expected[i], schedule.FactorAt(new ScheduleMoment(i + 1, 20, [.. records])));
        }

        Assert.Equal(schedule, Schedule.OnPlateau(factor: 0.5, patience: 2, threshold: 0.01));
        Assert.Equal(0.5, Schedule.OnPlateau(0.5, patience: 0).FactorAt(new ScheduleMoment(2, 20, [new(0, 3, null), new(1, 3, null)])));
    }

    [Fact]
    public void Fit_scales_its_rate_before_each_step_and_gives_the_optimizer_its_own_back()
    {
        var rates = new List<double>();
        var optimizer = new GradientDescent<double>(0.25);
        Dataset<double> data = Points;
        Trainer.Fit(new LogisticNet(), data, ref optimizer, new()
        {
            Epochs = 4,
            BatchSize = 2,
            ProgressInterval = 1,
            LearningRate = 0.5,
            Schedule = Schedule.Warmup(2),
            Progress = new Noted(rates),
        });

        // Three steps an epoch; reported is the rate of the last.
        Assert.Equal([0.5 * (2 / 3.0) / 2, 0.5 * (5 / 3.0) / 2, 0.5, 0.5], rates, static (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal(0.25, optimizer.LearningRate);
    }

    [Fact]
    public void A_training_that_is_continued_has_the_rates_of_one_without_a_stop()
    {
        TrainingOptions options = new() { Epochs = 6, BatchSize = 2, LearningRate = 0.5, Schedule = Schedule.Cosine(6) };
        var whole = new LogisticNet();
        Fit(whole, options);
        var parts = new LogisticNet();
        Fit(parts, options with { Epochs = 2 });
        Fit(parts, options with { FirstEpoch = 2, Epochs = 4 });
        Assert.Equal(whole.Parameters, parts.Parameters);
    }

    [Fact]
    public void A_rate_that_has_fallen_below_all_numbers_of_the_element_type_is_zero()
    {
        var rates = new List<double>();
        var network = new SingleNet();
        Dataset<float> data = Dataset<float>.FromRows([1f, 2f, 3f, 4f], 2, [0f, 1f], 1);
        Trainer.Fit(network, data, new Momentum<float>(0.1), new()
        {
            Epochs = 3,
            ProgressInterval = 1,
            Schedule = Schedule.Exponential(1e-25),
            Progress = new Noted(rates),
        });
        Assert.Equal([0.1, 0.1 * 1e-25, 0], rates, static (a, b) => Math.Abs(a - b) <= 1e-15 * a);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void A_schedule_of_ones_own_that_gives_no_factor_is_refused_with_its_place(double factor)
    {
        string message = Assert.Throws<InvalidOperationException>(
            () => Fit(new LogisticNet(), new() { Epochs = 2, BatchSize = 2, Schedule = new Own(factor) })).Message;
        Assert.Contains(FormattableString.Invariant($"gives {factor} in step 0 of epoch 0, but a factor"), message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_not_be_meant_is_refused_by_name()
    {
        AssertRefused("factor", static () => Schedule.Constant(-1));
        AssertRefused("epochs", static () => Schedule.Step(0));
        AssertRefused("factor", static () => Schedule.Step(1, 1.5));
        AssertRefused("factor", static () => Schedule.Exponential(0));
        AssertRefused("epochs", static () => Schedule.Cosine(double.NaN));
        AssertRefused("last", static () => Schedule.Cosine(5, last: 2));
        AssertRefused("growth", static () => Schedule.CosineRestarts(5, 0.5));
        AssertRefused("first", static () => Schedule.Warmup(5, -0.1));
        AssertRefused("rise", static () => Schedule.OneCycle(5, rise: 1));
        AssertRefused("factor", static () => Schedule.OnPlateau(1));
        AssertRefused("patience", static () => Schedule.OnPlateau(patience: -1));
        AssertRefused("threshold", static () => Schedule.OnPlateau(threshold: 1));
        AssertRefused("epochs", static () => Schedule.Cosine().Then(-1, Schedule.Constant()));
        Assert.Throws<ArgumentNullException>("next", static () => Schedule.Cosine().Then(1, null!));
        Assert.Throws<ArgumentNullException>("b", static () => Schedule.Cosine() * null!);
        Assert.Equal(
            "epochs is 0, but must be a finite number of epochs above 0. (Parameter 'epochs')\nActual value was 0.",
            Assert.Throws<ArgumentOutOfRangeException>(static () => Schedule.Step(0)).Message.ReplaceLineEndings("\n"));

        static void AssertRefused(string parameter, Func<Schedule> make) => Assert.Throws<ArgumentOutOfRangeException>(parameter, make);
    }

    private static void AssertFollows(Schedule schedule, Func<double, double> formula)
    {
        for (int step = 0; step < 200; step++)
        {
            double t = step / 10.0;
            Assert.Equal(formula(t), schedule.FactorAt(new ScheduleMoment(t, 20, [])), 1e-12);
        }
    }

    private sealed record Own(double Factor) : Schedule
    {
        public override double FactorAt(ScheduleMoment moment) => Factor;
    }

    private sealed class Noted(List<double> rates) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => rates.Add(value.LearningRate);
    }
}
