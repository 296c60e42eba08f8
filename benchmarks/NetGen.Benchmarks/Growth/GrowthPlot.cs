using System.Globalization;
using System.Text;

namespace NetGen.Benchmarks.Growth;

/// <summary>Draws the series as SVG: time per step against size, both logarithmic, beside the limit of the processor.</summary>
internal static class GrowthPlot
{
    private const int Width = 420;
    private const int Height = 380;
    private const int Left = 64;
    private const int Right = 16;
    private const int Top = 48;
    private const int Bottom = 48;

    // Four digits each still stand apart.
    private const int MostLabels = 10;

    private static readonly (string Name, string Color, Func<GrowthPoint, double?> Value)[] Lines =
    [
        ("NetGen", "#0b6e4f", static point => point.NetGen),
        ("OpenBLAS", "#c0392b", static point => point.OpenBlas),
        ("FMA limit", "#888888", static point => point.Limit),
    ];

    /// <summary>The picture of some diagrams side by side.</summary>
    public static string Draw(IReadOnlyList<GrowthPanel> panels)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width * panels.Count}\" height=\"{Height}\" ");
        svg.Append("font-family=\"sans-serif\" font-size=\"11\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        for (int i = 0; i < panels.Count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({i * Width} 0)\">\n");
            DrawPanel(svg, panels[i]);
            svg.Append("</g>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawPanel(StringBuilder svg, GrowthPanel panel)
    {
        var sizes = new LogAxis(2, panel.Points.Select(point => (double)point.Size), Left, Width - Right);
        var times = new LogAxis(10, panel.Points.SelectMany(point => Lines.Select(line => line.Value(point)).OfType<double>()), Height - Bottom, Top);
        Text(svg, Left, 18, "start", $"Time per step against {panel.Name}", "font-weight=\"bold\"");
        Text(svg, Left, 34, "start", panel.Caption, "fill=\"#555555\"");
        double[] ticks = [.. sizes.Ticks];
        int labelled = ticks.Length > MostLabels ? 2 : 1;
        for (int i = 0; i < ticks.Length; i++)
        {
            double x = sizes.Place(ticks[i]);
            Grid(svg, x, Top, x, Height - Bottom);
            if (i % labelled == 0)
            {
                Text(svg, x, Height - Bottom + 16, "middle", ticks[i].ToString("F0", CultureInfo.InvariantCulture));
            }
        }

        foreach (double time in times.Ticks)
        {
            double y = times.Place(time);
            Grid(svg, Left, y, Width - Right, y);
            Text(svg, Left - 6, y + 4, "end", TimeLabel(time));
        }

        Text(svg, (Left + Width - Right) / 2.0, Height - 10, "middle", panel.Name);
        for (int i = 0; i < Lines.Length; i++)
        {
            DrawLine(svg, panel, sizes, times, i);
        }
    }

    private static void DrawLine(StringBuilder svg, GrowthPanel panel, LogAxis sizes, LogAxis times, int index)
    {
        (string name, string color, Func<GrowthPoint, double?> value) = Lines[index];
        (double X, double Y)[] places =
        [
            .. from point in panel.Points
               let time = value(point)
               where time is not null
               select (sizes.Place(point.Size), times.Place(time.Value)),
        ];
        if (places.Length == 0)
        {
            return;
        }

        string points = string.Join(' ', places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.X:F1},{place.Y:F1}")));
        svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"1.6\"/>\n");
        foreach ((double x, double y) in places)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:F1}\" cy=\"{y:F1}\" r=\"2.4\" fill=\"{color}\"/>\n");
        }

        Text(svg, Left + 10, Top + 16 + 15 * index, "start", name, $"fill=\"{color}\"");
    }

    private static void Grid(StringBuilder svg, double x1, double y1, double x2, double y2) =>
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:F1}\" y1=\"{y1:F1}\" x2=\"{x2:F1}\" y2=\"{y2:F1}\" stroke=\"#dddddd\"/>\n");

    private static void Text(StringBuilder svg, double x, double y, string anchor, string text, string style = "") =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:F1}\" y=\"{y:F1}\" text-anchor=\"{anchor}\" {style}>{text}</text>\n");

    private static string TimeLabel(double seconds) => seconds switch
    {
        >= 0.999 => string.Create(CultureInfo.InvariantCulture, $"{seconds:F0} s"),
        >= 0.999e-3 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:F0} ms"),
        >= 0.999e-6 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e6:F0} us"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e9:F0} ns"),
    };
}
