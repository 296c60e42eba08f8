using NetGen;

namespace CatClassifier;

/// <summary>Which network is trained, and how the course trains it. This file, Networks.cs and PictureSet.cs need nothing but NetGen.</summary>
/// <param name="Name">What the network is called.</param>
/// <param name="Iterations">How many updates.</param>
/// <param name="LearningRate">The rate of each.</param>
internal sealed record Model(string Name, int Iterations, double LearningRate)
{
    public static readonly Model FourLayer = new("12288-20-7-5-1", 2500, 0.0075);

    public static readonly Model TwoLayer = new("12288-7-1", 2500, 0.0075);

    public static readonly Model Logistic = new("12288-1", 2000, 0.005);

    /// <summary>
    /// Trains a network: every step sees the whole training set, and the weights start where NumPy would have them start, so the course's published costs come
    /// out.
    /// </summary>
    /// <param name="net">The network.</param>
    /// <param name="train">The training pictures.</param>
    /// <param name="seed">What the initial weights are drawn from.</param>
    /// <param name="options">How: those of <see cref="Options"/>.</param>
    /// <param name="cancellationToken">Stops after the current update.</param>
    public TrainingResult Train<TNet, T>(TNet net, Dataset<T> train, int seed, TrainingOptions options, CancellationToken cancellationToken = default)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        net.Initialize(new NumPyRandom(seed));
        return Trainer.Fit(net, train, new GradientDescent<T>(LearningRate), options, cancellationToken);
    }

    /// <summary>How Fit trains.</summary>
    /// <param name="threads">How many threads a step may use; 0 leaves it to the network.</param>
    public TrainingOptions Options(int threads = 0) => new() { Epochs = Iterations, BatchSize = null, ProgressInterval = 100, Threads = threads };
}
