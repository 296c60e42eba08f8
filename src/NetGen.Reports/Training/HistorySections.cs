using static NetGen.MessageText;

namespace NetGen.Reports;

/// <summary>What a history shows by epoch. An empty one shows nothing.</summary>
internal static class HistorySections
{
    private const string Epoch = "epoch";

    /// <summary>The figures of a training.</summary>
    /// <param name="result">What it reached.</param>
    public static IEnumerable<(string Name, string Value)> Facts(TrainingResult result)
    {
        if (result.History.Count > 0)
        {
            yield return ("Cost", Text($"{result.FinalCost:G3}"));
        }

        if (result.BestValidationCost is { } cost)
        {
            yield return ("Validation cost", Text($"{cost:G3}"));
        }

        yield return ("Epochs", Text($"{result.Epochs:N0}"));
        yield return ("Time", Text($"{result.Elapsed.TotalSeconds:0.0##} s"));
    }

    /// <summary>The costs of the training and validation sets.</summary>
    /// <param name="result">What the training reached.</param>
    /// <param name="isLogarithmic">Whether equal distances are equal ratios.</param>
    public static IEnumerable<string> Costs(TrainingResult result, bool isLogarithmic)
    {
        TrainingHistory history = result.History;
        if (history.Count == 0)
        {
            yield return Section.Panel("The cost", "No epoch was completed, so there is nothing to draw.", "<p>–</p>");
            yield break;
        }

        Chart chart = NewChart(
            Text($"Cost by epoch: it begins at {history[0].Cost:G4} and ends at {history[^1].Cost:G4}."), "cost", isLogarithmic)
            .AddCost("training", history);
        if (history.Any(static record => record.ValidationCost is not null))
        {
            chart.AddCurve("validation", Points(history, static record => record.ValidationCost ?? double.NaN));
        }

        string best = result.BestEpoch is { } epoch ? Text($" The parameters are those of epoch {epoch}, the best.") : "";
        yield return Section.Panel(
            "The cost", $"The training set as each epoch met it, and the validation set after it, where there is one.{best}", chart.ToSvg());
    }

    /// <summary>The metrics of the validation set, each in a chart of its own: they have different units.</summary>
    /// <param name="history">What was recorded.</param>
    public static IEnumerable<string> Metrics(TrainingHistory history)
    {
        if (history.Count == 0 || history.MetricNames.IsEmpty)
        {
            yield break;
        }

        yield return Section.Sides("Metrics", "What was measured of the validation set after each epoch.", history.MetricNames.Select((name, index) =>
            (name, new Chart { Label = $"{name} by epoch.", XName = Epoch, YName = name, IsCount = true, Width = 420, Height = 300 }
                .AddCurve(name, Points(history, record => record.Metrics[index])))));
    }

    /// <summary>The learning rate.</summary>
    /// <param name="history">What was recorded.</param>
    public static IEnumerable<string> Rates(TrainingHistory history)
    {
        if (history.Count > 0)
        {
            Chart chart = NewChart("Learning rate by epoch.", "learning rate", isLogarithmic: false, height: 260)
                .AddCurve("learning rate", Points(history, static record => record.LearningRate));
            yield return Section.Panel("The learning rate", "The rate of the last step of each epoch.", chart.ToSvg());
        }
    }

    /// <summary>How long an epoch took; between two records, their mean.</summary>
    /// <param name="result">What the training reached.</param>
    public static IEnumerable<string> Times(TrainingResult result)
    {
        TrainingHistory history = result.History;
        if (history.Count > 0)
        {
            Chart chart = NewChart("Milliseconds per epoch.", "ms per epoch", isLogarithmic: false, height: 260)
                .AddCurve("time", history.Select((record, index) => new ChartPoint(record.Epoch, MillisecondsPerEpoch(result, index))));
            yield return Section.Panel(
                "The time", "Milliseconds of an epoch; where not every epoch was recorded, the mean since the record before.", chart.ToSvg());
        }
    }

    private static double MillisecondsPerEpoch(TrainingResult result, int index)
    {
        TrainingHistory history = result.History;
        EpochRecord record = history[index];
        if (index > 0)
        {
            EpochRecord before = history[index - 1];
            return (record.Elapsed - before.Elapsed).TotalMilliseconds / Math.Max(1, record.Epoch - before.Epoch);
        }

        // The first record need not be that of the first epoch: its steps say how many there were.
        double epochs = history.Count > 1 && history[1].Steps > record.Steps
            ? (double)record.Steps * (history[1].Epoch - record.Epoch) / (history[1].Steps - record.Steps)
            : result.Epochs;
        return record.Elapsed.TotalMilliseconds / Math.Max(1, epochs);
    }

    private static Chart NewChart(string label, string name, bool isLogarithmic, int height = 380) =>
        new() { Label = label, XName = Epoch, YName = name, YFrom = 0, IsLogarithmic = isLogarithmic, IsCount = true, Height = height };

    private static IEnumerable<ChartPoint> Points(TrainingHistory history, Func<EpochRecord, double> value) =>
        history.Select(record => new ChartPoint(record.Epoch, value(record)));
}
