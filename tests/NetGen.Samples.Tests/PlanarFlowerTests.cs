using System.Xml.Linq;

namespace NetGen.Samples.Tests;

public sealed class PlanarFlowerTests
{
    [Fact]
    public async Task The_published_costs_come_out_in_double_precision()
    {
        SampleOutcome outcome = await SampleProcess.Run("PlanarFlower", "--iterations", "2001", "--precision", "double");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(4, outcome.Lines.Length);
        (int Step, double Cost)[] costs = [.. outcome.Lines[..3].Select(line => PlainLines.ReadCost(line))];
        Assert.Equal([0, 1000, 2000], costs.Select(cost => cost.Step));
        Assert.Equal(0.693048, costs[0].Cost, tolerance: 1e-6);
        Assert.Equal(0.288083, costs[1].Cost, tolerance: 1e-6);
        Assert.Equal(0.254385, costs[2].Cost, tolerance: 1e-6);
        Assert.Matches(@"^Hidden units: 4, accuracy: \d\d\.\d\d %$", outcome.Lines[3]);
    }

    [Fact]
    public async Task The_defaults_reach_the_published_accuracy()
    {
        SampleOutcome outcome = await SampleProcess.Run("PlanarFlower");

        Assert.Equal("Hidden units: 4, accuracy: 90.75 %", outcome.Lines[^1]);
    }

    [Fact]
    public async Task The_boundaries_are_also_drawn_in_a_file_of_their_own()
    {
        using var folder = new TemporaryFolder();
        SampleOutcome outcome = await SampleProcess.Run("PlanarFlower", "--hidden", "1,2,3,4,5", "--iterations", "2", "--out", folder.Path);

        Assert.Equal(0, outcome.ExitCode);
        var drawing = XDocument.Load(folder.File("boundaries.svg"));
        string[] names = [.. drawing.Descendants().Where(element => (string?)element.Attribute("class") == "value").Select(element => element.Value)];
        Assert.Equal(
            ["1 hidden unit", "2 hidden units", "3 hidden units", "4 hidden units", "5 hidden units"],
            names.Select(name => name[..name.IndexOf(':', StringComparison.Ordinal)]));
        Assert.Equal(5, drawing.Descendants().Count(element => element.Name.LocalName == "image"));
    }

    [Theory]
    [InlineData("float")]
    [InlineData("double")]
    public async Task Every_size_has_its_network(string precision)
    {
        SampleOutcome outcome = await SampleProcess.Run("PlanarFlower", "--hidden", "1,2,3,4,5,20,50", "--iterations", "2", "--precision", precision);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(3 * 7, outcome.Lines.Length);
        Assert.Equal(
            ["Hidden units: 1,", "Hidden units: 2,", "Hidden units: 3,", "Hidden units: 4,", "Hidden units: 5,", "Hidden units: 20,", "Hidden units: 50,"],
            outcome.Lines.Where(line => line.StartsWith("Hidden", StringComparison.Ordinal))
                .Select(line => line[..(line.IndexOf(',', StringComparison.Ordinal) + 1)]));
    }

    [Theory]
    [InlineData("6")]
    [InlineData("4,,5")]
    [InlineData("four")]
    public async Task A_size_without_a_network_is_refused(string sizes)
    {
        SampleOutcome outcome = await SampleProcess.Run("PlanarFlower", "--hidden", sizes);

        outcome.ShouldHaveRefused("--hidden takes sizes out of 1, 2, 3, 4, 5, 20, 50");
    }
}
