namespace NetGen.Reports;

/// <summary>
/// What a reader sees who points at a chart: the values of all curves at that place, written above it. Each place is a strip from top to bottom; the style
/// shows what belongs to the strip under the pointer, so no script is needed.
/// </summary>
internal static class ChartReadings
{
    // More strips than that are narrower than a pixel or two.
    private const int MostStrips = 400;

    // In pixels; how wide a letter is at that size is an estimate on the wide side.
    private const double LetterHeight = 12.5;
    private const double LetterWidth = 7;

    /// <summary>Draws the strips.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="frame">Where the curves lie.</param>
    /// <param name="right">Where the values end.</param>
    /// <param name="xName">The name of the horizontal axis.</param>
    /// <param name="curves">The curves.</param>
    public static void Draw(SvgWriter svg, ChartFrame frame, double right, string xName, IReadOnlyList<Curve> curves)
    {
        Dictionary<double, double>[] values = [.. curves.Select(ValuesOf)];
        double[] places = Thinned([.. values.SelectMany(static curve => curve.Keys).Distinct().Order()]);
        for (int i = 0; i < places.Length; i++)
        {
            double x = frame.X(places[i]);
            double from = i == 0 ? frame.Left : (frame.X(places[i - 1]) + x) / 2;
            double to = i == places.Length - 1 ? frame.Right : (frame.X(places[i + 1]) + x) / 2;
            IEnumerable<string> readings = curves.Select((curve, index) => (curve.Name, Values: values[index]))
                .Where(curve => curve.Values.ContainsKey(places[i]))
                .Select(curve => $"{curve.Name} {ChartNumber.Format(curve.Values[places[i]])}");
            svg.OpenGroup("at");
            svg.Rectangle(from, frame.Top, Math.Max(0, to - from), frame.Height, "target");
            svg.Line(x, frame.Top, x, frame.Bottom, "rule");
            string text = $"{xName} {ChartNumber.Format(places[i])}: {string.Join(" · ", readings)}";
            svg.Text(right, frame.Top - 10, text, "reading", "end", LetterHeight * Math.Min(1, right / (LetterWidth * text.Length)));
            svg.CloseGroup();
        }
    }

    private static Dictionary<double, double> ValuesOf(Curve curve)
    {
        Dictionary<double, double> values = [];
        foreach (ChartPoint point in curve.Points.Where(static point => double.IsFinite(point.X)))
        {
            values[point.X] = point.Y;
        }

        return values;
    }

    private static double[] Thinned(double[] places) => places.Length <= MostStrips
        ? places
        : [.. Enumerable.Range(0, MostStrips).Select(strip => places[(int)((long)strip * (places.Length - 1) / (MostStrips - 1))])];
}
