namespace Samples.Charts;

/// <summary>A drawing of curves and points over two axes, with, where it helps, a coloured plane and a boundary behind them.</summary>
public sealed class Chart
{
    /// <summary>Where the frame begins: what stands left of it are the ticks and the name of the vertical axis.</summary>
    internal const int MarginLeft = 64;

    private const int MarginTop = 30;
    private const int MarginBottom = 50;
    private const double LabelHeight = 16;

    private readonly List<(string Name, ChartPoint[] Points)> curves = [];
    private readonly List<(string Name, ChartPoint[] Points, int Series)> pointSets = [];
    private DecisionPlane? plane;

    /// <summary>What the chart shows, for readers who cannot see it.</summary>
    public required string Label { get; init; }

    /// <summary>The name of the horizontal axis.</summary>
    public required string XName { get; init; }

    /// <summary>The name of the vertical axis.</summary>
    public required string YName { get; init; }

    /// <summary>The width in pixels.</summary>
    public int Width { get; init; } = 760;

    /// <summary>The height in pixels.</summary>
    public int Height { get; init; } = 380;

    /// <summary>The least value that the vertical axis shows even if no point is as low.</summary>
    public double? YFrom { get; init; }

    /// <summary>Whether equal distances on the vertical axis are equal ratios; values that are not positive are left out.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Adds a curve through points.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="points">Its points from left to right; those that cannot be drawn are left out.</param>
    public Chart AddCurve(string name, IEnumerable<ChartPoint> points)
    {
        curves.Add((name, Drawable(points)));
        return this;
    }

    /// <summary>Adds points that are not joined.</summary>
    /// <param name="name">What they are.</param>
    /// <param name="points">The points; those that cannot be drawn are left out.</param>
    /// <param name="series">Which of the seven colours.</param>
    public Chart AddPoints(string name, IEnumerable<ChartPoint> points, int series)
    {
        pointSets.Add((name, Drawable(points), series));
        return this;
    }

    /// <summary>Colours the plane by what a network says of each place, and draws the line where it changes its mind.</summary>
    /// <param name="decisions">The plane; the chart's axes become its edges.</param>
    public Chart AddPlane(DecisionPlane decisions)
    {
        plane = decisions;
        return this;
    }

    /// <summary>The chart as an SVG element for a page that has <see cref="ChartStyle"/>.</summary>
    public string ToSvg()
    {
        var svg = new SvgWriter();
        svg.Open(Width, Height, Label);
        Draw(svg);
        svg.Close();
        return svg.ToString();
    }

    /// <summary>Draws the chart from the origin on.</summary>
    /// <param name="svg">The drawing.</param>
    internal void Draw(SvgWriter svg)
    {
        // Several curves carry their names at their right ends; a single one its last value.
        int marginRight = curves.Count == 0 ? 16 : curves.Count == 1 ? 76 : 24 + (8 * curves.Max(curve => curve.Name.Length));
        ChartPoint[] all = [.. curves.SelectMany(curve => curve.Points), .. pointSets.SelectMany(set => set.Points)];
        Axis xAxis = plane is not null ? Axis.Between(plane.Left, plane.Right) : Axis.Around(Least(all, point => point.X), Greatest(all, point => point.X));
        Axis yAxis = plane is not null ? Axis.Between(plane.Bottom, plane.Top)
            : IsLogarithmic ? Axis.Logarithmic(Least(all, point => point.Y, ofNone: 1), Greatest(all, point => point.Y))
            : Axis.Around(Math.Min(YFrom ?? double.MaxValue, Least(all, point => point.Y)), Greatest(all, point => point.Y));
        var frame = new Frame(xAxis, yAxis, MarginLeft, MarginTop, Width - MarginLeft - marginRight, Height - MarginTop - MarginBottom);

        DrawAxes(svg, frame);
        if (plane is not null)
        {
            DrawPlane(svg, frame, plane);
        }

        foreach ((string name, ChartPoint[] points, int series) in pointSets)
        {
            foreach (ChartPoint point in points)
            {
                svg.Circle(
                    frame.X(point.X), frame.Y(point.Y), points.Length > 100 ? 3.2 : 4, $"dot s{series}", $"{name}: {Format(point.X)}, {Format(point.Y)}");
            }
        }

        DrawCurves(svg, frame);
        DrawPointNames(svg, frame);
    }

