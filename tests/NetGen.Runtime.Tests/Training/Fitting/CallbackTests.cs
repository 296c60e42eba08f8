using NetGen.Runtime.Tests.Data;
using static NetGen.Runtime.Tests.Training.FivePoints;

namespace NetGen.Runtime.Tests.Training.Fitting;

/// <summary>What callbacks are told, and what they can do.</summary>
public class CallbackTests
{
    [Fact]
    public void A_callback_is_told_everything_in_order()
    {
        var notes = new Notes();
        Fit(new LogisticNet(), new() { Epochs = 2, BatchSize = 3, Callback = notes, LearningRate = 0.25 });
        Assert.Equal(
            ["start 0/0 0", "step 0/1 1", "step 0/2 2", "epoch 0/2 2, 1 recorded", "step 1/1 3", "step 1/2 4", "epoch 1/2 4, 2 recorded", "end Completed"],
            notes);
        Assert.Equal(0.25, notes.LastRate);
    }

    [Theory]
    [InlineData("step 1/1 3", 1, 3L)]
    [InlineData("step 1/2 4", 2, 4L)]
    [InlineData("epoch 1/2 4, 2 recorded", 2, 4L)]
    [InlineData("start 0/0 0", 0, 0L)]
    public void A_callback_stops_after_the_batch_or_the_epoch(string moment, int epochs, long steps)
    {
        var notes = new Notes { At = moment, Do = context => context.Stop() };
        TrainingResult result = Fit(new LogisticNet(), new() { Epochs = 9, BatchSize = 3, ProgressInterval = 1, Callback = notes });
        Assert.Equal((TrainingEnd.Stopped, epochs, steps, null), (result.End, result.Epochs, result.Steps, result.Failure));
        Assert.StartsWith("stopped by a callback", result.ToString(), StringComparison.Ordinal);
        Assert.Equal("end Stopped", notes.Last());
    }

    [Theory]
    [InlineData("start 0/0 0")]
    [InlineData("step 0/2 2")]
    [InlineData("epoch 0/2 2, 1 recorded")]
    public void What_a_callback_throws_is_in_the_result_and_the_best_parameters_are_kept(string moment)
    {
        var notes = new Notes { At = moment, Do = _ => throw new FormatException("Ink is out.") };
        var network = new LogisticNet();
        TrainingResult result = Fit(network, new() { Epochs = 9, BatchSize = 3, ProgressInterval = 1, Callback = notes, Validation = Points });
        Assert.Equal((TrainingEnd.CallbackFailed, "Ink is out."), (result.End, result.Failure?.Message));
        Assert.Equal(result.BestValidationCost, result.BestEpoch is null ? null : network.Cost(X, Y));
        Assert.Equal("end CallbackFailed", notes.Last());
    }

    [Fact]
    public void What_a_callback_throws_at_the_end_is_in_the_result()
    {
        var notes = new Notes { At = "end Completed", Do = _ => throw new FormatException("Ink is out.") };
        TrainingResult result = Fit(new LogisticNet(), new() { Epochs = 2, Callback = notes });
        Assert.Equal((TrainingEnd.CallbackFailed, "Ink is out.", 2), (result.End, result.Failure?.Message, result.Epochs));
    }

    [Fact]
    public void With_everything_on_no_batch_allocates()
    {
        var meter = new Meter();
        double[] x = [.. Enumerable.Range(0, 2000).Select(i => Math.Sin(i))], y = [.. Enumerable.Range(0, 1000).Select(i => i % 2)];
        Dataset<double> many = Dataset<double>.FromRows(x, 2, y, 1);
        using TemporaryFolder folder = new();
        Trainer.Fit<LogisticNet, double>(new LogisticNet(), many, new()
        {
            Epochs = 1,
            BatchSize = 2,
            AccumulateBatches = 2,
            ClipNorm = 1.0,
            ClipValue = 0.5,
            L2Penalty = 0.01,
            WeightDecay = 0.01,
            AverageDecay = 0.9,
            Schedule = Schedule.Warmup(0.5) * Schedule.Cosine(),
            Validation = Points,
            Metrics = [Metric.Accuracy],
            Patience = 5,
            Callback = meter,
            Checkpoints = new(folder["checkpoints"]) { Every = TimeSpan.FromHours(1) },
        });
        Assert.Equal(meter.Allocated[100], meter.Allocated[499]);
    }

    private sealed class Meter : ITrainingCallback
    {
        public long[] Allocated { get; } = new long[500];

        public void OnStep(TrainingContext context) => Allocated[context.Batch - 1] = GC.GetAllocatedBytesForCurrentThread();
    }

    private sealed class Notes : List<string>, ITrainingCallback
    {
        public string? At { get; init; }

        public Action<TrainingContext> Do { get; init; } = _ => { };

        public double LastRate { get; private set; }

        public void OnStart(TrainingContext context) => Note($"start {Place(context)}", context);

        public void OnStep(TrainingContext context)
        {
            LastRate = context.LearningRate;
            Note($"step {Place(context)}", context);
        }

        public void OnEpoch(TrainingContext context) => Note($"epoch {Place(context)}, {context.History.Count} recorded", context);

        public void OnEnd(TrainingResult result) => Note($"end {result.End}", null!);

        private static string Place(TrainingContext context) => $"{context.Epoch}/{context.Batch} {context.Steps}";

        private void Note(string text, TrainingContext context)
        {
            Add(text);
            if (text == At)
            {
                Do(context);
            }
        }
    }
}
