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

    [Fact]
    public void Weights_of_classes_that_are_not_there_change_nothing()
    {
        Dataset<double> set = Dataset<double>.FromRows([1.0, 2.0, -1.0, 0.5], 2, [0, 1], classCount: 3);
        SoftmaxNet plain = new(), weighted = new();
        Trainer.Fit<SoftmaxNet, double>(plain, set);
        Trainer.Fit<SoftmaxNet, double>(weighted, set, new() { ClassWeights = [1.0, 1.0, 5.0] });
        Assert.Equal(plain.Parameters.ToArray(), weighted.Parameters.ToArray());
    }

    [Fact]
    public void Weights_of_other_classes_than_the_network_has_are_refused()
    {
        var network = new SoftmaxNet();
        Dataset<double> set = Dataset<double>.FromRows([1.0, 2.0], 2, [0], classCount: 3);
        var exception = Assert.Throws<ArgumentException>(() => Trainer.Fit<SoftmaxNet, double>(network, set, new() { ClassWeights = [1.0, 2.0] }));
        Assert.StartsWith("ClassWeights holds 2 values, but SoftmaxNet has 3 classes: each class needs one weight.", exception.Message);
        Assert.False(network.IsInitialized);
    }
}
