using static NetGen.Runtime.Tests.Training.FivePoints;

namespace NetGen.Runtime.Tests.Training;

/// <summary>What Fit does about costs and parameters that are not finite, and about exceptions.</summary>
public class DivergenceTests
{
    private static Dataset<double> Line => Dataset<double>.FromRows([1.0, 2.0, 3.0], 1, [1.0, -1.0, 2.0, -2.0, 3.0, -3.0], 2);

    [Fact]
    public void A_regression_whose_rate_is_too_high_stops_with_the_last_finite_parameters()
    {
        List<double[]> reached = [];
        var network = new LinearNet();
        var observer = new Callback(_ => reached.Add(network.Parameters.ToArray()));
        TrainingResult result = Trainer.Fit(
            network, Line, new GradientDescent<double>(100.0), new() { Epochs = 10_000, ProgressInterval = 1, Progress = observer });

        Assert.Equal(TrainingEnd.Diverged, result.End);
        Assert.InRange(result.Epochs, 2, 200);
        Assert.Equal((result.Epochs, result.Epochs - 1), (result.Divergence!.Epoch, result.ParametersEpoch));
        Assert.Equal(result.Epochs, result.History.Count);
        Assert.All(result.History, record => Assert.True(double.IsFinite(record.Cost)));
        Assert.Equal(reached[^1], network.Parameters.ToArray());
        Assert.All(network.Parameters.ToArray(), parameter => Assert.True(double.IsFinite(parameter)));
        Assert.StartsWith(
            $"diverged (in epoch {result.Epochs}, step {result.Epochs}, the cost is Infinity; the parameters are those of epoch {result.Epochs - 1}) "
                + $"after {result.Epochs} epochs",
            result.ToString());
    }

