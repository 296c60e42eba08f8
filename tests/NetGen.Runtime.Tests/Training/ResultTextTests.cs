using System.Globalization;

namespace NetGen.Runtime.Tests.Training;

/// <summary>Results print as one short line, the same under every culture.</summary>
public sealed class ResultTextTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    public ResultTextTests()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NegativeSign) = (",", "\u2212");
        CultureInfo.CurrentCulture = culture;
    }

    public void Dispose() => CultureInfo.CurrentCulture = before;

    [Fact]
    public void A_result_says_how_it_ended_and_what_it_reached()
    {
        var result = new TrainingResult
        {
            End = TrainingEnd.Completed,
            Epochs = 100,
            Steps = 4500,
            History = new([new(0, 2.3025851, 2.5), new(99, 0.0123456, 0.06)]),
            Divergence = null,
            ParametersEpoch = 80,
            BestEpoch = 80,
            BestValidationCost = 0.0567,
            Elapsed = TimeSpan.FromMilliseconds(1500),
        };
        Assert.Equal("completed after 100 epochs, 4500 steps, 1.5 s: cost 2.303 -> 0.01235, validation cost 0.0567 in epoch 80", result.ToString());
        Assert.Equal(
            "cancelled after 1 epoch, 1 step, 0.0 s",
            (result with { End = TrainingEnd.Cancelled, Epochs = 1, Steps = 1, History = new([]), BestEpoch = null, Elapsed = TimeSpan.Zero }).ToString());
        Assert.Equal(
            "diverged (in epoch 7 W2[0, 3] is NaN; the parameters are those of epoch 80) after 7 epochs, 4500 steps, 1.5 s: cost 2.303 -> 0.01235",
            (result with { End = TrainingEnd.Diverged, Epochs = 7, Divergence = new(7, "W2[0, 3] is NaN"), BestEpoch = null }).ToString());
    }

    [Fact]
    public void Records_and_reports_say_the_epoch_and_its_costs()
    {
        Assert.Equal("epoch 12: cost 0.1235", new EpochRecord(12, 0.12345, null).ToString());
        Assert.Equal("epoch 12: cost 0.1235, validation cost 0.5", new EpochRecord(12, 0.12345, 0.5).ToString());
        Assert.Equal(
            "epoch 12 (3 of 100): cost 0.1235, validation cost 0.5, rate 0.001, 1.25 s",
            new TrainingProgress(
                new(12, 0.12345, 0.5) { Steps = 30, LearningRate = 0.001, Elapsed = TimeSpan.FromSeconds(1.25) }, Epochs: 100, FirstEpoch: 10).ToString());
    }

    [Fact]
    public void Options_say_what_they_ask_for()
    {
        Assert.Equal("100 epochs, batches of 32, shuffled from seed 0, the optimizer's rate", new TrainingOptions().ToString());
        Assert.Equal(
            "1 epoch from 5 on, the whole set in each step, rate 0.0075, validation on 2 examples, at most 1 thread",
            new TrainingOptions
            {
                Epochs = 1,
                FirstEpoch = 5,
                BatchSize = null,
                LearningRate = 0.0075,
                Validation = Dataset<float>.FromRows([1f, 2f], 1, [0, 1], 1),
                Threads = 1,
            }.ToString());
        Assert.Equal("100 epochs, batches of 8, in order, the optimizer's rate", new TrainingOptions { BatchSize = 8, Shuffle = false }.ToString());
    }

    [Fact]
    public void The_time_left_of_an_endless_training_is_the_longest_there_is()
    {
        var progress = new TrainingProgress(new(0, 0.5, null) { Steps = 1, LearningRate = 0.1, Elapsed = TimeSpan.FromHours(1) }, int.MaxValue);
        Assert.Equal(TimeSpan.MaxValue, progress.Remaining);
    }
}
