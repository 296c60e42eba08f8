using NetGen.Runtime.Tests.Data;
using static NetGen.Runtime.Tests.Training.Checkpoints.CheckpointRuns;

namespace NetGen.Runtime.Tests.Training.Checkpoints;

/// <summary>Checkpoints that versions from before have written are read for good.</summary>
public class OldFormatTests
{
    [Theory]
    [InlineData("format1.npz")]
    public void A_training_goes_on_from_one(string name)
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["c"]);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Training", "Checkpoints", "Files", name), Path.Combine(folder["c"], "checkpoint-000000000029.npz"));
        (TrainingResult Result, LogisticNet Network) expected = Train(Options);
        (TrainingResult Result, LogisticNet Network) actual = Train(Options with { Checkpoints = new(folder["c"]) { Resume = ResumeMode.Newest } });
        Assert.Equal((TrainingEnd.Completed, 20, 60L), (actual.Result.End, actual.Result.Epochs, actual.Result.Steps));
        Assert.Equal(expected.Result.History.Select(record => record.Epoch), actual.Result.History.Select(record => record.Epoch));

        // The exponential function of the machine that wrote it may differ in its last digit.
        Assert.All(Enumerable.Range(0, 3), i => Assert.Equal(expected.Network.Parameters[i], actual.Network.Parameters[i], 1e-12));
        Assert.All(actual.Result.History.Zip(expected.Result.History), pair => Assert.Equal(pair.Second.Cost, pair.First.Cost, 1e-12));
    }
}
