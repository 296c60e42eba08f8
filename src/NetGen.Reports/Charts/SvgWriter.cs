using System.Text;

namespace NetGen.Reports;

/// <summary>
/// Collects the elements of an SVG drawing. Colours come from the classes of <see cref="ChartStyle"/>, so that a drawing follows light and dark.
/// </summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder text = new();

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public void Open(int width, int height, string label) => text.Append(
        CultureInfo.InvariantCulture,
        $"""<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {width} {height}" width="{width}" height="{height}" """
            + $"""role="img" aria-label="{Markup.Escape(label)}">""");

    public void OpenGroup(double x, double y) => text.Append($"""<g transform="translate({Number(x)} {Number(y)})">""");

    public void OpenGroup(string cssClass) => text.Append($"""<g class="{cssClass}">""");

    public void CloseGroup() => text.Append("</g>");

    public void Close() => text.Append("</svg>");

    public void Style(string style) => text.Append("<style>").Append(style).Append("</style>");

    public void Rectangle(double x, double y, double width, double height, string cssClass) => text.Append(
        $"""<rect class="{cssClass}" x="{Number(x)}" y="{Number(y)}" width="{Number(width)}" height="{Number(height)}"/>""");

    public void Line(double x1, double y1, double x2, double y2, string cssClass) => text.Append(
        $"""<line class="{cssClass}" x1="{Number(x1)}" y1="{Number(y1)}" x2="{Number(x2)}" y2="{Number(y2)}"/>""");

    public void Path(string data, string cssClass) => text.Append($"""<path class="{cssClass}" d="{data}"/>""");

    public void Polyline(IEnumerable<(double X, double Y)> points, string cssClass, string name) => text.Append(
        $"""<polyline class="{cssClass}" data-series="{Markup.Escape(name)}" """
            + $"""points="{string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"))}"/>""");

    public void Circle(double x, double y, double radius, string cssClass, string? tooltip = null)
    {
        text.Append($"""<circle class="{cssClass}" cx="{Number(x)}" cy="{Number(y)}" r="{Number(radius)}" """);
        text.Append(tooltip is null ? "/>" : $"><title>{Markup.Escape(tooltip)}</title></circle>");
    }

    public void Text(double x, double y, string content, string cssClass, string anchor = "start", double? letterHeight = null)
    {
        string size = letterHeight is { } height ? $" font-size=\"{Number(height)}\"" : "";
        text.Append($"""<text class="{cssClass}" x="{Number(x)}" y="{Number(y)}" text-anchor="{anchor}"{size}>{Markup.Escape(content)}</text>""");
    }

    public void VerticalText(double x, double y, string content, string cssClass) => text.Append(
        $"""<text class="{cssClass}" transform="translate({Number(x)} {Number(y)}) rotate(-90)" text-anchor="middle">{Markup.Escape(content)}</text>""");

    public void Image(double x, double y, double width, double height, string address) => text.Append(
        $"""<image x="{Number(x)}" y="{Number(y)}" width="{Number(width)}" height="{Number(height)}" preserveAspectRatio="none" href="{address}"/>""");

    public override string ToString() => text.ToString();
}
