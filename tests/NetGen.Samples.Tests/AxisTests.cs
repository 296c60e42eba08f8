using Samples.Charts;

namespace NetGen.Samples.Tests;

public sealed class AxisTests
{
    [Theory]
    [InlineData(0, 0.77, new[] { "0.0", "0.2", "0.4", "0.6", "0.8" })]
    [InlineData(-13, 480, new[] { "-100", "0", "100", "200", "300", "400", "500" })]
    [InlineData(0.0001, 0.0009, new[] { "0.0000", "0.0002", "0.0004", "0.0006", "0.0008", "0.0010" })]
    [InlineData(3, 3, new[] { "2.4", "2.6", "2.8", "3.0", "3.2", "3.4", "3.6" })]
    public void Ticks_are_round_numbers_around_the_values(double minimum, double maximum, string[] labels)
    {
        Axis axis = Axis.Around(minimum, maximum);

        Assert.Equal(labels, Labels(axis));
        Assert.True(axis.Start <= minimum && axis.End >= maximum);
    }

    [Fact]
    public void Ticks_of_a_logarithmic_axis_are_powers_of_ten_around_the_values() =>
        Assert.Equal(["0.01", "0.1", "1", "10"], Labels(Axis.Logarithmic(0.016, 5.5)));

    [Fact]
    public void A_logarithmic_chart_leaves_out_what_has_no_logarithm()
    {
        var costs = new Chart { Label = "costs", XName = "iteration", YName = "cost", IsLogarithmic = true };
        costs.AddCurve("cost", [new ChartPoint(0, 1), new ChartPoint(1, 0), new ChartPoint(2, double.NaN), new ChartPoint(3, 0.1)]);
        costs.AddCurve("nothing", []);

        string svg = costs.ToSvg();

        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        Assert.Equal(2, svg.Split("class=\"target\"").Length - 1);
    }

    private static IEnumerable<string> Labels(Axis axis) => axis.Ticks.Select(axis.Label);
}
