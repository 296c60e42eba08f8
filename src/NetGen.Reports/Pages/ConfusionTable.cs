using System.Text;

namespace NetGen.Reports;

/// <summary>A confusion matrix as a table whose cells are the stronger coloured the more examples they hold.</summary>
internal static class ConfusionTable
{
    // Beyond this nobody reads the cells.
    private const int MostClasses = 40;

    /// <summary>The matrix as markup.</summary>
    /// <param name="counts">The matrix.</param>
    /// <param name="classNames">The names of the classes; null: their numbers.</param>
    /// <exception cref="ArgumentException">There are not as many names as classes.</exception>
    public static string Of(ConfusionMatrix counts, IReadOnlyList<string>? classNames)
    {
        RequireNames(counts.Classes, classNames);
        if (counts.Classes > MostClasses)
        {
            return $"<p>{Markup.Escape(counts.ToString())}</p>";
        }

        string[] names = [.. Enumerable.Range(0, counts.Classes).Select(index => classNames is null ? MessageText.Text($"{index}") : classNames[index])];
        var table = new StringBuilder("""<table class="confusion"><thead><tr><th>true \ predicted</th>""");
        table.AppendJoin("", names.Select(static name => $"<th>{Markup.Escape(name)}</th>")).Append("</tr></thead><tbody>");
        for (int truth = 0; truth < names.Length; truth++)
        {
            AppendRow(table, counts, names[truth], truth);
        }

        table.Append("</tbody></table>");
        return counts.Undecided == 0
            ? table.ToString()
            : table.Append(CultureInfo.InvariantCulture, $"<p>{counts.Undecided} not predicted, because an output was NaN.</p>").ToString();
    }

    /// <summary>Checks that each class has a name.</summary>
    /// <param name="classes">The number of classes.</param>
    /// <param name="classNames">The names; null: none.</param>
    public static void RequireNames(int classes, IReadOnlyList<string>? classNames)
    {
        if (classNames is not null && classNames.Count != classes)
        {
            throw new ArgumentException(
                MessageText.Text($"classNames holds {MessageText.Counted(classNames.Count, "name")}, but there are {classes} classes: each needs one."),
                nameof(classNames));
        }
    }

    private static void AppendRow(StringBuilder table, ConfusionMatrix counts, string name, int truth)
    {
        long examples = Math.Max(1, Enumerable.Range(0, counts.Classes).Sum(column => (long)counts[truth, column]));
        table.Append($"<tr><th>{Markup.Escape(name)}</th>");
        for (int prediction = 0; prediction < counts.Classes; prediction++)
        {
            int count = counts[truth, prediction];
            string kind = count == 0 ? "none" : truth == prediction ? "right" : "wrong";

            // A single mistake among many examples must still be seen.
            long share = truth == prediction ? 55L * count / examples : Math.Min(90, 25 + (150L * count / examples));
            table.Append(CultureInfo.InvariantCulture, $"""<td class="{kind}" style="--share:{share}%">{count}</td>""");
        }

        table.Append("</tr>");
    }
}
