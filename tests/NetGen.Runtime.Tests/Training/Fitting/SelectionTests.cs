using static NetGen.Runtime.Tests.Training.FivePoints;

namespace NetGen.Runtime.Tests.Training.Fitting;

/// <summary>Which parameters a training ends with, and when it is no longer patient.</summary>
public class SelectionTests
{
    /// <summary>Points for which the parameters of the training set become worse after a while.</summary>
    private static Dataset<double> Validation => Dataset<double>.FromRows([1.0, 2.0, -1.0, -2.0, 2.0, 1.0], 2, [0, 1, 1], 1);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Without_an_improvement_training_ends_after_as_many_epochs_with_the_best_parameters(int patience)
    {
        var network = new LogisticNet();
        TrainingResult result = Trainer.Fit(
            network, Points, new GradientDescent<double>(0.5), new() { Epochs = 500, Patience = patience, Validation = Validation });
        Assert.Equal(TrainingEnd.OutOfPatience, result.End);
        Assert.Equal(result.Epochs, result.History.Count);
        Assert.Equal(result.Epochs, result.BestEpoch + patience + 1);
        Assert.Equal(result.BestValidationCost, network.Cost(Validation.X, Validation.Y));
        Assert.Equal(result.History.Min(record => record.ValidationCost), result.BestValidationCost);
        Assert.StartsWith($"out of patience (the parameters are those of epoch {result.BestEpoch})", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Improvements_below_the_minimum_change_do_not_count_but_are_kept()
    {
        var network = new LogisticNet();
        TrainingResult result = Trainer.Fit(
            network, Points, new GradientDescent<double>(0.01), new() { Epochs = 500, Patience = 3, MinimumChange = 1.0, Validation = Points });
        Assert.Equal((TrainingEnd.OutOfPatience, 4, 3), (result.End, result.Epochs, result.BestEpoch!.Value));
        Assert.Equal(result.BestValidationCost, network.Cost(X, Y));
    }

    [Fact]
    public void Patience_that_holds_to_the_end_is_a_completed_training()
    {
        TrainingResult result = Fit(new LogisticNet(), new() { Epochs = 20, Patience = 3, Validation = Points });
        Assert.Equal((TrainingEnd.Completed, 20), (result.End, result.Epochs));
    }

    [Fact]
    public void Metrics_are_recorded_in_their_order_and_the_monitored_one_decides()
    {
        var network = new LogisticNet();
        Metric late = new("late", isHigherBetter: true, evaluation => -Math.Abs(evaluation.Cost - 0.5));
        TrainingResult result = Trainer.Fit(network, Points, new GradientDescent<double>(0.5), new()
        {
            Epochs = 60,
            ProgressInterval = 1,
            Validation = Validation,
            Metrics = [Metric.Accuracy, Metric.MacroF1, Metric.RocAuc, Metric.LogLoss, late],
            Monitor = late,
        });
        Assert.Equal(["accuracy", "macro_f1", "roc_auc", "log_loss", "late"], result.History.MetricNames);
        EpochRecord best = result.History.MaxBy(record => record.Metrics[4]);
        Assert.Equal((best.Epoch, best.ValidationCost), (result.BestEpoch!.Value, result.BestValidationCost));
        Evaluation evaluation = Evaluator.Evaluate<LogisticNet, double>(network, Validation);
        double[] expected = [evaluation.Accuracy, evaluation.Report!.Macro.F1, evaluation.RocAuc, evaluation.LogLoss, late.Of(evaluation)];
        Assert.Equal(expected, best.Metrics);
    }

    [Fact]
    public void What_looks_at_a_validation_set_needs_one()
    {
        AssertRefused("Patience is set, which looks at a validation set, but there is none: set Validation, too.", new() { Patience = 1 });
        AssertRefused("Monitor is set, which", new() { Monitor = Metric.Accuracy });
        AssertRefused("Metrics is set, which", new() { Metrics = [Metric.Accuracy] });
    }

    [Fact]
    public void A_metric_that_is_not_defined_is_refused_before_the_first_step()
    {
        Dataset<double> oneClass = Dataset<double>.FromRows([1.0, 2.0, 2.0, 3.0], 2, [1, 1], 1);
        AssertRefused("roc_auc is not defined for Validation of LogisticNet (2 examples: accuracy", new() { Validation = oneClass, Metrics = [Metric.RocAuc] });
        AssertRefused("r_squared is not defined for", new() { Validation = Points, Monitor = Metric.RSquared });
    }

    [Fact]
    public void A_name_comes_once()
    {
        Assert.StartsWith(
            "Metrics has accuracy twice, or beside a column of the history.",
            Assert.Throws<ArgumentException>(() => new TrainingOptions { Metrics = [Metric.Accuracy, new("accuracy", true, _ => 1.0)] }).Message);
        Assert.Throws<ArgumentException>(() => new TrainingOptions { Metrics = [new("cost", false, evaluation => evaluation.Cost)] });
        Assert.Throws<ArgumentException>(() => new TrainingOptions { Metrics = [null!] });
        Assert.Throws<ArgumentException>(() => new Metric(" ", true, _ => 1.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Metric.TopKAccuracy(0));
    }

    private static void AssertRefused(string message, TrainingOptions options)
    {
        var network = new LogisticNet();
        var exception = Assert.Throws<ArgumentException>(() => Fit(network, options));
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal("options", exception.ParamName);
        Assert.Equal(0, network.PlainSteps + network.CostSteps);
    }
}
