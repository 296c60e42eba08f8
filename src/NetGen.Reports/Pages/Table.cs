using System.Text;

namespace NetGen.Reports;

/// <summary>A table of texts.</summary>
internal static class Table
{
    /// <summary>The table as markup.</summary>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="rows">The cells, row by row.</param>
    public static string Of(IEnumerable<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new StringBuilder("<table><thead><tr>");
        table.AppendJoin("", columns.Select(static column => $"<th>{Markup.Escape(column)}</th>")).Append("</tr></thead><tbody>");
        foreach (IReadOnlyList<string> row in rows)
        {
            table.Append("<tr>").AppendJoin("", row.Select(static cell => $"<td>{Markup.Escape(cell)}</td>")).Append("</tr>");
        }

        return table.Append("</tbody></table>").ToString();
    }
}
