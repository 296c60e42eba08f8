using static NetGen.MessageText;

namespace NetGen.Reports;

/// <summary>How well a network does on a set.</summary>
internal static class EvaluationSections
{
    // As many as there are colours; and as many points as a curve of this size can show.
    private const int MostCurves = ChartStyle.SeriesColours;
    private const int MostPoints = 200;

    /// <summary>The figure that matters most.</summary>
    /// <param name="evaluation">The evaluation; null: none.</param>
    public static IEnumerable<(string Name, string Value)> Facts(Evaluation? evaluation) => evaluation?.Kind switch
    {
        null => [],
        EvaluationKind.Regression => [("Mean absolute error", Text($"{evaluation.MeanAbsoluteError:G4}"))],
        EvaluationKind.SeveralLabels => [("All labels right", Percent(evaluation.Accuracy)), ("Labels right", Percent(evaluation.LabelAccuracy))],
        _ => [("Accuracy", Percent(evaluation.Accuracy))],
    };

    /// <summary>The sections.</summary>
    /// <param name="evaluation">The evaluation; null: none.</param>
    /// <param name="names">The names of classes or labels; null: their numbers.</param>
    public static IEnumerable<string> Of(Evaluation? evaluation, IReadOnlyList<string>? names)
    {
        if (evaluation is null)
        {
            yield break;
        }

        yield return Section.Panel(
            "Evaluation", "A set that the network was not trained on.", $"<p>{Markup.Escape(evaluation.ToString())}</p>{Scores(evaluation, names)}");
        if (evaluation.Confusion is { } confusion)
        {
            yield return Section.Panel(
                "What was taken for what", "Rows are the classes as they are, columns as the network sees them.", ConfusionTable.Of(confusion, names));
        }

        int curves = evaluation.RocAucs.Length;
        if (curves is > 0 and <= MostCurves)
        {
            yield return Section.Panel(
                "Found and found wrongly",
                Text($"The receiver operating characteristic: the farther a curve stays from the diagonal, the better. Area {evaluation.RocAuc:0.####}."),
                RocChart(evaluation, curves, names).ToSvg());
        }
    }

    private static string Scores(Evaluation evaluation, IReadOnlyList<string>? names)
    {
        if (evaluation.Report is not { } report)
        {
            return "";
        }

        ConfusionTable.RequireNames(report.Classes.Length, names);
        return Table.Of(
            ["", "Precision", "Recall", "F1", "Examples"],
            [
                .. report.Classes.Select((scores, index) => Row(names is null ? Text($"{index}") : names[index], scores)),
                Row("macro mean", report.Macro),
                Row("weighted mean", report.Weighted),
            ]);
    }

    private static string[] Row(string name, ClassScores scores) =>
        [name, Part(scores.Precision), Part(scores.Recall), Part(scores.F1), Text($"{scores.Support:N0}")];

    private static Chart RocChart(Evaluation evaluation, int curves, IReadOnlyList<string>? names)
    {
        var chart = new Chart
        {
            Label = "Receiver operating characteristic.",
            XName = "false positive rate",
            YName = "true positive rate",
            YFrom = 0,
            Height = 420,
        };
        for (int output = 0; output < curves; output++)
        {
            // A single output is the probability of class 1.
            int index = curves == 1 ? 1 : output;
            string name = names is not null && index < names.Count ? names[index] : Text($"class {index}");
            chart.AddCurve(name, Thinned(evaluation.RocCurve(output)).Select(static point => new ChartPoint(point.FalsePositiveRate, point.TruePositiveRate)));
        }

        return chart;
    }

    private static IEnumerable<RocPoint> Thinned(IReadOnlyList<RocPoint> points) => points.Count <= MostPoints
        ? points
        : Enumerable.Range(0, MostPoints).Select(index => points[(int)((long)index * (points.Count - 1) / (MostPoints - 1))]);

    private static string Percent(double part) => Text($"{100.0 * part:0.00} %");

    private static string Part(double part) => double.IsNaN(part) ? "–" : Text($"{part:0.0000}");
}
