using System.Globalization;
using System.Text.RegularExpressions;

namespace NetGen.Samples.Tests;

public sealed partial class SmallerSamplesTests
{
    [Fact]
    public async Task House_prices_go_below_zero_through_a_linear_output_and_never_through_a_ReLU()
    {
        SampleOutcome outcome = await SampleProcess.Run("HousePrices");

        Assert.Equal(0, outcome.ExitCode);
        string[] results = [.. outcome.Lines.Where(line => line.Contains("test error", StringComparison.Ordinal))];
        Assert.Equal(2, results.Length);
        Assert.Matches(@"^Linear output: test error \d+\.\d thousand, a parking space of 10 m2: -\d+\.\d thousand$", results[0]);
        Assert.Matches(@"^ReLU output: test error \d+\.\d thousand, a parking space of 10 m2: 0\.0 thousand$", results[1]);

        // The noise in the table has a mean of 16 thousand: no network can be much nearer, and a good one is not much farther off.
        foreach (string line in results)
        {
            Assert.InRange(double.Parse(FirstNumber().Match(line).Value, CultureInfo.InvariantCulture), 10, 22);
        }
    }

    [Fact]
    public async Task All_ways_to_compute_a_dense_step_reach_the_same_parameters()
    {
        SampleOutcome outcome = await SampleProcess.Run("Vectorization", "--steps", "2", "--threads", "2");

        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith("Way ", outcome.Lines[0], StringComparison.Ordinal);
        Assert.Equal(
            ["naive loops", "vectors, example by example", "emitted, one thread", "emitted, 2 threads"],
            outcome.Lines[1..].Select(line => line[..line.IndexOf("  ", StringComparison.Ordinal)]));
        foreach (string line in outcome.Lines[1..])
        {
            Assert.InRange(double.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture), 0, 1e-5);
        }
    }

    [Fact]
    public async Task Every_gradient_is_right()
    {
        SampleOutcome outcome = await SampleProcess.Run("GradientCheck");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(1 + 10 + 1, outcome.Lines.Length);
        Assert.StartsWith("40 of 40 networks have the gradients of their cost", outcome.Lines[^1], StringComparison.Ordinal);
        double[] errors = [.. outcome.Lines[1..^1].SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..])
            .Select(error => double.Parse(error, CultureInfo.InvariantCulture))];
        Assert.Equal(40, errors.Length);
        Assert.All(errors, error => Assert.InRange(error, 0, 1e-7));
    }

    [Fact]
    public async Task Hidden_units_stay_equal_from_zeros_and_part_from_random_weights()
    {
        SampleOutcome outcome = await SampleProcess.Run("ZeroInit", "--iterations", "500");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(outcome.Lines, line => line.StartsWith("From zeros: 1 distinct hidden unit out of 4, accuracy: ", StringComparison.Ordinal));
        Assert.Contains(outcome.Lines, line => line.StartsWith("From random weights: 4 distinct hidden units out of 4, accuracy: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_network_that_goes_on_learning_follows_the_stream_and_one_that_stopped_does_not()
    {
        SampleOutcome outcome = await SampleProcess.Run("Online");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("Learned 40000 points in 10000 steps.", outcome.Lines[^1]);
        (double LearnsOn, double HasStopped)[] shares = [.. outcome.Lines[1..^1]
            .Select(line => FirstNumber().Matches(line).Select(number => double.Parse(number.Value, CultureInfo.InvariantCulture)).ToArray())
            .Select(numbers => (numbers[0], numbers[1]))];
        Assert.Equal(20, shares.Length);
        Assert.All(shares[..5], share => Assert.Equal(share.LearnsOn, share.HasStopped));
        Assert.All(shares[5..], share => Assert.InRange(share.LearnsOn, 90, 100));
        Assert.All(shares[10..], share => Assert.InRange(share.HasStopped, 0, 75));
    }

    [Theory]
    [InlineData("20")]
    [InlineData("33")]
    public async Task Points_that_are_no_multiple_of_the_parts_are_counted_once(string points)
    {
        SampleOutcome outcome = await SampleProcess.Run("Online", "--examples", points, "--batch", "1");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal($"Learned {points} points in {points} steps.", outcome.Lines[^1]);
        Assert.StartsWith(points + " ", outcome.Lines[^2], StringComparison.Ordinal);
        Assert.All(outcome.Lines[1..^1], line => Assert.All(
            FirstNumber().Matches(line), number => Assert.InRange(double.Parse(number.Value, CultureInfo.InvariantCulture), 0, 100)));
    }

    [GeneratedRegex(@"\d+\.\d")]
    private static partial Regex FirstNumber();
}
