using System.Xml.Linq;
using NetGen.Benchmarks.CommandLine;
using NetGen.Benchmarks.Growth;

namespace NetGen.Benchmarks.Tests;

public sealed class GrowthTests
{
    [Fact]
    public void The_series_reach_from_end_to_end()
    {
        Assert.Equal(["width 16 4096", "depth 1 64", "batch 1 8192"], GrowthSeries.All.Select(one => $"{one.Name} {one.Steps[0].Size} {one.Steps[^1].Size}"));
        Assert.All(GrowthSeries.All, one => Assert.All(one.Steps.Zip(one.Steps.Skip(1)), pair => Assert.Equal(2 * pair.First.Size, pair.Second.Size)));
    }

    [Fact]
    public void Each_step_is_that_of_its_size()
    {
        Assert.All(GrowthSeries.All[0].Steps, step => Assert.Equal(step.Size, step.Shape.Network.InputSize));
        Assert.All(GrowthSeries.All[1].Steps, step => Assert.Equal(step.Size, step.Shape.Network.DenseLayers.Length));
        Assert.All(GrowthSeries.All[2].Steps, step => Assert.Equal(step.Size, step.Shape.Batch));
    }

    [Fact]
    public void A_table_and_a_plot_are_written()
    {
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var output = new StringWriter();
            GrowthSeries[] small = [.. GrowthSeries.All.Select(one => one with { Steps = [.. one.Steps.Take(2)] })];
            new GrowthCommand(ShortTurns.Timer, output).Run(new Options(["--out", folder, "--threads", "1"], "--out", "--threads"), small);
            Assert.Contains("| width | NetGen us | OpenBLAS us |", output.ToString(), StringComparison.Ordinal);
            Assert.Matches(@"(?m)^\| 32 \| \d", output.ToString());
            XElement plot = XDocument.Load(Path.Combine(folder, "growth.svg")).Root!;
            Assert.Equal("svg", plot.Name.LocalName);
            Assert.True(plot.Descendants().Count(element => element.Name.LocalName == "polyline") >= 6);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_drop_by_more_than_a_third_is_called_a_cliff()
    {
        var above = new GrowthPoint(1, NetGen: 10e-6, OpenBlas: null, Limit: 9e-6);
        Assert.Equal("| 2 | 20.0 |  |  | 90.0 | 1.00 |", GrowthTable.Row(new GrowthPoint(2, 20e-6, null, 18e-6), above));
        Assert.Equal("| 2 | 40.0 | 80.0 | 2.00 | 45.0 | 0.500 cliff |", GrowthTable.Row(new GrowthPoint(2, 40e-6, 80e-6, 18e-6), above));
    }

    [Theory]
    [InlineData(16, 0)]
    [InlineData(256, 50)]
    [InlineData(4096, 100)]
    public void A_logarithmic_axis_ends_on_powers_of_its_base(double value, double place) =>
        Assert.Equal(place, new LogAxis(2, [16, 4096], 0, 100).Place(value), 6);
}
