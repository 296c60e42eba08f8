using System.Diagnostics;
using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// One call of Fit. What it needs is allocated at the start, so that epochs and steps allocate nothing but the growth of a long list of costs, and costs are
/// computed only in the epochs that record them.
/// </summary>
internal sealed class TrainingRun<TNetwork, T, TOptimizer>
    where TNetwork : class, INetwork<TNetwork, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TOptimizer : struct, IOptimizer<T>
{
    // More than are recorded unless somebody asks for it; from here on the list grows with what is run.
    private const int FirstCapacity = 128;

    private readonly TNetwork network;
    private readonly Dataset<T> train;
    private readonly TrainingOptions options;
    private readonly int batchSize;
    private readonly MiniBatches<T>? shuffled;
    private readonly FeatureBuffer<T>? features;
    private readonly KeptParameters<TNetwork, T> kept;
    private readonly int interval;
    private readonly int lastEpoch;
    private readonly List<CostRecord> costs;
    private readonly ScheduledRate<T>? schedule;
    private readonly long started = Stopwatch.GetTimestamp();
    private TOptimizer optimizer;
    private long steps;
    private int epochOfLastStep;
    private Divergence? divergence;

    public TrainingRun(TNetwork network, Dataset<T> train, Dataset<T>? validation, TOptimizer optimizer, TrainingOptions options)
    {
        this.network = network;
        this.train = train;
        this.optimizer = optimizer;
        this.options = options;
        batchSize = Math.Min(options.BatchSize ?? train.Count, train.Count);
        shuffled = options.Shuffle && batchSize < train.Count ? new MiniBatches<T>(train, batchSize, options.Seed) : null;
        features = batchSize < train.Count && shuffled is null ? new FeatureBuffer<T>(train, batchSize) : null;
        kept = new KeptParameters<TNetwork, T>(network, validation, options.Threads);

        // Rounded up: at most a hundred epochs and the last.
        interval = options.ProgressInterval ?? ((options.Epochs - 1) / 100) + 1;
        lastEpoch = options.FirstEpoch + options.Epochs - 1;
        int stepsOfEpoch = ((train.Count - 1) / batchSize) + 1;
        schedule = options.Schedule is { } asked ? new ScheduledRate<T>(asked, optimizer.LearningRate, stepsOfEpoch, lastEpoch + 1) : null;
        costs = new List<CostRecord>(Math.Min((options.Epochs - 1) / interval, FirstCapacity) + 2);
    }

    /// <summary>The optimizer, as the last step has left it.</summary>
    public TOptimizer Optimizer => optimizer;

    public TrainingResult Run(CancellationToken cancellationToken)
    {
        try
        {
            return RunEpochs(cancellationToken);
        }
        catch
        {
            kept.RestoreAfterException();
            throw;
        }
    }

    private TrainingResult RunEpochs(CancellationToken cancellationToken)
    {
        int completed = 0;
        while (completed < options.Epochs && RunEpoch(options.FirstEpoch + completed, cancellationToken))
        {
            completed++;
        }

        bool isCancelled = completed < options.Epochs && divergence is null;
        if (isCancelled && steps > 0 && kept.Observe(epochOfLastStep, out _) is { } finding)
        {
            divergence = new Divergence(epochOfLastStep, finding);
        }

        if (divergence is not null || kept.ValidationCost is not null)
        {
            kept.Restore();
        }

        return new TrainingResult
        {
            End = divergence is not null ? TrainingEnd.Diverged : isCancelled ? TrainingEnd.Cancelled : TrainingEnd.Completed,
            Epochs = completed,
            Steps = steps,
            Costs = [.. costs],
            Divergence = divergence,
            ParametersEpoch = kept.Epoch,
            BestEpoch = kept.ValidationCost is null ? null : kept.Epoch,
            BestValidationCost = kept.ValidationCost,
            Elapsed = Stopwatch.GetElapsedTime(started),
        };
    }

    /// <summary>Whether the epoch was completed.</summary>
    private bool RunEpoch(int epoch, CancellationToken cancellationToken)
    {
        bool record = epoch % interval == 0 || epoch == lastEpoch;
        double sum = 0.0;
        if (shuffled is not null)
        {
            foreach (Batch<T> batch in shuffled.BeginEpoch(epoch))
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    return false;
                }

                sum += Step(epoch, batch.X, batch.Y, batch.Count, record);
            }
        }
        else
        {
            for (int first = 0; first < train.Count; first += batchSize)
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    return false;
                }

                int count = Math.Min(batchSize, train.Count - first);
                ReadOnlySpan<T> x = features is null ? train.X : features.Of(first, count);
                ReadOnlySpan<T> y = train.Y.Slice(first * train.OutputSize, count * train.OutputSize);
                sum += Step(epoch, x, y, count, record);
            }
        }

        return !record || Record(epoch, sum / train.Count);
    }

    /// <summary>The sum of the losses before the update; 0 where nobody reads it.</summary>
    private double Step(int epoch, ReadOnlySpan<T> x, ReadOnlySpan<T> y, int count, bool withCost)
    {
        epochOfLastStep = epoch;
        steps++;
        if (schedule is not null)
        {
            optimizer.LearningRate = schedule.Next(epoch, costs);
        }

        if (withCost)
        {
            return network.TrainStepWithCost(x, y, ref optimizer, options.Threads) * count;
        }

        network.TrainStep(x, y, ref optimizer, options.Threads);
        return 0.0;
    }

    /// <summary>Whether all is finite: only then is there something to record. An update may spoil the parameters after a cost that is finite.</summary>
    private bool Record(int epoch, double cost)
    {
        double? validationCost = null;
        string? finding = double.IsFinite(cost) ? kept.Observe(epoch, out validationCost) : Text($"the cost is {cost}");
        if (finding is not null)
        {
            divergence = new Divergence(epoch, finding);
            return false;
        }

        costs.Add(new CostRecord(epoch, cost, validationCost));
        options.Progress?.Report(new TrainingProgress(
            epoch, options.Epochs, steps, cost, validationCost, optimizer.LearningRate, Stopwatch.GetElapsedTime(started), options.FirstEpoch));
        return true;
    }
}
