using System.Net;
using System.Text;
using NetGen;
using Samples.Charts;

namespace Samples.Reports;

/// <summary>
/// A page that shows what a sample did. Everything is inside the one file, so it opens without a network, and it follows the reader's choice of light or dark.
/// </summary>
public sealed class Report
{
    private const string PageName = "report.html";

    private readonly string title;
    private readonly StringBuilder body = new();
    private readonly List<(string FileName, string Svg)> drawings = [];

    /// <summary>Begins a report.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="lead">One or two sentences: what was done.</param>
    public Report(string title, string lead)
    {
        this.title = title;
        body.Append($"""<header><p class="kicker">NetGen sample</p><h1>{Escape(title)}</h1><p class="lead">{Escape(lead)}</p></header>""");
    }

    /// <summary>Adds the figures that matter most, large.</summary>
    /// <param name="facts">Name and value of each.</param>
    public void AddFacts(params ReadOnlySpan<(string Name, string Value)> facts)
    {
        body.Append("""<dl class="facts">""");
        foreach ((string name, string value) in facts)
        {
            body.Append($"<div><dt>{Escape(name)}</dt><dd>{Escape(value)}</dd></div>");
        }

        body.Append("</dl>");
    }

    /// <summary>Adds a chart.</summary>
    /// <param name="heading">The heading above it.</param>
    /// <param name="caption">What to see in it.</param>
    /// <param name="chart">The chart.</param>
    public void AddChart(string heading, string caption, Chart chart) => AddPanel(heading, caption, chart.ToSvg());

    /// <summary>Adds a chart of bars.</summary>
    /// <param name="heading">The heading above it.</param>
    /// <param name="caption">What to see in it.</param>
    /// <param name="chart">The chart.</param>
    public void AddChart(string heading, string caption, BarChart chart) => AddPanel(heading, caption, chart.ToSvg());

    /// <summary>Adds charts side by side.</summary>
    /// <param name="heading">The heading above them.</param>
    /// <param name="caption">What to see in them.</param>
    /// <param name="charts">The name of each and the chart.</param>
    public void AddCharts(string heading, string caption, IEnumerable<(string Name, Chart Chart)> charts)
    {
        AddHeading(heading, caption);
        body.Append("""<div class="sides">""");
        foreach ((string name, Chart chart) in charts)
        {
            body.Append($"""<div class="panel"><h3>{Escape(name)}</h3>{chart.ToSvg()}</div>""");
        }

        body.Append("</div>");
    }

    /// <summary>Adds a table.</summary>
    /// <param name="heading">The heading above it.</param>
    /// <param name="caption">What to see in it.</param>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="rows">The cells, row by row.</param>
    public void AddTable(string heading, string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new StringBuilder("<table><thead><tr>");
        foreach (string column in columns)
        {
            table.Append($"<th>{Escape(column)}</th>");
        }

        table.Append("</tr></thead><tbody>");
        foreach (IReadOnlyList<string> row in rows)
        {
            table.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{Escape(cell)}</td>")).Append("</tr>");
        }

        AddPanel(heading, caption, table.Append("</tbody></table>").ToString());
    }

    /// <summary>Adds text as it was printed.</summary>
    /// <param name="heading">The heading above it.</param>
    /// <param name="caption">What to see in it.</param>
    /// <param name="text">The lines.</param>
    public void AddText(string heading, string caption, string text) => AddPanel(heading, caption, $"<pre>{Escape(text)}</pre>");

    /// <summary>Adds a grid of pictures, the mistakes marked.</summary>
    /// <param name="heading">The heading above it.</param>
    /// <param name="caption">What to see in it.</param>
    /// <param name="cards">The pictures in the order of the grid.</param>
    public void AddPictures(string heading, string caption, IEnumerable<PictureCard> cards)
    {
        var grid = new StringBuilder("""<ul class="pictures">""");
        foreach (PictureCard card in cards)
        {
            grid.Append(card.IsMistake ? """<li class="mistake">""" : "<li>");
            grid.Append($"""<img alt="{Escape(card.Truth)}" src="{card.Picture.ToDataUri()}">""");
            grid.Append($"""<p><span class="mark">{(card.IsMistake ? "✗" : "✓")}</span> {Escape(card.Prediction)}<br>""");
            grid.Append($"""<span class="truth">{Escape(card.Truth)}</span></p></li>""");
        }

        AddPanel(heading, caption, grid.Append("</ul>").ToString());
    }

