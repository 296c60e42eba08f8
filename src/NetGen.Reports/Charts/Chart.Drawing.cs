namespace NetGen.Reports;

/// <content>How a chart is drawn.</content>
public sealed partial class Chart
{
    /// <summary>Where the frame begins unless ticks need more room: what stands left of it are they, and the name of the vertical axis.</summary>
    internal const int MarginLeft = 64;

    private const int MarginTop = 30;
    private const int MarginBottom = 50;
    private const double LabelHeight = 16;

    // Names of curves beside the frame leave it at least this share of the width.
    private const double LeastShare = 0.5;

    /// <summary>Draws the chart from the origin on.</summary>
    /// <param name="svg">The drawing.</param>
    internal void Draw(SvgWriter svg)
    {
        // Several curves carry their names at their right ends; a single one its last value.
        double marginRight = curves.Count == 0 ? 16 : curves.Count == 1 ? 76 : 24 + (8 * curves.Max(curve => curve.Name.Length));
        marginRight = Math.Min(marginRight, Width * (1 - LeastShare) - MarginLeft);
        ChartPoint[] all =
            [.. curves.SelectMany(curve => curve.Points).Where(point => point.IsDrawable(IsLogarithmic)), .. pointSets.SelectMany(set => set.Points)];

        // What cannot be drawn still has its place from left to right, where a reader sees why.
        ChartPoint[] placed =
            [.. curves.SelectMany(curve => curve.Points).Where(point => double.IsFinite(point.X)), .. pointSets.SelectMany(set => set.Points)];
        Axis xAxis = plane is not null
            ? Axis.Between(plane.Left, plane.Right)
            : Axis.Around(Least(placed, point => point.X), Greatest(placed, point => point.X), IsCount);
        Axis yAxis = plane is not null ? Axis.Between(plane.Bottom, plane.Top)
            : IsLogarithmic ? Axis.Logarithmic(Least(all, point => point.Y, ofNone: 1), Greatest(all, point => point.Y))
            : Axis.Around(Math.Min(YFrom ?? double.MaxValue, Least(all, point => point.Y)), Greatest(all, point => point.Y));
        double marginLeft = Math.Max(MarginLeft, 36 + (7.5 * yAxis.Ticks.Max(tick => yAxis.Label(tick).Length)));
        var frame = new ChartFrame(xAxis, yAxis, marginLeft, MarginTop, Width - marginLeft - marginRight, Height - MarginTop - MarginBottom);

        DrawAxes(svg, frame);
        if (plane is not null)
        {
            DrawPlane(svg, frame, plane);
        }

        // Below the points, which have values of their own.
        ChartReadings.Draw(svg, frame, Width - 4, XName, curves);
        DrawPoints(svg, frame);
        DrawCurves(svg, frame);
        DrawPointNames(svg, frame);
    }

    private void DrawAxes(SvgWriter svg, ChartFrame frame)
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

    private static void DrawPlane(SvgWriter svg, ChartFrame frame, DecisionPlane plane)
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

    private void DrawPoints(SvgWriter svg, ChartFrame frame)
    {
        foreach ((string name, ChartPoint[] points, int series) in pointSets)
        {
            foreach (ChartPoint point in points)
            {
                svg.Circle(
                    frame.X(point.X),
                    frame.Y(point.Y),
                    points.Length > 100 ? 3.2 : 4,
                    MessageText.Text($"dot s{series}"),
                    $"{name}: {ChartNumber.Format(point.X)}, {ChartNumber.Format(point.Y)}");
            }
        }
    }

    private void DrawCurves(SvgWriter svg, ChartFrame frame)
    {
        List<List<ChartPoint>>[] runs = [.. curves.Select(curve => curve.Runs(IsLogarithmic))];
        double[] labelHeights = SpreadApart([.. runs.Select(run => run.Count == 0 ? frame.Bottom : frame.Y(run[^1][^1].Y))], frame.Bottom);
        for (int series = 0; series < curves.Count; series++)
        {
            if (runs[series].Count == 0)
            {
                continue;
            }

            string colour = MessageText.Text($"s{series % ChartStyle.SeriesColours}");
            foreach (List<ChartPoint> run in runs[series])
            {
                if (run.Count > 1)
                {
                    svg.Polyline(run.Select(point => (frame.X(point.X), frame.Y(point.Y))), $"curve {colour}", curves[series].Name);
                }
                else
                {
                    svg.Circle(frame.X(run[0].X), frame.Y(run[0].Y), 3, $"dot end {colour}");
                }
            }

            ChartPoint last = runs[series][^1][^1];
            svg.Circle(frame.X(last.X), frame.Y(last.Y), 4.5, $"dot end {colour}");
            string label = curves.Count == 1 && pointSets.Count == 0 ? last.Y.ToString("G4", CultureInfo.InvariantCulture) : curves[series].Name;
            svg.Text(frame.X(last.X) + 10, labelHeights[series] + 4, label, "value end");
        }
    }

    private void DrawPointNames(SvgWriter svg, ChartFrame frame)
    {
        double x = frame.Left;
        foreach ((string name, _, int series) in pointSets)
        {
            svg.Circle(x + 5, frame.Top - 14, 4.5, MessageText.Text($"dot s{series}"));
            svg.Text(x + 15, frame.Top - 10, name, "name");
            x += 40 + (7.2 * name.Length);
        }
    }

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
}
