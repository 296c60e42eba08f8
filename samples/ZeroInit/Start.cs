using NetGen;
using NetGen.Reports;
using Samples.CommandLine;

namespace ZeroInit;

/// <summary>What became of a network from one kind of start.</summary>
/// <param name="Name">The kind of start.</param>
/// <param name="Snapshots">Its hidden units from time to time, first to last.</param>
/// <param name="Accuracy">The part of the points that it puts into the right class in the end.</param>
/// <param name="Result">How training went.</param>
internal sealed record Start(string Name, IReadOnlyList<Snapshot> Snapshots, double Accuracy, TrainingResult Result)
{
    /// <summary>Trains a network and looks at its hidden units from time to time.</summary>
    /// <param name="name">The kind of start.</param>
    /// <param name="session">The run.</param>
    /// <param name="options">How to train.</param>
    public static Start Train<TNet>(string name, SampleSession session, TrainingOptions options)
        where TNet : class, INetwork<TNet, float>, new()
    {
        session.Print($"Training from {name}:");
        Dataset<float> points = Quarters.Draw();
        var net = new TNet();
        var snapshots = new List<Snapshot>();
        TrainingResult result = session.Train(name, "iteration", linesEvery: 1000, progress =>
            Snapshot.Train(net, points, session.Seed, options with { Progress = progress }, snapshots, session.CancellationToken));

        return new Start(name, snapshots, Evaluator.Evaluate(net, points).Accuracy, result);
    }

    /// <summary>The first weight of each unit over time.</summary>
    public Chart WeightChart()
    {
        var chart = new Chart { Label = $"The first weight of each hidden unit, from {Name}.", XName = "iteration", YName = "w1", Width = 420, Height = 340 };
        for (int unit = 0; unit < Snapshots[0].Units.Length; unit++)
        {
            chart.AddCurve($"unit {unit + 1}", Snapshots.Select(snapshot => new ChartPoint(snapshot.Iterations, snapshot.Units[unit][0])));
        }

        return chart;
    }
}
