using static NetGen.Runtime.Tests.Training.FivePoints;

namespace NetGen.Runtime.Tests.Training.Checkpoints;

/// <summary>A training that depends on everything that a checkpoint holds, and is stopped and continued.</summary>
internal static class CheckpointRuns
{
    /// <summary>Twenty epochs of three batches.</summary>
    public static TrainingOptions Options => new()
    {
        Epochs = 20,
        BatchSize = 2,
        Seed = 5,
        ProgressInterval = 3,
        Schedule = Schedule.OnPlateau(patience: 1, threshold: 0.5) * Schedule.Warmup(2, first: 0.1),
        AverageDecay = 0.8,
        L2Penalty = 0.01,
        ClipNorm = 0.5,
        Validation = Points,
        Metrics = [Metric.Accuracy],
    };

    /// <summary>Trains until a batch, counted over all epochs; beyond the end to the end.</summary>
    public static (TrainingResult Result, LogisticNet Network) Train(TrainingOptions options, int stopAfter = int.MaxValue)
    {
        LogisticNet network = new();
        TrainingResult result = Trainer.Fit(network, Points, new Adam<double>(0.05), options with { Callback = new Stop(stopAfter) });
        return (result, network);
    }

    /// <summary>All that can be compared of two results.</summary>
    public static void AssertSame((TrainingResult Result, LogisticNet Network) expected, (TrainingResult Result, LogisticNet Network) actual)
    {
        Assert.Equal(expected.Network.Parameters.ToArray(), actual.Network.Parameters.ToArray());
        Assert.Equal(
            (expected.Result.End, expected.Result.Epochs, expected.Result.Steps, expected.Result.BestEpoch, expected.Result.BestValidationCost),
            (actual.Result.End, actual.Result.Epochs, actual.Result.Steps, actual.Result.BestEpoch, actual.Result.BestValidationCost));
        Assert.Equal(expected.Result.History.Select(Numbers), actual.Result.History.Select(Numbers));
    }

    private static (int, long, double, double?, double, double) Numbers(EpochRecord record) =>
        (record.Epoch, record.Steps, record.Cost, record.ValidationCost, record.LearningRate, record.Metrics[0]);

    private sealed class Stop(int after) : ITrainingCallback
    {
        public void OnStep(TrainingContext context)
        {
            if ((context.Epoch * 3) + context.Batch == after)
            {
                context.Stop();
            }
        }
    }
}
