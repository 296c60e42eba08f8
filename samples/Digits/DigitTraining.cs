using NetGen;

namespace Digits;

/// <summary>How a network is trained. This file, Networks.cs, DigitPictures.cs, Distortion.cs and UciDigits.cs with its data need nothing but NetGen.</summary>
/// <param name="Epochs">How many times all digits are seen.</param>
/// <param name="BatchSize">How many digits each update sees.</param>
/// <param name="LearningRate">The rate of Adam.</param>
/// <param name="LinesEvery">Every how many epochs a plain line is printed.</param>
internal sealed record DigitTraining(int Epochs, int BatchSize, double LearningRate, int LinesEvery)
{
    public static readonly DigitTraining Small = new(Epochs: 300, BatchSize: 64, LearningRate: 0.003, LinesEvery: 20)
    {
        Schedule = Schedule.Warmup(2) * Schedule.Cosine(),
        WeightDecay = 0.05,
        AverageDecay = 0.99,
    };

    public static readonly DigitTraining Residual = new(Epochs: 45, BatchSize: 64, LearningRate: 0.003, LinesEvery: 5) { Schedule = Schedule.Step(epochs: 30) };

    public static readonly DigitTraining Mnist = new(Epochs: 20, BatchSize: 128, LearningRate: 0.002, LinesEvery: 1)
    {
        Schedule = Schedule.Warmup(1) * Schedule.Cosine(),
        WeightDecay = 0.05,
        AverageDecay = 0.999,
    };

    /// <summary>How the rate changes; null: not at all. A network that dropout keeps stirring settles as the rate falls.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>The share, in units of the rate, that each update takes off the weights.</summary>
    public double WeightDecay { get; init; }

    /// <summary>How much of the average of the weights an update keeps; null: there is no average.</summary>
    public double? AverageDecay { get; init; }

    /// <summary>Trains a network in mini-batches.</summary>
    /// <param name="net">The network.</param>
    /// <param name="train">The digits to learn from.</param>
    /// <param name="options">How: those of <see cref="Options"/>.</param>
    /// <param name="cancellationToken">Stops after the current update.</param>
    public TrainingResult Train<TNet>(TNet net, Dataset<float> train, TrainingOptions options, CancellationToken cancellationToken = default)
        where TNet : class, INetwork<TNet, float>
    {
        net.Initialize(options.Seed);
        return Trainer.Fit(net, train, new Adam<float>(LearningRate), options, cancellationToken);
    }

    /// <summary>How Fit trains.</summary>
    /// <param name="seed">What the initial weights and the order of the digits are drawn from.</param>
    /// <param name="threads">How many threads a step may use; 0 leaves it to the network.</param>
    public TrainingOptions Options(int seed, int threads = 0) => new()
    {
        Epochs = Epochs,
        BatchSize = BatchSize,
        Schedule = Schedule,
        WeightDecay = WeightDecay,
        AverageDecay = AverageDecay,
        Seed = seed,
        ProgressInterval = 1,
        Threads = threads,
    };
}
