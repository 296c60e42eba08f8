using System.Numerics;

namespace NetGen;

/// <summary>Trains networks of any size: written once for all of them. Generated networks offer it as <c>Fit</c>.</summary>
public static class Trainer
{
    /// <summary>Trains by gradient descent.</summary>
    /// <param name="network">The network; never initialised, it draws the declared initial parameters with seed 0.</param>
    /// <param name="train">The examples.</param>
    /// <param name="options">How to train.</param>
    /// <param name="cancellationToken">Stops after the current step; what was reached is returned, not thrown away.</param>
    /// <typeparam name="TNetwork">The network class.</typeparam>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">A set does not fit the network.</exception>
    public static TrainingResult Fit<TNetwork, T>(TNetwork network, Dataset<T> train, TrainingOptions options, CancellationToken cancellationToken = default)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Fit(network, train, new GradientDescent<T>(), options, cancellationToken);

    /// <summary>Trains with an optimizer.</summary>
    /// <param name="network">The network; never initialised, it draws the declared initial parameters with seed 0.</param>
    /// <param name="train">The examples.</param>
    /// <param name="optimizer">Turns gradients into updates. <see cref="TrainingOptions.LearningRate"/>, where it is set, replaces its learning rate.</param>
    /// <param name="options">How to train.</param>
    /// <param name="cancellationToken">Stops after the current step; what was reached is returned, not thrown away.</param>
    /// <typeparam name="TNetwork">The network class.</typeparam>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <typeparam name="TOptimizer">The optimizer.</typeparam>
    /// <exception cref="ArgumentException">A set does not fit the network.</exception>
    public static TrainingResult Fit<TNetwork, T, TOptimizer>(
        TNetwork network, Dataset<T> train, TOptimizer optimizer, TrainingOptions options, CancellationToken cancellationToken = default)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOptimizer : struct, IOptimizer<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(options);
        DatasetGuard.Fits(train, TNetwork.Description, nameof(train));
        Dataset<T>? validation = DatasetGuard.Validation<T>(options, TNetwork.Description);

        if (!network.IsInitialized)
            network.Initialize(seed: 0);
        if (options.LearningRate is { } rate)
            optimizer.LearningRate = rate;
        return new TrainingRun<TNetwork, T, TOptimizer>(network, train, validation, optimizer, options).Run(cancellationToken);
    }
}
