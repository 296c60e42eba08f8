namespace NetGen.Reports;

/// <summary>A value as it is written in a chart: six significant digits, the same in every country.</summary>
internal static class ChartNumber
{
    /// <summary>The text of a value.</summary>
    /// <param name="value">The value.</param>
    public static string Format(double value) => Math.Abs(value) is >= 1e6 and < 1e15 && value == Math.Truncate(value)
        ? value.ToString("0", CultureInfo.InvariantCulture)
        : value.ToString("G6", CultureInfo.InvariantCulture);
}
