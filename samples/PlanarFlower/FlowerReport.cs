using NetGen;
using NetGen.Reports;

namespace PlanarFlower;

/// <summary>The report: accuracies, cost curves, and the boundary of each network over the points.</summary>
internal static class FlowerReport
{
    public static Report Write(IReadOnlyList<TrainedFlower> trained, FlowerSettings settings)
    {
        TrainedFlower best = trained.MaxBy(flower => flower.Accuracy)!;
        var report = new Report("The petals of a flower")
        {
            Lead = "Networks with one hidden tanh layer learned which of two classes each of 400 points belongs to: "
                + FormattableString.Invariant($"{settings.Iterations:#,0} iterations at rate {settings.LearningRate}."),
        };
        report.AddFacts(
            ("Best accuracy", FormattableString.Invariant($"{100 * best.Accuracy:0.00} %")),
            ("With hidden units", FormattableString.Invariant($"{best.HiddenUnits}")),
            ("Its parameters", FormattableString.Invariant($"{best.Parameters}")),
            ("Its time", FormattableString.Invariant($"{best.Result.Elapsed.TotalSeconds:0.00} s")));
        report.AddChart("The cost falls", "The mean binary cross-entropy over all points, every 100 iterations.", CostChart(trained));
        report.AddTable(
            "How many units it takes",
            "Few hidden units can only bend the boundary a little; many can follow the noise.",
            ["Hidden units", "Parameters", "Last cost", "Accuracy", "Time"],
            trained.Select(flower => (string[])
            [
                FormattableString.Invariant($"{flower.HiddenUnits}"),
                FormattableString.Invariant($"{flower.Parameters}"),
                FormattableString.Invariant($"{flower.Result.FinalCost:0.000000}"),
                FormattableString.Invariant($"{100 * flower.Accuracy:0.00} %"),
                FormattableString.Invariant($"{flower.Result.Elapsed.TotalSeconds:0.00} s"),
            ]));
        report.AddCharts(
            "Where the networks draw the line",
            "The colour of a place is the class that the network would give it, stronger where it is surer; the line is where it changes its mind.",
            trained.Select(flower => (Name(flower), BoundaryChart(flower, side: 420))));
        return report;
    }

    public static IEnumerable<(string FileName, string Svg)> Drawings(IReadOnlyList<TrainedFlower> trained) =>
    [
        ("boundaries.svg", ChartGrid.ToSvgFile(
            "The boundary of each network over the points.", [.. trained.Select(flower => (Name(flower), BoundaryChart(flower, side: 300)))], columns: 4)),
    ];

    private static string Name(TrainedFlower flower) =>
        FormattableString.Invariant($"{flower.HiddenUnits} hidden {Units(flower)}: {100 * flower.Accuracy:0.00} %");

    private static string Units(TrainedFlower flower) => flower.HiddenUnits == 1 ? "unit" : "units";

    private static Chart CostChart(IReadOnlyList<TrainedFlower> trained)
    {
        var chart = new Chart { Label = "Cost by iteration of each network.", XName = "iteration", YName = "cost", YFrom = 0, IsCount = true, Height = 420 };
        foreach (TrainedFlower flower in trained)
        {
            chart.AddCost($"{flower.HiddenUnits} {Units(flower)}", flower.Result.History);
        }

        return chart;
    }

    private static Chart BoundaryChart(TrainedFlower flower, int side)
    {
        Dataset<double> points = Flower.Draw<double>();
        string label = $"The boundary of the network with {flower.HiddenUnits} hidden {Units(flower)}.";
        return new Chart { Label = label, XName = "x", YName = "y", Width = side, Height = side }
            .AddPlane(flower.Plane)
            .AddPoints("class 0", Points(points, 0), series: 0)
            .AddPoints("class 1", Points(points, 1), series: 1);
    }

    private static IEnumerable<ChartPoint> Points(Dataset<double> points, int label)
    {
        for (int i = 0; i < points.Count; i++)
        {
            if (points.Y[i] == label)
            {
                yield return new ChartPoint(points.X[2 * i], points.X[(2 * i) + 1]);
            }
        }
    }
}
