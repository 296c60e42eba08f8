using NetGen;

namespace Digits;

/// <summary>How a network is trained. This file, Networks.cs, DigitPictures.cs and UciDigits.cs with its data need nothing but NetGen.</summary>
/// <param name="Epochs">How many times all digits are seen.</param>
/// <param name="BatchSize">How many digits each update sees.</param>
/// <param name="LearningRate">The rate of Adam.</param>
/// <param name="LinesEvery">Every how many epochs a plain line is printed.</param>
internal sealed record DigitTraining(int Epochs, int BatchSize, double LearningRate, int LinesEvery)
{
    public static readonly DigitTraining Small = new(Epochs: 40, BatchSize: 32, LearningRate: 0.003, LinesEvery: 5);

    public static readonly DigitTraining Residual = new(Epochs: 30, BatchSize: 64, LearningRate: 0.003, LinesEvery: 5) { FineEpochs = 15 };

    public static readonly DigitTraining Mnist = new(Epochs: 10, BatchSize: 64, LearningRate: 0.001, LinesEvery: 1);

    /// <summary>How many more times they are seen, at a tenth of the rate: a network that dropout keeps stirring settles then.</summary>
    public int FineEpochs { get; init; }

    /// <summary>Trains a network in mini-batches.</summary>
    /// <param name="net">The network.</param>
    /// <param name="train">The digits to learn from.</param>
    /// <param name="seed">What the initial weights and the order of the digits are drawn from.</param>
    /// <param name="threads">How many threads a step may use; 0 leaves it to the network.</param>
    /// <param name="progress">Told after every epoch what was reached.</param>
    /// <param name="cancellationToken">Stops after the current update.</param>
    public TrainingResult Train<TNet>(
        TNet net, Dataset<float> train, int seed, int threads = 0, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
        where TNet : class, INetwork<TNet, float>
    {
        net.Initialize(seed);
        var options = new TrainingOptions { Epochs = Epochs, BatchSize = BatchSize, Seed = seed, Progress = progress, ProgressInterval = 1, Threads = threads };
        var adam = new Adam<float>(LearningRate);
        TrainingResult coarse = Trainer.Fit(net, train, ref adam, options, cancellationToken);
        if (FineEpochs == 0 || coarse.End != TrainingEnd.Completed)
        {
            return coarse;
        }

        options = options with { Epochs = FineEpochs, FirstEpoch = Epochs, LearningRate = LearningRate / 10 };
        TrainingResult fine = Trainer.Fit(net, train, ref adam, options, cancellationToken);
        return fine with
        {
            Epochs = coarse.Epochs + fine.Epochs,
            Steps = coarse.Steps + fine.Steps,
            Costs = [.. coarse.Costs, .. fine.Costs],
            Elapsed = coarse.Elapsed + fine.Elapsed,
        };
    }
}
