namespace NetGen.Reports;

/// <summary>
/// Charts side by side in an SVG file of its own, each under its name; the file follows the reader's choice of light or dark, as a page does.
/// </summary>
public static class ChartGrid
{
    private const int NameHeight = 28;

    /// <summary>Sets charts of one size in rows; a last row that is not full stands in the middle.</summary>
    /// <param name="label">What the charts show, for readers who cannot see them.</param>
    /// <param name="charts">The name of each and the chart, at least one.</param>
    /// <param name="columns">How many charts a row holds, at least 1.</param>
    /// <returns>The content of the file.</returns>
    /// <exception cref="ArgumentException">There is no chart, or they are of different sizes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no column.</exception>
    public static string ToSvgFile(string label, IReadOnlyList<(string Name, Chart Chart)> charts, int columns)
    {
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(charts);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        if (charts.Count == 0 || charts.Any(chart => (chart.Chart.Width, chart.Chart.Height) != (charts[0].Chart.Width, charts[0].Chart.Height)))
        {
            throw new ArgumentException($"{nameof(charts)} must be one or more charts of one width and height.", nameof(charts));
        }

        int width = charts[0].Chart.Width;
        int height = charts[0].Chart.Height + NameHeight;
        (string Name, Chart Chart)[][] rows = [.. charts.Chunk(columns)];
        int fullWidth = rows[0].Length * width;

        var svg = new SvgWriter();
        svg.Open(fullWidth, rows.Length * height, label);
        svg.Style(ChartStyle.Css);
        svg.Rectangle(0, 0, fullWidth, rows.Length * height, "surface");
        for (int row = 0; row < rows.Length; row++)
        {
            double left = (fullWidth - (rows[row].Length * width)) / 2.0;
            for (int column = 0; column < rows[row].Length; column++)
            {
                (string name, Chart chart) = rows[row][column];
                svg.OpenGroup(left + (column * width), row * height);
                svg.Text(Chart.MarginLeft, NameHeight - 8, name, "value");
                svg.OpenGroup(0, NameHeight);
                chart.Draw(svg);
                svg.CloseGroup();
                svg.CloseGroup();
            }
        }

        svg.Close();
        return svg.ToString();
    }
}
