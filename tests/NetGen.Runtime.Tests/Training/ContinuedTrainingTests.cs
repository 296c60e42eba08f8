namespace NetGen.Runtime.Tests.Training;

/// <summary>Trainings that go on where another stopped, and trainings without an end.</summary>
public class ContinuedTrainingTests
{
    private static Dataset<double> Points(int count)
    {
        var random = new Random(5);
        double[] x = [.. Enumerable.Range(0, 2 * count).Select(_ => random.NextDouble() - 0.5)];
        return Dataset<double>.FromRows(x, 2, [.. Enumerable.Range(0, count).Select(i => x[2 * i] > x[(2 * i) + 1] ? 1 : 0)], 1);
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(7, false)]
    [InlineData(null, true)]
    [InlineData(1, true)]
    public void Five_times_ten_epochs_are_fifty_epochs_bit_for_bit(int? batchSize, bool shuffle)
    {
        Dataset<double> data = Points(31);
        var options = new TrainingOptions { Epochs = 50, BatchSize = batchSize, Shuffle = shuffle, Seed = 3, ProgressInterval = 10 };
        LogisticNet whole = new(), parts = new();
        TrainingResult expected = Trainer.Fit(whole, data, new GradientDescent<double>(0.5), options);
        List<EpochRecord> records = [];
        for (int first = 0; first < 50; first += 10)
        {
            records.AddRange(Trainer.Fit(parts, data, new GradientDescent<double>(0.5), options with { Epochs = 10, FirstEpoch = first }).History);
        }

        Assert.Equal(whole.Parameters.ToArray(), parts.Parameters.ToArray());
        Assert.Equal(expected.History.Where(record => record.Epoch % 10 == 0).Select(Costs), records.Where(record => record.Epoch % 10 == 0).Select(Costs));
        Assert.Equal([0, 9, 10, 19, 20, 29, 30, 39, 40, 49], records.Select(record => record.Epoch));
    }

    [Fact]
    public void Without_its_number_an_epoch_deals_the_batches_of_the_first_one_again()
    {
        Dataset<double> data = Points(31);
        var options = new TrainingOptions { Epochs = 10, BatchSize = 7 };
        LogisticNet again = new(), further = new();
        foreach (int first in new[] { 0, 10 })
        {
            Trainer.Fit(again, data, new GradientDescent<double>(0.5), options);
            Trainer.Fit(further, data, new GradientDescent<double>(0.5), options with { FirstEpoch = first });
        }

        Assert.NotEqual(again.Parameters.ToArray(), further.Parameters.ToArray());
    }

    [Fact]
    public void Progress_and_the_best_epoch_follow_the_number_of_the_first_epoch()
    {
        Dataset<double> data = Points(31);
        List<TrainingProgress> reports = [];
        var options = new TrainingOptions { FirstEpoch = 20, Epochs = 4, ProgressInterval = 1, Validation = data, Progress = new Reports(reports) };
        TrainingResult result = Trainer.Fit<LogisticNet, double>(new LogisticNet(), data, options);
        Assert.Equal([20, 21, 22, 23], reports.Select(report => report.Epoch));
        Assert.Equal([0.25, 0.5, 0.75, 1.0], reports.Select(report => report.Fraction));
        Assert.Equal((4, 23), (result.Epochs, result.BestEpoch));
    }

    [Fact]
    public void Epochs_beyond_the_greatest_number_are_refused()
    {
        var options = new TrainingOptions { FirstEpoch = 1, Epochs = int.MaxValue };
        Assert.StartsWith(
            "FirstEpoch is 1 and Epochs is 2147483647: their sum, the end of the numbers of the epochs, must be at most 2147483647.",
            Assert.Throws<ArgumentException>("options", () => Trainer.Fit<LogisticNet, double>(new LogisticNet(), Points(3), options)).Message);
        options = new TrainingOptions { FirstEpoch = int.MaxValue - 2, Epochs = 2 };
        Assert.Equal(
            [int.MaxValue - 2, int.MaxValue - 1],
            Trainer.Fit<LogisticNet, double>(new LogisticNet(), Points(3), options).History.Select(record => record.Epoch));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(null)]
    public void A_training_without_an_end_takes_memory_for_what_is_run_only(int? interval)
    {
        using var source = new CancellationTokenSource();
        int steps = 0;
        var network = new LogisticNet
        {
            OnStep = _ =>
            {
                if (++steps == 1000)
                {
                    source.Cancel();
                }
            },
        };
        var options = new TrainingOptions { Epochs = int.MaxValue, ProgressInterval = interval };
        long before = GC.GetAllocatedBytesForCurrentThread();
        TrainingResult result = Trainer.Fit(network, Points(3), new GradientDescent<double>(), options, source.Token);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // The stand-in copies the three examples of each step for its observer.
        Assert.InRange(allocated, 0, 1_000_000);
        Assert.Equal((TrainingEnd.Cancelled, 1000), (result.End, result.Epochs));
        Assert.Equal(interval is null ? 1 : 1000 / interval, result.History.Count);
    }

    private static (int Epoch, double Cost) Costs(EpochRecord record) => (record.Epoch, record.Cost);

    private sealed class Reports(List<TrainingProgress> reports) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => reports.Add(value);
    }
}
