namespace NetGen.Reports;

/// <summary>Horizontal bars, one for each named value, the value written at the bar's end.</summary>
public sealed class BarChart
{
    private const int RowHeight = 44;
    private const int BarHeight = 20;
    private const int Width = 760;

    private readonly List<(string Name, double Value, string Text)> bars = [];

    /// <summary>What the chart shows, for readers who cannot see it.</summary>
    public required string Label { get; init; }

    /// <summary>Adds a bar below the others.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="value">Its length, finite and not negative.</param>
    /// <param name="text">The value as it is written.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is something else.</exception>
    public BarChart Add(string name, double value, string text)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        if (!double.IsFinite(value) || value < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(value), value, MessageText.Text($"value of {name} is {value}, but the length of a bar is a finite number, not negative."));
        }

        bars.Add((name, value, text));
        return this;
    }

    /// <summary>The chart as an SVG element for a page that has <see cref="ChartStyle"/>.</summary>
    internal string ToSvg()
    {
        double longest = bars.Select(bar => bar.Value).Append(double.MinValue).Max() is var greatest and > 0 ? greatest : 1;
        double room = Math.Max(Width / 4, Width - 20 - (8 * bars.Select(bar => bar.Text.Length).Append(0).Max()));
        var svg = new SvgWriter();
        svg.Open(Width, (bars.Count * RowHeight) + 8, Label);
        for (int row = 0; row < bars.Count; row++)
        {
            (string name, double value, string text) = bars[row];
            double top = row * RowHeight;
            double length = Math.Max(1, room * (value / longest));
            svg.Text(0, top + 14, name, "name");
            svg.Rectangle(0, top + 20, length, BarHeight, "bar s0");
            svg.Text(length + 8, top + 35, text, "value");
        }

        svg.Close();
        return svg.ToString();
    }
}