    /// <summary>Adds a confusion matrix: a row for each true class, a column for each predicted one.</summary>
    /// <param name="heading">The heading above it.</param>
    /// <param name="caption">What to see in it.</param>
    /// <param name="classes">The names of the classes.</param>
    /// <param name="counts">How many examples of the class (row) were taken for the class (column).</param>
    public void AddConfusion(string heading, string caption, IReadOnlyList<string> classes, ConfusionMatrix counts)
    {
        var table = new StringBuilder("""<table class="confusion"><thead><tr><th>true \ predicted</th>""");
        table.AppendJoin("", classes.Select(name => $"<th>{Escape(name)}</th>")).Append("</tr></thead><tbody>");
        for (int truth = 0; truth < classes.Count; truth++)
        {
            int examples = Math.Max(1, Enumerable.Range(0, classes.Count).Sum(column => counts[truth, column]));
            table.Append($"<tr><th>{Escape(classes[truth])}</th>");
            for (int prediction = 0; prediction < classes.Count; prediction++)
            {
                int count = counts[truth, prediction];
                string kind = count == 0 ? "none" : truth == prediction ? "right" : "wrong";

                // A single mistake among many examples must still be seen.
                int share = truth == prediction ? 55 * count / examples : Math.Min(90, 25 + (150 * count / examples));
                table.Append(CultureInfo.InvariantCulture, $"""<td class="{kind}" style="--share:{share}%">{count}</td>""");
            }

            table.Append("</tr>");
        }

        AddPanel(heading, caption, table.Append("</tbody></table>").ToString());
    }

    /// <summary>Adds a drawing that is written to a file of its own beside the page, for use elsewhere.</summary>
    /// <param name="fileName">The name of the file.</param>
    /// <param name="svg">The content of the file.</param>
    public void AddDrawing(string fileName, string svg) => drawings.Add((fileName, svg));

    /// <summary>Makes sure that a report can be written to a folder.</summary>
    /// <param name="folder">The folder, created if it does not exist.</param>
    /// <exception cref="SampleException">The folder cannot be written to.</exception>
    public static void Prepare(string folder) => Write(folder, () =>
    {
        Directory.CreateDirectory(folder);
        File.Create(Path.Combine(folder, Path.GetRandomFileName()), bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
    });

    /// <summary>Writes the page and the drawings beside it.</summary>
    /// <param name="folder">The folder, created if it does not exist.</param>
    /// <returns>The path of the page.</returns>
    /// <exception cref="SampleException">The folder cannot be written to.</exception>
    public string Save(string folder)
    {
        string path = Path.Combine(folder, PageName);
        Write(folder, () =>
        {
            Directory.CreateDirectory(folder);
            foreach ((string fileName, string svg) in drawings)
            {
                File.WriteAllText(Path.Combine(folder, fileName), svg);
            }

            File.WriteAllText(path, ToHtml());
        });
        return path;
    }

    private static void Write(string folder, Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SampleException($"The report cannot be written to {Path.Combine(folder, PageName)}: {error.Message}", error);
        }
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    // The empty icon keeps browsers from asking for one.
    private string ToHtml() => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Escape(title)}</title>
        <link rel="icon" href="data:,">
        <style>
        {ChartStyle.Css}
        {ReportStyle.Css}
        </style>
        </head>
        <body><main>{body}<footer>Written by a sample of NetGen. The page holds everything that it shows; nothing is loaded.</footer></main></body>
        </html>

        """;

    private void AddHeading(string heading, string caption) => body.Append($"""<h2>{Escape(heading)}</h2><p class="caption">{Escape(caption)}</p>""");

    private void AddPanel(string heading, string caption, string content)
    {
        AddHeading(heading, caption);
        body.Append($"""<div class="panel">{content}</div>""");
    }
}
