using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>Trials as rows of text.</summary>
public sealed class SearchTable
{
    private const string Gap = "  ";

    private SearchTable(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        Columns = columns;
        Rows = rows;
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The cells of each trial, the best first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    /// <summary>The table with aligned columns.</summary>
    public override string ToString()
    {
        int[] widths = [.. Columns.Select((name, column) => Rows.Select(row => row[column].Length).Append(name.Length).Max())];
        var text = new StringBuilder();
        foreach (IReadOnlyList<string> row in Rows.Prepend(Columns))
        {
            text.Append(string.Join(Gap, row.Select((value, column) => value.PadRight(widths[column]))).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The table of trials.</summary>
    /// <param name="trials">The trials.</param>
    /// <param name="onlyVarying">Whether settings that are the same in all of them are left out, and numbers rounded for reading.</param>
    internal static SearchTable Of(SearchResult trials, bool onlyVarying)
    {
        (string Name, Func<Trial, string> Value, bool IsSetting)[] columns =
        [
            ("validation_cost", trial => Number(trial.ValidationCost), false),
            .. trials.MetricNames.Select((name, i) => (name, (Func<Trial, string>)(trial => i < trial.Metrics.Length ? Number(trial.Metrics[i]) : ""), false)),
            ("network", static trial => trial.Settings.Network, true),
            ("optimizer", static trial => trial.Settings.Optimizer, true),
            ("learning_rate", trial => Number(trial.Settings.LearningRate), true),
            ("batch_size", static trial => trial.Settings.BatchSize?.ToString(CultureInfo.InvariantCulture) ?? "", true),
            ("weight_scale", trial => Number(trial.Settings.WeightScale), true),
            ("l2_penalty", trial => Number(trial.Settings.L2Penalty), true),
            ("weight_decay", trial => Number(trial.Settings.WeightDecay), true),
            ("seed", static trial => trial.Settings.Seed.ToString(CultureInfo.InvariantCulture), true),
            ("epochs", static trial => trial.Epochs.ToString(CultureInfo.InvariantCulture), true),
            ("best_epoch", static trial => trial.BestEpoch?.ToString(CultureInfo.InvariantCulture) ?? "", false),
            ("end", static trial => trial.End.ToString(), true),
            ("seconds", trial => Number(trial.Elapsed.TotalSeconds), false),
        ];
        if (onlyVarying)
        {
            columns = [.. columns.Where(column => !column.IsSetting || trials.Select(column.Value).Distinct().Count() > 1)];
        }

        return new([.. columns.Select(static column => column.Name)], [.. trials.Select(trial => columns.Select(column => column.Value(trial)).ToArray())]);

        string Number(double? value) => value?.ToString(onlyVarying ? "G4" : "R", CultureInfo.InvariantCulture) ?? "";
    }
}
