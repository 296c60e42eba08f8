using System.Diagnostics;
using System.Numerics;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>Trains networks of any size: written once for all of them. Generated networks offer it as <c>Fit</c>.</summary>
public static class Trainer
{
    /// <summary>
    /// Trains with Adam, whose steps do not depend on the scale of the gradients, so that its own rate of 0.001 trains most networks; plain gradient descent is
    /// the other overload with <c>new GradientDescent&lt;T&gt;(rate)</c>.
    /// </summary>
    /// <param name="network">The network; never initialized, it draws the declared initial parameters with seed 0.</param>
    /// <param name="train">The examples.</param>
    /// <param name="options">How to train; null: as <see cref="TrainingOptions"/> has it by default, 100 epochs of batches of 32.</param>
    /// <param name="cancellationToken">Stops after the current step; what was reached is returned, not thrown away.</param>
    /// <typeparam name="TNetwork">The network class.</typeparam>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">A set does not fit the network, or its labels the loss.</exception>
    /// <exception cref="InvalidOperationException">A parameter of the network is not finite.</exception>
    public static TrainingResult Fit<TNetwork, T>(
        TNetwork network, Dataset<T> train, TrainingOptions? options = null, CancellationToken cancellationToken = default)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Fit(network, train, new Adam<T>(), options, cancellationToken);

    /// <summary>Trains with an optimizer of which nothing is wanted back: as the overload that takes it by reference.</summary>
    /// <remarks>
    /// <see cref="Momentum{T}"/> and <see cref="Adam{T}"/> share their state with every copy, so that calling this again, or going on with <c>TrainStep</c>,
    /// continues the training; an optimizer that keeps numbers of its own in fields continues only where it is passed by reference.
    /// </remarks>
    /// <param name="network">The network; never initialized, it draws the declared initial parameters with seed 0.</param>
    /// <param name="train">The examples.</param>
    /// <param name="optimizer">Turns gradients into updates.</param>
    /// <param name="options">How to train; null: as <see cref="TrainingOptions"/> has it by default, 100 epochs of batches of 32.</param>
    /// <param name="cancellationToken">Stops after the current step; what was reached is returned, not thrown away.</param>
    /// <typeparam name="TNetwork">The network class.</typeparam>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <typeparam name="TOptimizer">The optimizer.</typeparam>
    /// <exception cref="ArgumentException">A set does not fit the network, or its labels the loss; or there is no epoch of such a number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate of the options is none in T.</exception>
    /// <exception cref="InvalidOperationException">A parameter of the network is not finite.</exception>
    public static TrainingResult Fit<TNetwork, T, TOptimizer>(
        TNetwork network, Dataset<T> train, TOptimizer optimizer, TrainingOptions? options = null, CancellationToken cancellationToken = default)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOptimizer : struct, IOptimizer<T> =>
        Fit(network, train, ref optimizer, options, cancellationToken);

