namespace NetGen.Reports;

/// <summary>The parts of a page, each under a heading.</summary>
internal static class Section
{
    /// <summary>Content in a panel.</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="caption">What to see in it; may be empty.</param>
    /// <param name="content">The content, as markup.</param>
    public static string Panel(string heading, string caption, string content) =>
        Of(heading, caption, $"""<div class="panel">{content}</div>""");

    /// <summary>Charts side by side.</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="caption">What to see in them; may be empty.</param>
    /// <param name="charts">The name of each and the chart.</param>
    public static string Sides(string heading, string caption, IEnumerable<(string Name, Chart Chart)> charts) => Of(
        heading,
        caption,
        $"""
            <div class="sides">{string.Concat(charts.Select(side =>
                $"""<div class="panel"><h3>{Markup.Escape(side.Name)}</h3>{side.Chart.ToSvg()}</div>"""))}</div>
            """);

    private static string Of(string heading, string caption, string content)
    {
        ArgumentNullException.ThrowIfNull(heading);
        ArgumentNullException.ThrowIfNull(caption);
        string below = caption.Length == 0 ? "" : $"""<p class="caption">{Markup.Escape(caption)}</p>""";
        return $"""
            <section><h2>{Markup.Escape(heading)}</h2>{below}{content}</section>

            """;
    }
}
