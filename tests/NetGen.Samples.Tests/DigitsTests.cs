namespace NetGen.Samples.Tests;

public sealed class DigitsTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task Reads_at_least_98_of_100_digits_that_it_has_not_seen(string seed)
    {
        SampleOutcome outcome = await SampleProcess.Run("Digits", "--seed", seed);

        Assert.Equal(0, outcome.ExitCode);
        double accuracy = PlainLines.ReadAccuracy(outcome.Lines.Single(line => line.StartsWith("Test", StringComparison.Ordinal)), "Test accuracy");
        Assert.True(accuracy >= 98, $"{accuracy} % were read.");
    }

    [Fact]
    public async Task Prints_costs_accuracies_time_and_the_confusion_matrix()
    {
        SampleOutcome outcome = await SampleProcess.Run("Digits", "--epochs", "7", "--batch", "100", "--rate", "0.005");

        Assert.Equal([0, 6], outcome.Lines[..2].Select(line => PlainLines.ReadCost(line, "epoch").Step));
        PlainLines.ReadAccuracy(outcome.Lines[2], "Train accuracy");
        PlainLines.ReadAccuracy(outcome.Lines[3], "Test accuracy");
        Assert.Matches(PlainLines.TimeLine(), outcome.Lines[4]);
        Assert.Equal(5 + 12, outcome.Lines.Length);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task A_residual_network_reads_at_least_97_of_100_digits_that_it_has_not_seen(string seed)
    {
        SampleOutcome outcome = await SampleProcess.Run("Digits", "--model", "residual", "--seed", seed);

        Assert.Equal(0, outcome.ExitCode);
        double accuracy = PlainLines.ReadAccuracy(outcome.Lines.Single(line => line.StartsWith("Test", StringComparison.Ordinal)), "Test accuracy");
        Assert.True(accuracy >= 97, $"{accuracy} % were read.");
    }

    [Fact]
    public async Task The_residual_network_is_for_the_digits_that_come_with_the_sample()
    {
        using var folder = new TemporaryFolder();
        SampleOutcome outcome = await SampleProcess.Run("Digits", "--model", "residual", "--mnist", folder.Path);

        outcome.ShouldHaveRefused("leave out --mnist");
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

    [Theory]
    [InlineData(0x0d, "411c0000", "holds the label 9.75 at 0, but a label is a whole number from 0 to 9")]
    [InlineData(0x08, "0a", "holds the label 10 at 0")]
    public async Task A_label_that_is_no_digit_is_refused_as_it_stands_in_the_file(byte type, string label, string reason)
    {
        using var folder = new TemporaryFolder();
        foreach (string part in (string[])["train", "t10k"])
        {
            File.WriteAllBytes(folder.File($"{part}-images-idx3-ubyte"), [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 28, 0, 0, 0, 28, .. new byte[28 * 28]]);
            File.WriteAllBytes(folder.File($"{part}-labels-idx1-ubyte"), [0, 0, type, 1, 0, 0, 0, 1, .. Convert.FromHexString(label)]);
        }

        SampleOutcome outcome = await SampleProcess.Run("Digits", "--mnist", folder.Path);

        outcome.ShouldHaveRefused(reason);
    }

    [Fact]
    public async Task Pictures_of_another_size_are_refused_with_their_shape()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("train-images-idx3-ubyte"), [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 14, 0, 0, 0, 56, .. new byte[28 * 28]]);
        File.WriteAllBytes(folder.File("train-labels-idx1-ubyte"), [0, 0, 8, 1, 0, 0, 0, 1, 0]);

        SampleOutcome outcome = await SampleProcess.Run("Digits", "--mnist", folder.Path);

        outcome.ShouldHaveRefused("is Byte 1x14x56, but pictures are (m, 28, 28), or (m, 784)");
    }
}
