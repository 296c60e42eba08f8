namespace NetGen.Runtime.Tests.Training.Fitting;

/// <summary>Sets of which there is little to learn.</summary>
public class UnusualSetTests
{
    [Fact]
    public void Of_one_class_that_class_is_learned()
    {
        var network = new SoftmaxNet();
        Dataset<double> set = Dataset<double>.FromRows([1.0, 2.0, -1.0, 0.5], 2, [1, 1], classCount: 3);
        TrainingResult result = Trainer.Fit(network, set, new Adam<double>(0.1), new() { Validation = set, Metrics = [Metric.Accuracy] });
        Assert.Equal(TrainingEnd.Completed, result.End);
        Assert.Equal(1.0, result.History[^1].Metrics[0]);
    }

    [Fact]
    public void One_example_is_learned()
    {
        var network = new LinearNet();
        Dataset<double> set = Dataset<double>.FromRows([1.0], 1, [3.0, -2.0], 2);
        TrainingResult result = Trainer.Fit(network, set, new Adam<double>(0.1), new() { Epochs = 500 });
        Assert.Equal((TrainingEnd.Completed, 500L), (result.End, result.Steps));
        Assert.InRange(result.FinalCost, 0.0, 1e-6);
    }

    [Fact]
    public void Features_that_never_change_are_no_obstacle()
    {
        var network = new LogisticNet();
        Dataset<double> set = Dataset<double>.FromRows([1.0, 5.0, 1.0, 5.0, 1.0, 5.0], 2, [1, 1, 0], 1);
        TrainingResult result = Trainer.Fit(network, set, new Adam<double>(0.05), new() { Epochs = 2000 });
        Assert.Equal(TrainingEnd.Completed, result.End);

        // The best that can be known: two of three.
        double[] output = new double[1];
        network.Predict([1.0, 5.0], output);
        Assert.Equal(2.0 / 3.0, output[0], 0.01);
    }
}
