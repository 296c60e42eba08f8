using System.Globalization;
using System.Text.RegularExpressions;

namespace NetGen.Samples.Tests;

public sealed partial class BirdStrikesTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task Sees_which_strikes_do_damage_better_than_who_knows_only_how_many_do(string seed)
    {
        SampleOutcome outcome = await SampleProcess.Run("BirdStrikes", "--seed", seed);

        Assert.Equal(0, outcome.ExitCode);
        (double accuracy, double never) = Numbers(outcome, "Test accuracy: ");
        Assert.Equal(90.42, never);
        Assert.True(accuracy > never - 0.5, $"{accuracy} % were right.");
        (double cost, double mean) = Numbers(outcome, "Test cost: ");
        Assert.True(cost < mean - 0.04, $"The cost is {cost}, that of the mean {mean}.");
        (double riskiest, double all) = Numbers(outcome, "Did damage: ");
        Assert.True(riskiest > 3 * all, $"{riskiest} % of the riskiest tenth, {all} % of all.");
    }

    [Fact]
    public async Task What_is_read_back_from_a_file_answers_as_what_was_saved_did()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("strikes.npz");
        SampleOutcome kept = await SampleProcess.Run("BirdStrikes", "--epochs", "2");
        SampleOutcome read = await SampleProcess.Run("BirdStrikes", "--epochs", "2", "--model", file);

        Assert.True(File.Exists(file));
        Assert.Equal(kept.Lines, read.Lines);
        Assert.Equal(2 + 3 + 5, read.Lines.Length);
        Assert.Matches(@"^Nothing known but the day: \d+\.\d %$", read.Lines[^1]);
    }

    private static (double First, double Second) Numbers(SampleOutcome outcome, string start)
    {
        string line = outcome.Lines.Single(line => line.StartsWith(start, StringComparison.Ordinal));
        double[] numbers = [.. Number().Matches(line).Select(number => double.Parse(number.Value, CultureInfo.InvariantCulture))];
        return (numbers[0], numbers[1]);
    }

    [GeneratedRegex(@"\d+\.\d+")]
    private static partial Regex Number();
}
