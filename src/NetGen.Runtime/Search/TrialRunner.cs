using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.ExceptionServices;

namespace NetGen;

/// <summary>Runs the trials of a search, several at once, and keeps what they leave.</summary>
internal sealed class TrialRunner<T>(HyperparameterSearch<T> search, Dataset<T> train, Dataset<T> validation) : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dictionary<string, TrialNetwork<T>> networks = search.Networks.ToDictionary(static network => network.Name);
    private readonly Dictionary<string, OptimizerChoice<T>> optimizers = search.Optimizers.ToDictionary(static optimizer => optimizer.Name);
    private readonly TrialFolder? folder = TrialFolder.Of(search, train, validation);

    /// <summary>Runs trials; of a search that is cancelled, those that are done are returned.</summary>
    /// <param name="settings">Their settings.</param>
    /// <param name="epochs">How many epochs each has.</param>
    /// <param name="progress">Told of each that is done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The trials, in the order of their settings.</returns>
    public Trial[] RunAll(TrialSettings[] settings, int epochs, IProgress<Trial>? progress, CancellationToken cancellationToken)
    {
        var trials = new Trial?[settings.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = search.Parallelism ?? Environment.ProcessorCount };
        try
        {
            // One after the other as a thread is free: a trial of the start of the list is not behind one that takes long.
            Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, settings.Length), EnumerablePartitionerOptions.NoBuffering), parallel, i =>
            {
                if (!cancellationToken.IsCancellationRequested && Run(settings[i], epochs, cancellationToken) is { } trial)
                {
                    trials[i] = trial;
                    progress?.Report(trial);
                }
            });
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }

        return [.. trials.OfType<Trial>()];
    }

    /// <inheritdoc/>
    public void Dispose() => folder?.Dispose();

    /// <summary>A trial that is done; null where it was cancelled.</summary>
    private Trial? Run(TrialSettings settings, int epochs, CancellationToken cancellationToken)
    {
        if (folder?.Read(settings, epochs) is { } done)
        {
            return done;
        }

        TrainingOptions options = search.Options with
        {
            Epochs = epochs,
            LearningRate = settings.LearningRate,
            BatchSize = settings.BatchSize,
            L2Penalty = settings.L2Penalty,
            WeightDecay = settings.WeightDecay,
            Seed = settings.Seed,
            Validation = validation,
            Threads = 1,
            Progress = null,
            Callback = null,
            Checkpoints = folder?.CheckpointsOf(settings),
        };
        TrainingResult result = Fit(settings, options, cancellationToken);
        switch (result.End)
        {
            case TrainingEnd.Cancelled:
                return null;
            case TrainingEnd.CheckpointFailed:
                throw new IOException(result.Failure!.Message, result.Failure);
        }

        var trial = new Trial(settings, epochs, result.End, result.BestValidationCost, result.BestEpoch, result.Elapsed)
        {
            Metrics = MetricsOf(result),
            ModelPath = folder?.ModelPathOf(settings),
        };
        folder?.Write(trial);
        return trial;
    }

    private TrainingResult Fit(TrialSettings settings, TrainingOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return networks[settings.Network].Fit(
                optimizers[settings.Optimizer], settings.Seed, settings.WeightScale, train, options, cancellationToken);
        }
        catch (DataFormatException) when (folder is not null && folder.Forget(settings))
        {
            // What cannot be gone on from is made again.
            return Fit(settings, options, cancellationToken);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw new InvalidOperationException($"The trial {settings} could not be made: {exception.Message}", exception);
        }
    }

    private static ImmutableArray<double> MetricsOf(TrainingResult result)
    {
        foreach (EpochRecord record in result.History)
        {
            if (record.Epoch == result.BestEpoch)
            {
                return record.Metrics;
            }
        }

        return [];
    }
}
