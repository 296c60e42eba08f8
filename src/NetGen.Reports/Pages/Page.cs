using System.Text;

namespace NetGen.Reports;

/// <summary>The HTML file: well-formed XML, too, so that any program can read it.</summary>
internal static class Page
{
    /// <summary>The text of the file.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="lead">What stands below it; may be empty.</param>
    /// <param name="facts">Name and value of each figure.</param>
    /// <param name="sections">The sections.</param>
    public static string Of(string title, string lead, IReadOnlyCollection<(string Name, string Value)> facts, IEnumerable<string> sections)
    {
        // The empty icon keeps browsers from asking for one.
        string head = $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>{Markup.Escape(title)}</title>
            <link rel="icon" href="data:,"/>
            <style>
            {ChartStyle.Css}
            {PageStyle.Css}
            </style>
            </head>
            <body><main>
            <header><h1>{Markup.Escape(title)}</h1>{Lead(lead)}</header>

            """;
        return new StringBuilder(head).Append(Facts(facts)).AppendJoin("", sections)
            .Append("<footer>Written by NetGen.Reports. The page holds everything that it shows; nothing is loaded.</footer>\n</main></body>\n</html>\n")
            .ToString();
    }

    private static string Lead(string lead) => lead.Length == 0 ? "" : $"""<p class="lead">{Markup.Escape(lead)}</p>""";

    private static string Facts(IReadOnlyCollection<(string Name, string Value)> facts) => facts.Count == 0
        ? ""
        : $"""
            <dl class="facts">{string.Concat(facts.Select(fact => $"<div><dt>{Markup.Escape(fact.Name)}</dt><dd>{Markup.Escape(fact.Value)}</dd></div>"))}</dl>

            """;
}
