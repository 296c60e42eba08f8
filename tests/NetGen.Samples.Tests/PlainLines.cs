using System.Globalization;
using System.Text.RegularExpressions;

namespace NetGen.Samples.Tests;

/// <summary>Reads the plain lines that the samples print.</summary>
internal static partial class PlainLines
{
    /// <summary>Reads "Cost after iteration 100: 0.6720534400822913" and checks that the number has the fewest digits that tell it from all others.</summary>
    /// <param name="line">The line.</param>
    /// <param name="step">iteration or epoch.</param>
    public static (int Step, double Cost) ReadCost(string line, string step = "iteration")
    {
        Match match = CostLine().Match(line);
        Assert.True(match.Success, $"Not a line of costs: {line}");
        Assert.Equal(step, match.Groups["step"].Value);
        double cost = double.Parse(match.Groups["cost"].Value, CultureInfo.InvariantCulture);
        Assert.Equal(cost.ToString("R", CultureInfo.InvariantCulture), match.Groups["cost"].Value);
        return (int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), cost);
    }

    /// <summary>Reads the number of "Test accuracy: 80.0000 %".</summary>
    /// <param name="line">The line.</param>
    /// <param name="name">What comes before the number.</param>
    public static double ReadAccuracy(string line, string name)
    {
        Match match = AccuracyLine().Match(line);
        Assert.True(match.Success, $"Not a line of accuracy: {line}");
        Assert.Equal(name, match.Groups["name"].Value);
        return double.Parse(match.Groups["percent"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^Trained \d+ (iterations|epochs) in \d+\.\d s \(\d+\.\d\d ms per (iteration|epoch)\)$")]
    public static partial Regex TimeLine();

    [GeneratedRegex(@"^Cost after (?<step>iteration|epoch) (?<number>\d+): (?<cost>[0-9.E+-]+)$")]
    private static partial Regex CostLine();

    [GeneratedRegex(@"^(?<name>[A-Za-z ]+): (?<percent>\d+\.\d{4}) %$")]
    private static partial Regex AccuracyLine();
}
