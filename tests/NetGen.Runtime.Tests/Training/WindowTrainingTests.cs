namespace NetGen.Runtime.Tests.Training;

/// <summary>Windows over a series are trained and evaluated with as the same examples written out one after the other are.</summary>
public class WindowTrainingTests
{
    private static readonly double[] Series = [.. Enumerable.Range(0, 3000).Select(i => Math.Sin(i))];

    private static readonly double[] Rising = [.. Series.Select((value, i) => i > 0 && value > Series[i - 1] ? 1.0 : 0.0)];

    private static readonly Dataset<double> Windows = Dataset<double>.FromWindows(Series, 1, 2, Rising, 1);

    private static readonly Dataset<double> Copy = Dataset<double>.FromRows(
        [.. Enumerable.Range(0, Windows.Count).SelectMany(i => Series[i..(i + 2)])], 2, Windows.Y, 1);

    [Theory]
    [InlineData(32, true)]
    [InlineData(32, false)]
    [InlineData(5000, true)]
    [InlineData(null, false)]
    public void Fit_makes_the_same_steps(int? batchSize, bool shuffle)
    {
        LogisticNet Trained(Dataset<double> data)
        {
            var network = new LogisticNet();
            var descent = new GradientDescent<double>(0.1);
            Trainer.Fit<LogisticNet, double, GradientDescent<double>>(
                network, data, ref descent, new TrainingOptions { Epochs = 3, BatchSize = batchSize, Shuffle = shuffle });
            return network;
        }

        Assert.Equal(Trained(Copy).Parameters.ToArray(), Trained(Windows).Parameters.ToArray());
    }

    [Fact]
    public void A_validation_set_of_windows_costs_what_its_copy_does()
    {
        double Cost(Dataset<double> validation)
        {
            var network = new LogisticNet();
            var descent = new GradientDescent<double>(0.1);
            return Trainer.Fit<LogisticNet, double, GradientDescent<double>>(
                network, Copy, ref descent, new TrainingOptions { Epochs = 3, Validation = validation }).BestValidationCost!.Value;
        }

        // Sums of 1024 windows each are added up, so the last digits may differ.
        Assert.Equal(Cost(Copy), Cost(Windows), 1e-14);
    }

    [Fact]
    public void Evaluate_measures_the_same()
    {
        var network = new LogisticNet();
        network.SetParameters([-1, 1, 0.1]);
        Evaluation expected = Evaluator.Evaluate<LogisticNet, double>(network, Copy);
        Evaluation actual = Evaluator.Evaluate<LogisticNet, double>(network, Windows);
        Assert.Equal((expected.Cost, expected.Accuracy, expected.Count), (actual.Cost, actual.Accuracy, actual.Count));
    }
}