    private ChartPoint[] Drawable(IEnumerable<ChartPoint> points) =>
        [.. points.Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y) && (!IsLogarithmic || point.Y > 0))];

    private void DrawAxes(SvgWriter svg, Frame frame)
    {
        foreach (double tick in frame.YAxis.Ticks)
        {
            svg.Line(frame.Left, frame.Y(tick), frame.Right, frame.Y(tick), "grid");
            svg.Text(frame.Left - 9, frame.Y(tick) + 4, frame.YAxis.Label(tick), "tick", "end");
        }

        foreach (double tick in frame.XAxis.Ticks)
        {
            svg.Line(frame.X(tick), frame.Bottom, frame.X(tick), frame.Bottom + 4, "axis");
            svg.Text(frame.X(tick), frame.Bottom + 19, frame.XAxis.Label(tick), "tick", "middle");
        }

        svg.Line(frame.Left, frame.Bottom, frame.Right, frame.Bottom, "axis");
        svg.Text((frame.Left + frame.Right) / 2, frame.Bottom + 39, XName, "name", "middle");
        svg.VerticalText(16, (frame.Top + frame.Bottom) / 2, YName, "name");
    }

    private static void DrawPlane(SvgWriter svg, Frame frame, DecisionPlane plane)
    {
        svg.Image(frame.Left, frame.Top, frame.Right - frame.Left, frame.Bottom - frame.Top, plane.ToPicture().ToDataUri());
        string boundary = string.Concat(plane.Boundary().Select(segment =>
            $"M{SvgWriter.Number(frame.X(segment.From.X))} {SvgWriter.Number(frame.Y(segment.From.Y))}" +
            $"L{SvgWriter.Number(frame.X(segment.To.X))} {SvgWriter.Number(frame.Y(segment.To.Y))}"));
        if (boundary.Length > 0)
        {
            svg.Path(boundary, "boundary");
        }
    }

    private void DrawCurves(SvgWriter svg, Frame frame)
    {
        double[] labelHeights = SpreadApart([.. curves.Select(curve => curve.Points.Length == 0 ? frame.Bottom : frame.Y(curve.Points[^1].Y))], frame.Bottom);
        for (int series = 0; series < curves.Count; series++)
        {
            (string name, ChartPoint[] points) = curves[series];
            if (points.Length == 0)
            {
                continue;
            }

            svg.Polyline(points.Select(point => (frame.X(point.X), frame.Y(point.Y))), $"curve s{series % ChartStyle.SeriesColours}", name);
            if (points.Length <= 200)
            {
                // Invisible targets larger than the curve: a reader who points near it sees the value.
                foreach (ChartPoint point in points)
                {
                    svg.Circle(frame.X(point.X), frame.Y(point.Y), 8, "target", $"{XName} {Format(point.X)}: {YName} {Format(point.Y)}");
                }
            }

            ChartPoint last = points[^1];
            svg.Circle(frame.X(last.X), frame.Y(last.Y), 4.5, $"dot s{series % ChartStyle.SeriesColours}");
            svg.Text(frame.X(last.X) + 10, labelHeights[series] + 4, curves.Count == 1 && pointSets.Count == 0 ? Format(last.Y) : name, "value");
        }
    }

    private void DrawPointNames(SvgWriter svg, Frame frame)
    {
        double x = frame.Left;
        foreach ((string name, _, int series) in pointSets)
        {
            svg.Circle(x + 5, frame.Top - 14, 4.5, $"dot s{series}");
            svg.Text(x + 15, frame.Top - 10, name, "name");
            x += 40 + (7.2 * name.Length);
        }
    }

    private static string Format(double value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);

    private static double Least(ChartPoint[] points, Func<ChartPoint, double> coordinate, double ofNone = 0) =>
        points.Length == 0 ? ofNone : points.Min(coordinate);

    private static double Greatest(ChartPoint[] points, Func<ChartPoint, double> coordinate) => points.Length == 0 ? 1 : points.Max(coordinate);

    private static double[] SpreadApart(double[] heights, double bottom)
    {
        int[] fromTop = [.. Enumerable.Range(0, heights.Length).OrderBy(index => heights[index])];
        double[] spread = [.. heights];
        for (int i = 1; i < fromTop.Length; i++)
        {
            spread[fromTop[i]] = Math.Max(spread[fromTop[i]], spread[fromTop[i - 1]] + LabelHeight);
        }

        // What was pushed below the frame is pushed up again, and what is above it in turn.
        double limit = bottom;
        foreach (int index in fromTop.Reverse())
        {
            spread[index] = Math.Min(spread[index], limit);
            limit = spread[index] - LabelHeight;
        }

        return spread;
    }

    private readonly record struct Frame(Axis XAxis, Axis YAxis, double Left, double Top, double Width, double Height)
    {
        public double Right => Left + Width;

        public double Bottom => Top + Height;

        public double X(double value) => Left + (Width * XAxis.Fraction(value));

        public double Y(double value) => Bottom - (Height * YAxis.Fraction(value));
    }
}