    [Fact]
    public void With_a_validation_set_the_best_parameters_come_back()
    {
        var network = new LinearNet();
        network.SetParameters([0.9, -0.9, 0.0, 0.0]);
        TrainingResult result = Trainer.Fit(
            network, Line, new GradientDescent<double>(100.0), new() { Epochs = 10_000, ProgressInterval = 1, Validation = Line });
        Assert.Equal(TrainingEnd.Diverged, result.End);
        Assert.Equal(0, result.BestEpoch);
        Assert.Equal(result.BestEpoch, result.ParametersEpoch);
        Assert.Equal(result.BestValidationCost, network.Cost(Line.X, Line.Y));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(2)]
    public void Features_that_are_NaN_stop_the_first_epoch_and_leave_the_network_as_it_was(int? batchSize)
    {
        double[] x = [.. X];
        x[4] = double.NaN;
        var network = new LogisticNet();
        network.SetParameters([0.25, 0.5, -0.5]);
        Dataset<double> data = Dataset<double>.FromRows(x, 2, [1, 0, 0, 1, 1], 1, NonFinite.Keep);
        TrainingResult result = Trainer.Fit<LogisticNet, double>(network, data, new() { BatchSize = batchSize });

        Assert.Equal((TrainingEnd.Diverged, 0, null), (result.End, result.Epochs, result.ParametersEpoch));
        Assert.Equal(
            (0, batchSize is null ? 0L : 1L, "the cost is NaN and the gradient of b1[0] is NaN", "b1", 1),
            (result.Divergence!.Epoch, result.Divergence.Step, result.Divergence.Finding, result.Divergence.Parameter, result.Divergence.Layer));
        Assert.Equal("The features hold NaN or infinity: leave such rows out, or fill what is missing.", result.Divergence.Advice);
        Assert.Equal([0.25, 0.5, -0.5], network.Parameters.ToArray());
        Assert.Contains("the parameters are those from before", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_finite_cost_beside_parameters_that_are_not_finite_is_a_divergence()
    {
        LogisticNet? network = null;
        int steps = 0;
        network = new LogisticNet
        {
            OnStep = _ =>
            {
                if (++steps == 3)
                {
                    network!.SetParameters([1.0, double.PositiveInfinity, 0.0]);
                }
            },
        };
        TrainingResult result = Trainer.Fit<LogisticNet, double>(network, Points, new() { Epochs = 10, ProgressInterval = 1 });
        Assert.Equal(new Divergence(2, "W1[0, 1] is Infinity"), result.Divergence);
        Assert.Equal((2, 1), (result.Epochs, result.ParametersEpoch));
        Assert.All(network.Parameters.ToArray(), parameter => Assert.True(double.IsFinite(parameter)));
    }

    [Fact]
    public void Parameters_spoiled_by_the_last_step_before_a_cancellation_are_not_kept()
    {
        using var source = new CancellationTokenSource();
        LogisticNet? network = null;
        int steps = 0;
        network = new LogisticNet
        {
            OnStep = _ =>
            {
                if (++steps != 7)
                {
                    return;
                }

                network!.SetBias(double.NaN);
                source.Cancel();
            },
        };
        TrainingResult result = Trainer.Fit<LogisticNet, double>(network, Points, new() { Epochs = 100, ProgressInterval = 5 }, source.Token);
        Assert.Equal((TrainingEnd.Diverged, new Divergence(6, "b1[0] is NaN"), 5), (result.End, result.Divergence, result.ParametersEpoch));
        Assert.All(network.Parameters.ToArray(), parameter => Assert.True(double.IsFinite(parameter)));
    }

    [Fact]
    public void A_validation_cost_that_is_not_finite_is_a_divergence()
    {
        Dataset<double> validation = Dataset<double>.FromRows([double.NaN, 1.0], 2, [1], 1, NonFinite.Keep);
        TrainingResult result = Trainer.Fit<LogisticNet, double>(new LogisticNet(), Points, new() { Validation = validation });
        Assert.Equal(new Divergence(0, "the validation cost is NaN"), result.Divergence);
        Assert.Null(result.BestEpoch);
        Assert.Empty(result.History);
    }

    [Fact]
    public void A_network_that_is_not_finite_is_refused_before_the_first_step()
    {
        var network = new SoftmaxNet();
        network.SetParameters([0.0, 0.0, 0.0, double.NaN, 0.0, 0.0, 0.0, 0.0, 0.0]);
        Dataset<double> data = Dataset<double>.FromRows([1.0, 2.0], 2, [1], 3);
        var exception = Assert.Throws<InvalidOperationException>(() => Trainer.Fit<SoftmaxNet, double>(network, data));
        Assert.StartsWith("W1[1, 1] is NaN of SoftmaxNet before its training", exception.Message);
        Assert.Equal(0, network.PlainSteps + network.CostSteps);
    }

    [Fact]
    public void An_exception_of_a_progress_callback_leaves_the_best_parameters()
    {
        Dataset<double> validation = Dataset<double>.FromRows([1.0, 2.0, -1.0, -2.0, 2.0, 1.0], 2, [0, 1, 1], 1);
        var network = new LogisticNet();
        double best = double.PositiveInfinity;
        var callback = new Callback(progress =>
        {
            best = Math.Min(best, progress.ValidationCost!.Value);
            if (progress.Epoch == 150)
            {
                throw new InvalidOperationException("Enough.");
            }
        });
        var options = new TrainingOptions { Epochs = 200, ProgressInterval = 1, Validation = validation, Progress = callback };
        TrainingResult result = Trainer.Fit(network, Points, new GradientDescent<double>(0.5), options);
        Assert.Equal((TrainingEnd.CallbackFailed, "Enough.", 151), (result.End, result.Failure!.Message, result.Epochs));
        Assert.Contains("ended by a callback (Enough.) after 151 epochs", result.ToString(), StringComparison.Ordinal);
        Assert.Equal(best, network.Cost(validation.X, validation.Y));
    }

    [Fact]
    public void A_cancellation_thrown_by_a_progress_callback_is_one_and_leaves_the_best_parameters()
    {
        var network = new LinearNet();
        network.SetParameters([0.9, -0.9, 0.0, 0.0]);
        double first = 0.0;
        var callback = new Callback(progress =>
        {
            if (progress.Epoch == 0)
            {
                first = progress.ValidationCost!.Value;
            }
            else
            {
                throw new OperationCanceledException();
            }
        });
        var options = new TrainingOptions { ProgressInterval = 1, Validation = Line, Progress = callback };
        Assert.Equal(TrainingEnd.Cancelled, Trainer.Fit(network, Line, new GradientDescent<double>(1.0), options).End);
        Assert.Equal(first, network.Cost(Line.X, Line.Y));
    }

    [Fact]
    public void An_exception_of_a_step_leaves_the_best_parameters_and_without_a_validation_set_finite_ones()
    {
        Assert.Equal([0.25, 0.5, -0.5], Throwing(new() { Validation = Points, BatchSize = 2 }));
        Assert.All(Throwing(new() { BatchSize = 2 }), parameter => Assert.True(double.IsFinite(parameter)));

        static double[] Throwing(TrainingOptions options)
        {
            LogisticNet? network = null;
            network = new LogisticNet
            {
                OnStep = _ =>
                {
                    network!.SetBias(double.NaN);
                    throw new InvalidOperationException("A step failed.");
                },
            };
            network.SetParameters([0.25, 0.5, -0.5]);
            Assert.Throws<InvalidOperationException>(() => Trainer.Fit<LogisticNet, double>(network, Points, options));
            return network.Parameters.ToArray();
        }
    }

    [Fact]
    public void Without_a_validation_set_an_exception_leaves_the_parameters_of_the_last_step()
    {
        double[] last = [];
        var network = new LogisticNet();
        var callback = new Callback(progress =>
        {
            last = network.Parameters.ToArray();
            if (progress.Epoch == 5)
            {
                throw new InvalidOperationException();
            }
        });
        Assert.Equal(TrainingEnd.CallbackFailed, Trainer.Fit<LogisticNet, double>(network, Points, new() { Progress = callback }).End);
        Assert.Equal(last, network.Parameters.ToArray());
        Assert.NotEqual(0.0, last[0]);
    }

    private sealed class Callback(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }
}

file static class Spoiling
{
    /// <summary>Sets the bias.</summary>
    public static void SetBias(this LogisticNet network, double value) => network.SetParameters([network.Parameters[0], network.Parameters[1], value]);
}
