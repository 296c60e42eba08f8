using NetGen;

namespace PlanarFlower;

/// <summary>How the networks are trained. This file, Networks.cs and Flower.cs need nothing but NetGen.</summary>
/// <param name="Iterations">How many updates, each with all points.</param>
/// <param name="LearningRate">The rate of each.</param>
internal sealed record FlowerSettings(int Iterations, double LearningRate)
{
    /// <summary>Trains a network as the course does: every step sees all points, and the weights start where NumPy would have them start.</summary>
    /// <param name="net">The network.</param>
    /// <param name="points">The points of the flower.</param>
    /// <param name="seed">What the initial weights are drawn from.</param>
    /// <param name="threads">How many threads a step may use; 0 leaves it to the network.</param>
    /// <param name="progress">Told every 100 updates what was reached.</param>
    /// <param name="cancellationToken">Stops after the current update.</param>
    public TrainingResult Train<TNet, T>(
        TNet net, Dataset<T> points, int seed, int threads = 0, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        net.Initialize(new NumPyRandom(seed));
        var options = new TrainingOptions { Epochs = Iterations, BatchSize = null, Progress = progress, ProgressInterval = 100, Threads = threads };
        return Trainer.Fit(net, points, new GradientDescent<T>(LearningRate), options, cancellationToken);
    }
}