    /// <summary>
    /// Trains with an optimizer, whose state goes on from where it is: training again, or in steps, equals not having stopped, where the network still has the
    /// parameters of the last step, that is, without a validation set and without an average.
    /// </summary>
    /// <remarks>
    /// What the network standardizes its inputs with is measured on the examples before the first step, frozen or not, where that has not been done and the
    /// parameters are those that were drawn: parameters that steps have trained, or that were set or loaded, belong to the statistics that they have.
    /// Costs and parameters are looked at in the epochs that are recorded, and when training ends: the first that is not finite ends it, and the network is
    /// given its best or last finite parameters back. What a callback or a progress observer throws ends the training and is in the result; an
    /// <see cref="OperationCanceledException"/> of theirs is a cancellation. Whatever a step or a schedule throws comes through. With a validation set the
    /// network has its best parameters in each case, and without one those of the last step. The optimizer's state is that of
    /// the last step; after a training that diverged, that of the last record with finite costs and parameters.
    /// </remarks>
    /// <param name="network">The network; never initialized, it draws the declared initial parameters with seed 0.</param>
    /// <param name="train">The examples.</param>
    /// <param name="optimizer">
    /// Turns gradients into updates. Afterwards it has the state of the last step, whatever ended the training. Where
    /// <see cref="TrainingOptions.LearningRate"/> or <see cref="TrainingOptions.Schedule"/> is set, its learning rate is theirs in this training, and what it
    /// was before afterwards.
    /// </param>
    /// <param name="options">How to train; null: as <see cref="TrainingOptions"/> has it by default, 100 epochs of batches of 32.</param>
    /// <param name="cancellationToken">Stops after the current step; what was reached is returned, not thrown away.</param>
    /// <typeparam name="TNetwork">The network class.</typeparam>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <typeparam name="TOptimizer">The optimizer.</typeparam>
    /// <exception cref="ArgumentException">A set does not fit the network, or its labels the loss; or there is no epoch of such a number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate of the options is none in T.</exception>
    /// <exception cref="InvalidOperationException">
    /// A parameter of the network is not finite; an augmentation gives something that is not; or the folder of the checkpoints is another training's, or holds
    /// some that nobody asked to go on from.
    /// </exception>
    /// <exception cref="DataFormatException">The checkpoint to go on from is damaged, or another training's.</exception>
    public static TrainingResult Fit<TNetwork, T, TOptimizer>(
        TNetwork network, Dataset<T> train, ref TOptimizer optimizer, TrainingOptions? options = null, CancellationToken cancellationToken = default)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOptimizer : struct, IOptimizer<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(train);
        options ??= new TrainingOptions();
        options.RequireConsistent<T>();
        if (!options.ClassWeights.IsEmpty)
        {
            ClassWeights.Check(options.ClassWeights.AsSpan(), TNetwork.Description, nameof(options.ClassWeights));
        }

        DatasetGuard.Fits(train, TNetwork.Description, nameof(train));
        Dataset<T>? validation = ValidationSet.Of<T>(options, TNetwork.Description);

        TOptimizer running = optimizer;
        if (options.LearningRate is { } rate)
        {
            running.LearningRate = Hyperparameter.Rate<T>(rate, nameof(options.LearningRate));
        }

        Prepare<TNetwork, T>(network, train);
        try
        {
            return options.IsRegularized
                ? RunRegularized(network, train, validation, ref running, options, cancellationToken)
                : Run(network, train, validation, ref running, options, cancellationToken);
        }
        finally
        {
            if (options.LearningRate is not null || options.Schedule is not null)
            {
                running.LearningRate = optimizer.LearningRate;
            }

            optimizer = running;
        }
    }

    /// <summary>Gives the network what it must have before the first step: parameters, and what inputs are standardized with.</summary>
    private static void Prepare<TNetwork, T>(TNetwork network, Dataset<T> train)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!network.IsInitialized)
        {
            network.Initialize(seed: 0);
        }

        if (network.IsAsDrawn && StatisticsFitter.FitUnfitted(TNetwork.Description, network.Parameters, train) is { } fitted)
        {
            network.SetParameters(fitted);
        }
    }

    private static TrainingResult Run<TNetwork, T, TOptimizer>(
        TNetwork network, Dataset<T> train, Dataset<T>? validation, ref TOptimizer optimizer, TrainingOptions options, CancellationToken cancellationToken)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOptimizer : struct, IOptimizer<T>
    {
        using var run = new TrainingRun<TNetwork, T, TOptimizer>(network, train, validation, optimizer, options);
        using Activity? activity = TrainingInstruments.StartFit(TNetwork.Description.Name, options.Epochs, train.Count);
        try
        {
            TrainingResult result = run.Run(cancellationToken);
            TrainingInstruments.EndFit(activity, result);
            return result;
        }
        finally
        {
            optimizer = run.Optimizer;
        }
    }

    private static TrainingResult RunRegularized<TNetwork, T, TOptimizer>(
        TNetwork network, Dataset<T> train, Dataset<T>? validation, ref TOptimizer optimizer, TrainingOptions options, CancellationToken cancellationToken)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOptimizer : struct, IOptimizer<T>
    {
        var regularized = new Regularized<T, TOptimizer>(optimizer)
        {
            ClipValue = options.ClipValue,
            L2Penalty = options.L2Penalty,
            WeightDecay = options.WeightDecay,
            PenalizesAll = options.PenalizesAll,
        };
        try
        {
            return Run(network, train, validation, ref regularized, options, cancellationToken);
        }
        finally
        {
            optimizer = regularized.Optimizer;
        }
    }
}
