namespace NetGen.Samples.Tests;

public sealed class DigitsTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("4")]
    public async Task Reads_at_least_97_of_100_digits_that_it_has_not_seen(string seed)
    {
        SampleOutcome outcome = await SampleProcess.Run("Digits", "--seed", seed);

        Assert.Equal(0, outcome.ExitCode);
        double accuracy = PlainLines.ReadAccuracy(outcome.Lines.Single(line => line.StartsWith("Test", StringComparison.Ordinal)), "Test accuracy");
        Assert.True(accuracy >= 97, $"{accuracy} % were read.");
    }

    [Fact]
    public async Task Prints_costs_accuracies_time_and_the_confusion_matrix()
    {
        SampleOutcome outcome = await SampleProcess.Run("Digits", "--epochs", "7", "--batch", "100", "--rate", "0.005");

        Assert.Equal([0, 5, 6], outcome.Lines[..3].Select(line => PlainLines.ReadCost(line, "epoch").Step));
        PlainLines.ReadAccuracy(outcome.Lines[3], "Train accuracy");
        PlainLines.ReadAccuracy(outcome.Lines[4], "Test accuracy");
        Assert.Matches(PlainLines.TimeLine(), outcome.Lines[5]);
        Assert.Equal(6 + 12, outcome.Lines.Length);
    }

    [Fact]
    public async Task Learns_MNIST()
    {
        string folder = SharedData.Require("mnist");
        SampleOutcome outcome = await SampleProcess.Run("Digits", "--mnist", folder, "--epochs", "1");

        double accuracy = PlainLines.ReadAccuracy(outcome.Lines.Single(line => line.StartsWith("Test", StringComparison.Ordinal)), "Test accuracy");
        Assert.True(accuracy >= 93, $"{accuracy} % were read.");
    }

    [Fact]
    public async Task A_folder_without_MNIST_is_refused_with_the_names_of_the_files_expected()
    {
        using var folder = new TemporaryFolder();
        SampleOutcome outcome = await SampleProcess.Run("Digits", "--mnist", folder.Path);

        outcome.ShouldHaveRefused("holds neither train-images-idx3-ubyte nor train-images-idx3-ubyte.gz");
    }
}
