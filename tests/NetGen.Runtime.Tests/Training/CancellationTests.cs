using static NetGen.Runtime.Tests.Training.FivePoints;

namespace NetGen.Runtime.Tests.Training;

/// <summary>What a cancelled training leaves behind.</summary>
public class CancellationTests
{
    [Fact]
    public void Cancelling_stops_after_the_step_and_returns_what_was_reached()
    {
        using var source = new CancellationTokenSource();
        int steps = 0;
        var network = new LogisticNet
        {
            OnStep = _ =>
            {
                if (++steps == 5)
                {
                    source.Cancel();
                }
            },
        };
        TrainingResult result = Fit(network, new() { Epochs = 100, BatchSize = 2, ProgressInterval = 1 }, source.Token);
        Assert.Equal((TrainingEnd.Cancelled, 5L, 1, 1), (result.End, result.Steps, result.Epochs, result.ParametersEpoch));
        Assert.Equal([0], result.History.Select(record => record.Epoch));
        Assert.NotEqual(0.0, network.Parameters[0]);
    }

    [Fact]
    public void Cancelled_beforehand_nothing_is_trained()
    {
        var network = new LogisticNet();
        TrainingResult result = Fit(network, new() { Validation = Points }, new CancellationToken(canceled: true));
        Assert.Equal((TrainingEnd.Cancelled, 0L, 0, null), (result.End, result.Steps, result.Epochs, result.ParametersEpoch));
        Assert.Null(result.BestEpoch);
        Assert.True(double.IsNaN(result.FinalCost));
    }

    [Fact]
    public void Cancelling_in_the_last_step_is_no_cancelling()
    {
        using var source = new CancellationTokenSource();
        var network = new LogisticNet { OnStep = _ => source.Cancel() };
        Assert.Equal(TrainingEnd.Completed, Fit(network, new() { Epochs = 1 }, source.Token).End);
    }

    [Fact]
    public void Cancelled_with_a_validation_set_the_parameters_of_the_last_step_are_a_candidate()
    {
        using var source = new CancellationTokenSource();
        int steps = 0;
        var network = new LogisticNet
        {
            OnStep = _ =>
            {
                if (++steps == 7)
                {
                    source.Cancel();
                }
            },
        };
        TrainingResult result = Fit(network, new() { Epochs = 100, LearningRate = 0.1, ProgressInterval = 50, Validation = Points }, source.Token);
        Assert.Equal((7, 6), (result.Epochs, result.BestEpoch!.Value));
        Assert.Equal(result.BestValidationCost, network.Cost(X, Y));
        Assert.True(result.BestValidationCost < result.History[0].ValidationCost);
    }
}
