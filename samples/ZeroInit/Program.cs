using System.CommandLine;
using NetGen;
using NetGen.Reports;
using Samples.CommandLine;
using ZeroInit;

// Why must weights not start equal? Two networks that differ in nothing else are trained, and their hidden units are printed.

Option<int> iterations = SampleOption.WholeNumber("--iterations", "How many updates.", 5000);
Option<double> rate = SampleOption.Rate("--rate", "The learning rate.", 2);

return new SampleCommand(
    "Shows that hidden units which start equal stay equal for ever, and that random weights part them.",
    "samples/ZeroInit -- --iterations 2000",
    seed: 1,
    "What the random weights are drawn from.",
    iterations, rate).Run(args, session =>
    {
        // Every step sees all points, as in the notes: nothing but the start differs, not even the order of the examples.
        var options = new TrainingOptions
        {
            Epochs = session.Get(iterations),
            LearningRate = session.Get(rate),
            BatchSize = null,
            ProgressInterval = 50,
            Threads = session.Threads,
        };
        Start zeros = Start.Train<ZeroNet>("zeros", session, options);
        Print(session, zeros);
        Start random = Start.Train<RandomNet>("random weights", session, options);
        Print(session, random);
        session.Save(() => WriteReport([zeros, random]));
    });

static void Print(SampleSession session, Start start)
{
    session.Print($"{Table(start.Snapshots[0])}");
    session.Print($"{Table(start.Snapshots[^1])}");
    session.Print($"From {start.Name}: {Distinct(start)}, accuracy: {100 * start.Accuracy:0.00} %");
}

static string Table(Snapshot snapshot) => TextTable.Format(
    [FormattableString.Invariant($"after {snapshot.Iterations}"), "w1", "w2", "b"],
    snapshot.Units.Select((unit, index) => (string[])[$"unit {index + 1}", .. unit.Select(value => value.ToString("0.000000", CultureInfo.InvariantCulture))]));

static string Distinct(Start start)
{
    Snapshot last = start.Snapshots[^1];
    return $"{last.DistinctUnits} distinct hidden {(last.DistinctUnits == 1 ? "unit" : "units")} out of {last.Units.Length}";
}

static Report WriteReport(Start[] starts)
{
    var report = new Report("Why weights must not start equal")
    {
        Lead = "Units of a layer that start equal see the same inputs, send the same output and receive the same gradient: "
            + "they stay copies of one unit. Random weights make them different from the beginning.",
    };
    report.AddFacts([.. starts.Select(start => ($"From {start.Name}", FormattableString.Invariant($"{100 * start.Accuracy:0.0} %")))]);
    var costs = new Chart { Label = "Cost by iteration from both starts.", XName = "iteration", YName = "cost", YFrom = 0 };
    foreach (Start start in starts)
    {
        costs.AddCost(start.Name, start.Result.History);
    }

    report.AddChart("The cost", "From zeros the network can only do what a single hidden unit could.", costs);
    report.AddCharts(
        "The first weight of each hidden unit",
        "From zeros the four curves lie on one another.",
        starts.Select(start => ($"From {start.Name}", start.WeightChart())));
    foreach (Start start in starts)
    {
        report.AddText(
            $"The hidden units, from {start.Name}",
            "Weights and bias of each unit before the first update and after the last.",
            $"{Table(start.Snapshots[0])}\n\n{Table(start.Snapshots[^1])}");
    }

    return report;
}
