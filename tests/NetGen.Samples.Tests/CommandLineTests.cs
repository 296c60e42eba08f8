using System.Text.RegularExpressions;

namespace NetGen.Samples.Tests;

public sealed class CommandLineTests
{
    public static TheoryData<string> Samples =>
    [
        "BirdStrikes", "CatClassifier", "PlanarFlower", "Digits", "HousePrices", "Online", "Service", "Vectorization", "GradientCheck", "StepByStep",
        "ZeroInit",
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Help_names_every_common_option_and_shows_an_example(string sample)
    {
        SampleOutcome outcome = await SampleProcess.Run(sample, "--help");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Remarks);
        string text = string.Join('\n', outcome.Lines);
        foreach (string option in (string[])["--out <DIR>", "--seed <N>", "--threads <N>", "--plain", "--help"])
        {
            Assert.Contains(option, text, StringComparison.Ordinal);
        }

        Assert.StartsWith($"  dotnet run -c Release --project samples/{sample}", outcome.Lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Bad_input_is_refused_in_one_line(string sample)
    {
        (await SampleProcess.Run(sample, "--seed", "-1")).ShouldHaveRefused("--seed takes a whole number of at least 0, but '-1' was given");
        (await SampleProcess.Run(sample, "--threads", "x")).ShouldHaveRefused("--threads takes a whole number of at least 0, but 'x' was given");
        (await SampleProcess.Run(sample, "--no-such-option")).ShouldHaveRefused("--no-such-option");
        (await SampleProcess.Run(sample, "--out")).ShouldHaveRefused("--out");
        (await SampleProcess.Run(sample, "--out", "")).ShouldHaveRefused("--out takes a path, but '' was given");
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_refused_before_the_training()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("taken"), "a file, not a folder");
        SampleOutcome outcome = await SampleProcess.Run("PlanarFlower", "--iterations", "1", "--out", folder.File("taken"));

        outcome.ShouldHaveRefused("taken");
    }

    [Fact]
    public async Task Training_that_diverged_says_so_and_still_writes_its_report()
    {
        using var folder = new TemporaryFolder();
        SampleOutcome outcome = await SampleProcess.Run("HousePrices", "--iterations", "101", "--rate", "100", "--out", folder.Path);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(
            outcome.Remarks,
            remark => Regex.IsMatch(remark, @"The training of linear output diverged, in iteration \d+ the cost is "));
        Assert.True(File.Exists(folder.File("report.html")));
    }

    [Fact]
    public async Task Interrupted_training_prints_what_was_reached()
    {
        ControlC.Require();
        SampleOutcome outcome = await SampleProcess.Run("PlanarFlower", ["--hidden", "4,5", "--iterations", "1000000000"], ControlC.Press);

        Assert.Equal(130, outcome.ExitCode);
        Assert.Matches(@"^Hidden units: 4, accuracy: \d+\.\d\d %$", outcome.Lines[^1]);
        Assert.DoesNotContain(outcome.Lines, line => line.StartsWith("Hidden units: 5", StringComparison.Ordinal));
    }

}
