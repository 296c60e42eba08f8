namespace NetGen.Reports;

/// <summary>
/// A drawing of curves and points over two axes, with, where it helps, a coloured plane and a boundary behind them. It is SVG; a reader who points at it sees
/// the values of the curves at that place.
/// </summary>
public sealed partial class Chart
{
    private readonly List<Curve> curves = [];
    private readonly List<(string Name, ChartPoint[] Points, int Series)> pointSets = [];
    private DecisionPlane? plane;

    /// <summary>What the chart shows, for readers who cannot see it.</summary>
    public required string Label { get; init; }

    /// <summary>The name of the horizontal axis.</summary>
    public required string XName { get; init; }

    /// <summary>The name of the vertical axis.</summary>
    public required string YName { get; init; }

    /// <summary>The width in pixels, at least 200. Default: 760.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less.</exception>
    public int Width { get; init => field = AtLeast(200, value, nameof(Width)); } = 760;

    /// <summary>The height in pixels, at least 120. Default: 380.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less.</exception>
    public int Height { get; init => field = AtLeast(120, value, nameof(Height)); } = 380;

    /// <summary>The least value that the vertical axis shows even if no point is as low. Default: null, the least of the points.</summary>
    public double? YFrom { get; init; }

    /// <summary>Whether equal distances on the vertical axis are equal ratios; values that are not positive are left out. Default: false.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Whether the horizontal axis counts something, such as epochs: then there is nothing between two whole numbers. Default: false.</summary>
    public bool IsCount { get; init; }

    /// <summary>Adds a curve through points. Where one is not finite, or has no logarithm, the curve has a gap.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="points">Its points from left to right.</param>
    public Chart AddCurve(string name, IEnumerable<ChartPoint> points)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(points);
        curves.Add(new Curve(name, [.. points]));
        return this;
    }

    /// <summary>Adds the cost of a training by epoch, as a curve.</summary>
    /// <param name="name">What was trained.</param>
    /// <param name="history">What was recorded.</param>
    public Chart AddCost(string name, TrainingHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return AddCurve(name, history.Select(static record => new ChartPoint(record.Epoch, record.Cost)));
    }

    /// <summary>Adds points that are not joined.</summary>
    /// <param name="name">What they are.</param>
    /// <param name="points">The points; those that are not finite, or have no logarithm, are left out.</param>
    /// <param name="series">Which of the seven colours, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such colour.</exception>
    public Chart AddPoints(string name, IEnumerable<ChartPoint> points, int series)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(points);
        if (series is < 0 or >= ChartStyle.SeriesColours)
        {
            throw new ArgumentOutOfRangeException(
                nameof(series), series, MessageText.Text($"series is {series}, but there are {ChartStyle.SeriesColours} colours, from 0."));
        }

        pointSets.Add((name, [.. points.Where(point => point.IsDrawable(IsLogarithmic))], series));
        return this;
    }

    /// <summary>Colours the plane by what a network says of each place, and draws the line where it changes its mind.</summary>
    /// <param name="decisions">The plane; the chart's axes become its edges.</param>
    /// <exception cref="InvalidOperationException">The chart is logarithmic.</exception>
    public Chart AddPlane(DecisionPlane decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        if (IsLogarithmic)
        {
            throw new InvalidOperationException($"A plane has even axes, but {nameof(IsLogarithmic)} is set.");
        }

        plane = decisions;
        return this;
    }

    /// <summary>The chart as an SVG element for a page of a <see cref="Report"/>; see <see cref="ChartGrid"/> for a file of its own.</summary>
    internal string ToSvg()
    {
        var svg = new SvgWriter();
        svg.Open(Width, Height, Label);
        Draw(svg);
        svg.Close();
        return svg.ToString();
    }

    private static int AtLeast(int least, int value, string name) => value >= least
        ? value
        : throw new ArgumentOutOfRangeException(name, value, MessageText.Text($"{name} is {value}, but must be at least {least}."));
}
