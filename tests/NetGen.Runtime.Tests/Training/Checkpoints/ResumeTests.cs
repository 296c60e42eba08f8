using NetGen.Runtime.Tests.Data;
using static NetGen.Runtime.Tests.Training.Checkpoints.CheckpointRuns;
using static NetGen.Runtime.Tests.Training.FivePoints;

namespace NetGen.Runtime.Tests.Training.Checkpoints;

/// <summary>A training that goes on from a checkpoint is the training that was not stopped, bit for bit.</summary>
public class ResumeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(29)]
    [InlineData(30)]
    [InlineData(59)]
    [InlineData(60)]
    public void A_training_that_was_stopped_goes_on_as_if_it_had_not_been(int batch)
    {
        using TemporaryFolder folder = new();
        TrainingOptions options = Options with { Checkpoints = new(folder["c"]) { Resume = ResumeMode.Newest } };
        (TrainingResult stopped, _) = Train(options, stopAfter: batch);
        Assert.Equal(TrainingEnd.Stopped, stopped.End);
        AssertSame(Train(Options), Train(options));
    }

    [Fact]
    public void It_may_be_stopped_after_every_batch()
    {
        using TemporaryFolder folder = new();
        TrainingOptions options = Options with { Checkpoints = new(folder["c"]) { Resume = ResumeMode.Newest } };
        for (int batch = 1; batch < 60; batch++)
        {
            Assert.Equal(TrainingEnd.Stopped, Train(options, stopAfter: batch).Result.End);
        }

        AssertSame(Train(Options), Train(options));
    }

    [Fact]
    public void Batches_that_waited_for_their_update_wait_on()
    {
        using TemporaryFolder folder = new();
        TrainingOptions asked = Options with { AccumulateBatches = 2 };
        TrainingOptions options = asked with { Checkpoints = new(folder["c"]) { Resume = ResumeMode.Newest } };
        for (int batch = 1; batch < 60; batch += 4)
        {
            Assert.Equal(TrainingEnd.Stopped, Train(options, stopAfter: batch).Result.End);
        }

        AssertSame(Train(asked), Train(options));
    }

    [Fact]
    public void An_epoch_that_was_not_to_be_recorded_has_the_cost_of_the_batches_that_are_left()
    {
        using TemporaryFolder folder = new();
        TrainingOptions options = Options with { L2Penalty = 0.0, LearningRate = 0.0, Checkpoints = new(folder["c"]) { Resume = ResumeMode.Newest } };
        Train(options, stopAfter: (3 * 4) + 1);
        EpochRecord record = Train(options with { ProgressInterval = 4 }).Result.History.Single(record => record.Epoch == 4);
        Assert.InRange(record.Cost, 0.5, 1.0);
    }

    [Fact]
    public void What_is_not_finite_is_no_checkpoint_and_replaces_none()
    {
        using TemporaryFolder folder = new();
        LogisticNet? network = null;
        int steps = 0;
        network = new LogisticNet
        {
            OnStep = _ =>
            {
                if (++steps == 20)
                {
                    network!.SetParameters([double.NaN, 0.0, 0.0]);
                }
            },
        };
        var options = new TrainingOptions { Epochs = 20, BatchSize = 2, ProgressInterval = 19, Checkpoints = new(folder["c"]) { EveryEpochs = 1 } };
        Assert.Equal(TrainingEnd.Diverged, Trainer.Fit<LogisticNet, double>(network, Points, options).End);
        Assert.Equal("checkpoint-000000000018.npz", Directory.GetFiles(folder["c"], "checkpoint*").Select(Path.GetFileName).Order().Last());
    }

    [Fact]
    public void Fewer_epochs_than_a_checkpoint_has_are_refused()
    {
        using TemporaryFolder folder = new();
        Train(Options with { Checkpoints = new(folder["c"]) });
        var exception = Assert.Throws<DataFormatException>(
            () => Train(Options with { Epochs = 10, Checkpoints = new(folder["c"]) { Resume = ResumeMode.Newest } }));
        Assert.Contains("the checkpoint is in epoch 20, but the training is to end before epoch 10", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_was_passed_over_does_not_push_out_those_that_follow()
    {
        using TemporaryFolder folder = new();
        TrainingOptions options = Options with { Checkpoints = new(folder["c"]) { EveryEpochs = 5, KeepLast = 2 } };
        Train(options);
        File.WriteAllText(Path.Combine(folder["c"], "checkpoint-000000000060.npz"), "damaged");
        CheckpointOptions resuming = new(folder["c"]) { EveryEpochs = 1, KeepLast = 1, Resume = ResumeMode.NewestUsable };
        Train(Options with { Checkpoints = resuming }, stopAfter: 50);
        Assert.Equal(["checkpoint-000000000050.npz"], Directory.GetFiles(folder["c"], "checkpoint*").Select(Path.GetFileName));
        AssertSame(Train(Options), Train(Options with { Checkpoints = resuming }));
    }

    [Fact]
    public void A_training_that_was_cancelled_goes_on()
    {
        using TemporaryFolder folder = new();
        using var source = new CancellationTokenSource();
        TrainingOptions options = Options with { Checkpoints = new(folder["c"]) { Resume = ResumeMode.Newest } };
        LogisticNet network = new() { OnStep = _ => source.Cancel() };
        TrainingResult cancelled = Trainer.Fit(network, Points, new Adam<double>(0.05), options with { ClipNorm = null, L2Penalty = 0.0 }, source.Token);
        Assert.Equal((TrainingEnd.Cancelled, 1L), (cancelled.End, cancelled.Steps));
        AssertSame(Train(Options with { ClipNorm = null, L2Penalty = 0.0 }), Train(options with { ClipNorm = null, L2Penalty = 0.0 }));
    }

    [Fact]
    public void A_training_that_was_complete_is_not_trained_again_and_more_epochs_prolong_it()
    {
        using TemporaryFolder folder = new();
        TrainingOptions options = Options with { ProgressInterval = 1, Checkpoints = new(folder["c"]) { Resume = ResumeMode.Newest } };
        (TrainingResult Result, LogisticNet Network) first = Train(options with { Epochs = 8 });
        AssertSame(first, Train(options with { Epochs = 8 }));
        AssertSame(Train(Options with { ProgressInterval = 1 }), Train(options));
    }

    [Fact]
    public void Patience_goes_on_too()
    {
        using TemporaryFolder folder = new();
        TrainingOptions asked = Options with { Epochs = 100, ProgressInterval = 1, Patience = 4, MinimumChange = 0.01 };
        TrainingOptions options = asked with { Checkpoints = new(folder["c"]) { Resume = ResumeMode.Newest } };
        (TrainingResult Result, LogisticNet Network) expected = Train(asked);
        Assert.Equal(TrainingEnd.OutOfPatience, expected.Result.End);
        Train(options, stopAfter: (int)expected.Result.Steps - 4);
        AssertSame(expected, Train(options));
        AssertSame(expected, Train(options));
    }

    [Fact]
    public void The_last_ones_and_the_best_are_kept_and_nothing_else()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["c"]);
        (TrainingResult result, LogisticNet network) = Train(Options with { Checkpoints = new(folder["c"]) { EveryEpochs = 4, KeepLast = 2 } });
        Assert.Equal(
            ["best.npz", "checkpoint-000000000048.npz", "checkpoint-000000000060.npz"],
            Directory.GetFiles(folder["c"]).Select(Path.GetFileName).Order());
        LogisticNet best = new();
        ModelFile.Load<LogisticNet, double>(best, Path.Combine(folder["c"], "best.npz"));
        Assert.Equal(network.Parameters.ToArray(), best.Parameters.ToArray());
        Assert.Equal((TrainingEnd.Completed, null), (result.End, result.Failure));
    }

    [Fact]
    public void A_checkpoint_loads_as_a_model_when_the_rest_is_passed_over()
    {
        using TemporaryFolder folder = new();
        Train(Options with { AverageDecay = null, Validation = null, Metrics = [], Checkpoints = new(folder["c"]) });
        LogisticNet loaded = new();
        string file = Path.Combine(folder["c"], "checkpoint-000000000060.npz");
        ModelFile.Load<LogisticNet, double>(loaded, file, new() { Ignore = ["training.*", "__training__"] });
        Assert.Equal(Train(Options with { AverageDecay = null, Validation = null, Metrics = [] }).Network.Parameters.ToArray(), loaded.Parameters.ToArray());
    }

    [Fact]
    public void By_time_one_is_written_at_the_end_of_a_step()
    {
        using TemporaryFolder folder = new();
        var watch = new Watch(folder["c"]);
        LogisticNet network = new();
        Trainer.Fit(network, Points, new Adam<double>(), Options with
        {
            Callback = watch,
            Checkpoints = new(folder["c"]) { Every = TimeSpan.FromTicks(1), KeepLast = 100 },
        });

        // Before the callback of a batch, that of every batch before is written.
        Assert.Equal(Enumerable.Range(0, 60), watch.Seen);
    }

    [Fact]
    public void Folders_with_checkpoints_are_not_begun_anew_in_silence()
    {
        using TemporaryFolder folder = new();
        TrainingOptions options = Options with { Checkpoints = new(folder["c"]) };
        Train(options);
        byte[] before = File.ReadAllBytes(Path.Combine(folder["c"], "checkpoint-000000000060.npz"));
        var exception = Assert.Throws<InvalidOperationException>(() => Train(options));
        Assert.Equal(
            $"{folder["c"]} holds 1 checkpoint already, up to checkpoint-000000000060.npz: set Resume to go on from them, "
            + "or choose a folder without checkpoints.",
            exception.Message);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(folder["c"], "checkpoint-000000000060.npz")));
    }

    [Fact]
    public void Two_trainings_do_not_share_a_folder()
    {
        using TemporaryFolder folder = new();
        InvalidOperationException? refused = null;
        TrainingOptions options = Options with { Checkpoints = new(folder["c"]) };
        Trainer.Fit(new LogisticNet(), Points, new Adam<double>(), options with
        {
            Callback = new Once(() => refused = Assert.Throws<InvalidOperationException>(() => Train(options))),
        });
        Assert.StartsWith($"Another training writes its checkpoints to {Path.GetFullPath(folder["c"])}: wait for its end", refused!.Message);
    }

    private sealed class Watch(string folder) : ITrainingCallback
    {
        public List<int> Seen { get; } = [];

        public void OnStep(TrainingContext context) => Seen.Add(Directory.GetFiles(folder, "checkpoint-*.npz").Length);
    }

    private sealed class Once(Action act) : ITrainingCallback
    {
        public void OnStart(TrainingContext context) => act();
    }
}
