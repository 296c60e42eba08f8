using System.Text;
using NetGen.Runtime.Tests.Data;
using static NetGen.Runtime.Tests.Training.Checkpoints.CheckpointRuns;
using static NetGen.Runtime.Tests.Training.FivePoints;

namespace NetGen.Runtime.Tests.Training.Checkpoints;

/// <summary>Checkpoints that are damaged, or those of another training.</summary>
public class UnusableCheckpointTests
{
    private const string Newest = "checkpoint-000000000060.npz";
    private const string Older = "checkpoint-000000000048.npz";

    public static TheoryData<string, Func<TrainingOptions, TrainingOptions>> OtherOptions => new()
    {
        { "BatchSize was 2, but is 3 now", options => options with { BatchSize = 3 } },
        { "Shuffle was True, but is False now", options => options with { Shuffle = false } },
        { "Seed was 5, but is 6 now", options => options with { Seed = 6 } },
        { "FirstEpoch was 0, but is 1 now", options => options with { FirstEpoch = 1 } },
        { "AccumulateBatches was 1, but is 2 now", options => options with { AccumulateBatches = 2 } },
        { "AverageDecay was 0.8, but is 0 now", options => options with { AverageDecay = null } },
        { "Metrics; Monitor was accuracy; cost, but is ; cost now", options => options with { Metrics = [] } },
        { "Metrics; Monitor was accuracy; cost, but is accuracy; accuracy now", options => options with { Monitor = Metric.Accuracy } },
    };

    [Theory]
    [MemberData(nameof(OtherOptions))]
    public void Of_other_options_they_are_refused_and_say_which(string difference, Func<TrainingOptions, TrainingOptions> change)
    {
        using TemporaryFolder folder = Trained();
        var exception = Assert.Throws<DataFormatException>(() => Train(change(Resuming(folder, ResumeMode.Newest))));
        Assert.Equal(
            $"{Path.Combine(folder["c"], Newest)}: this training cannot go on from the checkpoint: {difference}. "
            + "Train as it was begun, or begin anew in another folder.",
            exception.Message);
    }

    [Fact]
    public void Of_another_optimizer_network_or_set_they_are_refused()
    {
        using TemporaryFolder folder = Trained();
        TrainingOptions options = Resuming(folder, ResumeMode.Newest);
        var exception = Assert.Throws<DataFormatException>(() => Trainer.Fit(new LogisticNet(), Points, new Momentum<double>(), options));
        Assert.Contains("Optimizer was Adam, but is Momentum now", exception.Message, StringComparison.Ordinal);
        Dataset<double> fewer = Dataset<double>.FromRows(X.AsSpan(0, 8), 2, Y.AsSpan(0, 4), 1);
        exception = Assert.Throws<DataFormatException>(() => Trainer.Fit(new LogisticNet(), fewer, new Adam<double>(), options));
        Assert.Contains("the number of examples was 5, but is 4 now", exception.Message, StringComparison.Ordinal);
        Dataset<double> line = Dataset<double>.FromRows([1.0, 2.0, 3.0], 1, [1.0, -1.0, 2.0, -2.0, 3.0, -3.0], 2);
        exception = Assert.Throws<DataFormatException>(
            () => Trainer.Fit(new LinearNet(), line, new Adam<double>(), options with { Validation = null, Metrics = [] }));
        Assert.Contains("it is that of another network: its layers, activations, loss or element type", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_checkpoint_changes_nothing()
    {
        using TemporaryFolder folder = Trained();
        LogisticNet network = new();
        network.SetParameters([1.0, 2.0, 3.0]);
        Assert.Throws<DataFormatException>(() => Trainer.Fit(
            network, Points, new Adam<double>(), Resuming(folder, ResumeMode.Newest) with { Seed = 6, Validation = null, Metrics = [] }));
        Assert.Equal([1.0, 2.0, 3.0], network.Parameters.ToArray());
    }

    [Fact]
    public void A_newer_format_is_refused()
    {
        using TemporaryFolder folder = Trained();
        string path = Path.Combine(folder["c"], Newest);
        List<KeyValuePair<string, NdArray>> arrays = [.. NpzFile.Read(path)];
        int header = arrays.FindIndex(array => array.Key == "__training__");
        string text = Encoding.UTF8.GetString(arrays[header].Value.ToArray<byte>());
        byte[] bytes = Encoding.UTF8.GetBytes(text.Replace("\"format\":1", "\"format\":2", StringComparison.Ordinal));
        arrays[header] = new("__training__", NdArray.Create<byte>(bytes, bytes.Length));
        NpzFile.Write(path, arrays);
        Assert.Equal(
            $"{path}: the format of the checkpoint is 2, but this version of NetGen reads up to 1.",
            Assert.Throws<DataFormatException>(() => Train(Resuming(folder, ResumeMode.Newest))).Message);
    }

    [Fact]
    public void Whatever_byte_is_damaged_it_is_noticed_and_the_one_before_it_is_used_when_asked()
    {
        (TrainingResult Result, LogisticNet Network) expected = Train(Options);
        using TemporaryFolder folder = Trained();
        string path = Path.Combine(folder["c"], Newest);
        byte[] whole = File.ReadAllBytes(path), older = File.ReadAllBytes(Path.Combine(folder["c"], Older));
        var random = new Random(1);
        for (int i = 0; i < 200; i++)
        {
            byte[] damaged = i % 2 == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
            if (i % 2 != 0)
            {
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            }

            File.WriteAllBytes(path, damaged);
            File.WriteAllBytes(Path.Combine(folder["c"], Older), older);
            try
            {
                // What is damaged may be a date or another byte that nobody reads.
                AssertSame(expected, Train(Resuming(folder, ResumeMode.Newest)));
            }
            catch (DataFormatException exception)
            {
                Assert.StartsWith(path, exception.Message, StringComparison.Ordinal);
                AssertSame(expected, Train(Resuming(folder, ResumeMode.NewestUsable)));
            }
        }
    }

    [Fact]
    public void When_none_is_usable_the_problem_of_the_newest_is_told()
    {
        using TemporaryFolder folder = Trained();
        File.WriteAllText(Path.Combine(folder["c"], Newest), "nothing");
        File.WriteAllText(Path.Combine(folder["c"], Older), "nothing");
        var exception = Assert.Throws<DataFormatException>(() => Train(Resuming(folder, ResumeMode.NewestUsable)));
        Assert.StartsWith(Path.Combine(folder["c"], Newest), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_cannot_be_meant_are_refused_where_they_are_written()
    {
        Assert.Throws<ArgumentException>(() => new CheckpointOptions(" "));
        AssertRefused("EveryEpochs is 0, but must be at least 1, or null to go by time alone.", () => new("c") { EveryEpochs = 0 });
        AssertRefused("Every is 00:00:00, but must be above zero.", () => new("c") { Every = TimeSpan.Zero });
        AssertRefused("KeepLast is 0, but must be at least 1.", () => new("c") { KeepLast = 0 });
        AssertRefused("Resume is 7, but must be one of ResumeMode.", () => new("c") { Resume = (ResumeMode)7 });
    }

    private static void AssertRefused(string message, Func<CheckpointOptions> make) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(make).Message);

    private static TemporaryFolder Trained()
    {
        TemporaryFolder folder = new();
        Train(Options with { Checkpoints = new(folder["c"]) { EveryEpochs = 4, KeepLast = 2 } });
        return folder;
    }

    private static TrainingOptions Resuming(TemporaryFolder folder, ResumeMode mode) =>
        Options with { Checkpoints = new(folder["c"]) { EveryEpochs = 4, KeepLast = 2, Resume = mode } };
}
