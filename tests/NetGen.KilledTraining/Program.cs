using NetGen;
using NetGen.KilledTraining;

// Trains with checkpoints in a folder after every step, says when it has begun, and saves what it reached: somebody kills it meanwhile, and starts it again.
// usage: NetGen.KilledTraining FOLDER MODEL
string folder = args[0], model = args[1];
var random = new Random(7);
float[] x = [.. Enumerable.Range(0, 61 * 7).Select(i => i % 7 == 6 ? random.Next(5) : (float)(random.NextDouble() - 0.5))];
int[] classes = [.. Enumerable.Range(0, 61).Select(_ => random.Next(3))];
Dataset<float> all = Dataset<float>.FromRows(x, inputSize: 7, classes, classCount: 3);
(Dataset<float> train, Dataset<float> validation) = all.Split(0.8, seed: 1);

var network = new DiceNet();
TrainingResult result = network.Fit(train, new Adam<float>(0.01), new TrainingOptions
{
    Epochs = 30,
    BatchSize = 8,
    Seed = 3,
    ProgressInterval = 2,
    Schedule = Schedule.Warmup(3) * Schedule.OnPlateau(patience: 2),
    AccumulateBatches = 2,
    ClipNorm = 1.0,
    WeightDecay = 0.01,
    AverageDecay = 0.95,
    Validation = validation,
    Metrics = [Metric.Accuracy],
    Callback = new Announcement(),
    Checkpoints = new CheckpointOptions(folder) { Every = TimeSpan.FromTicks(1), Resume = ResumeMode.Newest, StopsOnFailure = true },
});
if (result.End != TrainingEnd.Completed)
{
    throw new InvalidOperationException(result.ToString(), result.Failure);
}

network.Save(model);

/// <summary>Says that training has begun.</summary>
internal sealed class Announcement : ITrainingCallback
{
    /// <inheritdoc/>
    public void OnStart(TrainingContext context)
    {
        Console.WriteLine("training");
        Console.Out.Flush();
    }
}
