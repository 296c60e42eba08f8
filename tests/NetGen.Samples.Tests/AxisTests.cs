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

        Assert.Equal(labels, axis.Ticks.Select(axis.Label));
        Assert.True(axis.Start <= minimum && axis.End >= maximum);
    }
}
