using System.Diagnostics;
using System.Numerics;

namespace NetGen;

/// <summary>
/// One call of Fit. Everything it needs is allocated at the start, so that epochs and steps allocate nothing, and costs are computed only in the epochs that
/// record them.
/// </summary>
internal sealed class TrainingRun<TNetwork, T, TOptimizer>
    where TNetwork : class, INetwork<TNetwork, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TOptimizer : struct, IOptimizer<T>
{
    private readonly TNetwork network;
    private readonly Dataset<T> train;
    private readonly TrainingOptions options;
    private readonly int batchSize;
    private readonly MiniBatches<T>? shuffled;
    private readonly BestParameters<TNetwork, T>? best;
    private readonly int interval;
    private readonly List<CostRecord> costs;
    private readonly long started = Stopwatch.GetTimestamp();
    private TOptimizer optimizer;
    private long steps;
    private int epochOfLastStep;

    public TrainingRun(TNetwork network, Dataset<T> train, Dataset<T>? validation, TOptimizer optimizer, TrainingOptions options)
    {
        this.network = network;
        this.train = train;
        this.optimizer = optimizer;
        this.options = options;
        batchSize = Math.Min(options.BatchSize ?? train.Count, train.Count);
        shuffled = options.Shuffle && batchSize < train.Count ? new MiniBatches<T>(train, batchSize, options.Seed) : null;
        best = validation is null ? null : new BestParameters<TNetwork, T>(network, validation, options.Threads);

        // Rounded up: at most a hundred epochs and the last.
        interval = options.ProgressInterval ?? ((options.Epochs - 1) / 100) + 1;
        costs = new List<CostRecord>(((options.Epochs - 1) / interval) + 2);
    }

    public TrainingResult Run(CancellationToken cancellationToken)
    {
        int epoch = 0;
        while (epoch < options.Epochs && RunEpoch(epoch, cancellationToken))
            epoch++;

        bool cancelled = epoch < options.Epochs;
        if (cancelled && steps > 0)
            best?.Observe(epochOfLastStep);
        best?.Restore();
        return new TrainingResult
        {
            Epochs = epoch,
            Steps = steps,
            Cancelled = cancelled,
            Costs = [.. costs],
            BestEpoch = best?.Epoch,
            BestValidationCost = best?.Cost,
            Elapsed = Stopwatch.GetElapsedTime(started),
        };
    }

    /// <summary>Whether the epoch was completed.</summary>
    private bool RunEpoch(int epoch, CancellationToken cancellationToken)
    {
        bool record = epoch % interval == 0 || epoch == options.Epochs - 1;
        double sum = 0.0;
        if (shuffled is not null)
        {
            foreach (Batch<T> batch in shuffled.BeginEpoch(epoch))
            {
                if (cancellationToken.IsCancellationRequested)
                    return false;
                sum += Step(epoch, batch.X, batch.Y, batch.Count, record);
            }
        }
        else
        {
            for (int first = 0; first < train.Count; first += batchSize)
            {
                if (cancellationToken.IsCancellationRequested)
                    return false;
                int count = Math.Min(batchSize, train.Count - first);
                ReadOnlySpan<T> x = train.X.Slice(first * train.InputSize, count * train.InputSize);
                ReadOnlySpan<T> y = train.Y.Slice(first * train.OutputSize, count * train.OutputSize);
                sum += Step(epoch, x, y, count, record);
            }
        }

        if (record)
            Record(epoch, sum / train.Count);
        return true;
    }

    /// <summary>The sum of the losses before the update; 0 where nobody reads it.</summary>
    private double Step(int epoch, ReadOnlySpan<T> x, ReadOnlySpan<T> y, int count, bool withCost)
    {
        epochOfLastStep = epoch;
        steps++;
        if (withCost)
            return network.TrainStepWithCost(x, y, ref optimizer, options.Threads) * count;
        network.TrainStep(x, y, ref optimizer, options.Threads);
        return 0.0;
    }

    private void Record(int epoch, double cost)
    {
        double? validationCost = best?.Observe(epoch);
        costs.Add(new CostRecord(epoch, cost, validationCost));
        options.Progress?.Report(
            new TrainingProgress(epoch, options.Epochs, steps, cost, validationCost, optimizer.LearningRate, Stopwatch.GetElapsedTime(started)));
    }
}
