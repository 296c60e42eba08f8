using System.Xml.Linq;

namespace NetGen.Reports.Tests;

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

    [Theory]
    [InlineData(0, 39, new[] { "0", "10", "20", "30", "40" })]
    [InlineData(0, 3, new[] { "0", "1", "2", "3" })]
    [InlineData(7, 7, new[] { "6", "7", "8" })]
    public void Ticks_of_what_is_counted_are_whole_numbers(double minimum, double maximum, string[] labels) =>
        Assert.Equal(labels, Labels(Axis.Around(minimum, maximum, isWhole: true)));

    [Fact]
    public void A_curve_has_a_gap_where_a_value_has_no_logarithm()
    {
        var costs = new Chart { Label = "costs", XName = "iteration", YName = "cost", IsLogarithmic = true };
        costs.AddCurve("cost", [new(0, 1), new(1, 0.5), new(2, 0), new(3, double.NaN), new(4, 0.2), new(5, 0.1), new(6, 0.1)]);
        costs.AddCurve("nothing", []);

        XDocument page = new Report("Costs").AddChart("Costs", "", costs).Read();

        Assert.Equal([2, 3], page.OfClass("curve").Select(curve => curve.Attribute("points")!.Value.Split(' ').Length));
        Assert.Equal("iteration 3: cost NaN", page.Readings("Costs")[3]);
    }

    private static IEnumerable<string> Labels(Axis axis) => axis.Ticks.Select(axis.Label);
}
