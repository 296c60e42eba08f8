using NetGen.Runtime.Tests.Data.Files;
using static NetGen.Runtime.Tests.Training.Checkpoints.CheckpointRuns;

namespace NetGen.Runtime.Tests.Training.Checkpoints;

/// <summary>Checkpoints that cannot be written.</summary>
public class FailingDiskTests
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Training_goes_on_or_stops_as_asked_and_the_old_checkpoint_is_whole(bool readOnly, bool stops)
    {
        using SmallDisk disk = new();
        string folder = disk["c"];
        var failing = new Failing(after: 30, () =>
        {
            if (readOnly)
            {
                disk.MakeReadOnly();
            }
            else
            {
                disk.Fill();
            }
        });
        LogisticNet network = new();
        TrainingResult result = Trainer.Fit(network, FivePoints.Points, new Adam<double>(0.05), Options with
        {
            Callback = failing,
            Checkpoints = new(folder) { EveryEpochs = 5, StopsOnFailure = stops, KeepBest = false },
        });

        Assert.Equal(stops ? TrainingEnd.CheckpointFailed : TrainingEnd.Completed, result.End);
        Assert.Equal(stops ? 10 : 20, result.Epochs);
        Assert.Contains(readOnly ? "Read-only file system" : "no space is left on the disk.", result.Failure!.Message, StringComparison.Ordinal);
        Assert.Same(result.Failure, failing.Told.Last());
        Assert.Equal(["checkpoint-000000000015.npz"], Directory.GetFiles(folder, "checkpoint*").Select(Path.GetFileName));
        if (!readOnly)
        {
            disk.Clear();
            AssertSame(Train(Options), Train(Options with { Checkpoints = new(folder) { Resume = ResumeMode.Newest, KeepBest = false } }));
        }
    }

    [Theory]
    [InlineData(false, TrainingEnd.Completed)]
    [InlineData(true, TrainingEnd.CheckpointFailed)]
    public void A_folder_that_cannot_be_made_is_a_failure_from_the_start(bool stops, TrainingEnd end)
    {
        using Data.TemporaryFolder folder = new();
        folder.Write("file", [1]);
        (TrainingResult result, _) = Train(Options with { Checkpoints = new(Path.Combine(folder["file"], "c")) { StopsOnFailure = stops } });
        Assert.Equal(end, result.End);
        Assert.IsType<IOException>(result.Failure, exactMatch: false);
        Assert.Equal(stops ? 0L : 60L, result.Steps);
    }

    private sealed class Failing(int after, Action fail) : ITrainingCallback
    {
        public List<Exception> Told { get; } = [];

        public void OnStep(TrainingContext context)
        {
            if (context.Steps == after - 1)
            {
                fail();
            }
        }

        public void OnCheckpointFailed(TrainingContext context, Exception failure) => Told.Add(failure);
    }
}
