using System.Diagnostics;
using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// One call of Fit. What it needs is allocated at the start, so that batches allocate nothing and epochs only what they record, and costs are computed only in
/// the epochs that record them.
/// </summary>
internal sealed partial class TrainingRun<TNetwork, T, TOptimizer> : IDisposable
    where TNetwork : class, INetwork<TNetwork, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TOptimizer : struct, IOptimizer<T>
{
    // More than are recorded unless somebody asks for it; from here on the list grows with what is run.
    private const int FirstCapacity = 128;

    private readonly TNetwork network;
    private readonly TrainingOptions options;
    private readonly int exampleCount;
    private readonly int interval;
    private readonly int endEpoch;
    private readonly List<EpochRecord> history;
    private readonly TrainingBatches<T> batches;
    private readonly TrainingPosition position = new();
    private readonly StepMaker<TNetwork, T, TOptimizer> steps;
    private readonly ValidationPass<TNetwork, T>? validation;
    private readonly BestParameters<TNetwork, T> best;
    private readonly DivergenceSearch<TNetwork, T, TOptimizer>? divergences;
    private readonly TrainingContext context;
    private readonly TrainingListeners listeners;
    private readonly TrainingCheckpoints<T>? checkpoints;
    private readonly TrainingInstruments instruments = new(TNetwork.Description.Name);
    private readonly long started = Stopwatch.GetTimestamp();
    private TimeSpan elapsedBefore;
    private long lookedAtSteps;
    private (int Epoch, int Batch)? saved;
    private TrainingEnd? end;
    private Divergence? divergence;

    public TrainingRun(TNetwork network, Dataset<T> train, Dataset<T>? validation, TOptimizer optimizer, TrainingOptions options)
    {
        this.network = network;
        this.options = options;
        exampleCount = train.Count;

        // Rounded up: at most a hundred epochs and the last.
        interval = options.ProgressInterval ?? (options.Patience is null ? ((options.Epochs - 1) / 100) + 1 : 1);
        endEpoch = options.FirstEpoch + options.Epochs;
        position.Epoch = options.FirstEpoch;
        history = new List<EpochRecord>(Math.Min((options.Epochs - 1) / interval, FirstCapacity) + 2);
        checkpoints = options.Checkpoints is { } asked
            ? new TrainingCheckpoints<T>(
                asked, TNetwork.Description, CheckpointIdentity.Of<T>(TNetwork.Description, typeof(TOptimizer), train.Count, options))
            : null;
        WeightAverage<T>? average = options.AverageDecay is { } decay ? new WeightAverage<T>(TNetwork.ParameterCount, decay) : null;
        this.validation = validation is null ? null : new ValidationPass<TNetwork, T>(network, validation, options, average);
        best = new BestParameters<TNetwork, T>(network, this.validation, options, average);
        batches = new TrainingBatches<T>(train, options.BatchSize ?? train.Count, options.Shuffle, options.Seed);
        steps = new StepMaker<TNetwork, T, TOptimizer>(network, optimizer, options, history, batches, average);
        divergences = options.StopsAtDivergence
            ? new DivergenceSearch<TNetwork, T, TOptimizer>(network, batches, steps, position, options)
            : null;
        context = new TrainingContext(options, history) { Epoch = position.Epoch };
        listeners = new TrainingListeners(options, context);
    }

    /// <summary>The optimizer, as the last step has left it; after a divergence, as the last finite record has.</summary>
    public TOptimizer Optimizer => steps.Optimizer;

    private TimeSpan Elapsed => elapsedBefore + Stopwatch.GetElapsedTime(started);

    /// <summary>Trains.</summary>
    public TrainingResult Run(CancellationToken cancellationToken)
    {
        validation?.RequireDefined();
        try
        {
            Begin();
            while (end is null && position.Epoch < endEpoch)
            {
                RunEpoch(cancellationToken);
            }

            return listeners.TellEnd(Finish(cancellationToken));
        }
        catch
        {
            best.GiveBackAfterException();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        batches.Dispose();
        checkpoints?.Dispose();
    }

    private void Begin()
    {
        if (checkpoints?.Begin(endEpoch) is { } state)
        {
            Resume(state);
        }

        CheckpointDone();
        divergences?.Note();
        listeners.Tell(static (callback, context) => callback.OnStart(context));
        end ??= listeners.End;
    }

    private void RunEpoch(CancellationToken cancellationToken)
    {
        int epoch = position.Epoch;
        bool isRecorded = epoch % interval == 0 || epoch == endEpoch - 1;
        batches.BeginEpoch(epoch, position.Batch);
        while (batches.MoveNext())
        {
            if (cancellationToken.IsCancellationRequested)
            {
                end = TrainingEnd.Cancelled;
                return;
            }

            // A gradient that is clipped by its norm has been measured for that.
            if (isRecorded && TrainingInstruments.WantsGradientNorm && options.ClipNorm is null && position.Batch + 1 == batches.StepsOfEpoch)
            {
                steps.MeasureGradient(batches);
            }

            steps.Take(batches, position, isRecorded);
            if (options.Callback is not null)
            {
                UpdateContext(epoch);
                listeners.Tell(static (callback, context) => callback.OnStep(context));
                if (listeners.End is { } asked && position.Batch < batches.StepsOfEpoch)
                {
                    end = asked;
                    return;
                }
            }

            if (checkpoints is not null && position.Batch < batches.StepsOfEpoch && checkpoints.IsDue)
            {
                Save();
                if (end is not null)
                {
                    return;
                }
            }
        }

        EndEpoch(epoch, isRecorded, cancellationToken);
    }

    private void EndEpoch(int epoch, bool isRecorded, CancellationToken cancellationToken)
    {
        if (isRecorded && !Record(epoch, position.Cost, cancellationToken))
        {
            return;
        }

        instruments.Count(exampleCount);
        position.BeginNextEpoch();
        if (isRecorded)
        {
            divergences?.Note();
        }

        UpdateContext(epoch);
        listeners.Tell(static (callback, context) => callback.OnEpoch(context));
        end = listeners.End ?? (isRecorded && position.Epoch < endEpoch && best.IsOutOfPatience(epoch) ? TrainingEnd.OutOfPatience : null);
        if (end is null && checkpoints is not null && checkpoints.IsDueAfter(position.Epoch - options.FirstEpoch))
        {
            Save();
        }
    }

    /// <summary>
    /// Looks at cost, parameters and validation set, and says what is not finite. An update may spoil the parameters after a cost that is finite.
    /// </summary>
    private string? Look(int epoch, double cost, out ValidationResult? result)
    {
        result = null;
        lookedAtSteps = position.Steps;
        return options.StopsAtDivergence && !double.IsFinite(cost) ? Text($"the cost is {cost}") : best.Observe(epoch, out result);
    }

    private void Diverge(int epoch, string finding, CancellationToken cancellationToken)
    {
        end = TrainingEnd.Diverged;
        divergence = divergences!.Find(epoch, finding, cancellationToken);
    }

    /// <summary>Whether all is finite: only then is there something to record, and training goes on.</summary>
    private bool Record(int epoch, double cost, CancellationToken cancellationToken)
    {
        if (Look(epoch, cost, out ValidationResult? result) is { } finding)
        {
            Diverge(epoch, finding, cancellationToken);
            return false;
        }

        EpochRecord record = new(epoch, cost, result?.Cost)
        {
            Steps = position.Steps,
            LearningRate = steps.Optimizer.LearningRate,
            Elapsed = Elapsed,
            Metrics = result?.Metrics ?? default,
        };
        history.Add(record);
        instruments.Note(record, steps.GradientNorm);
        listeners.Report(record);
        return true;
    }

    private void UpdateContext(int epoch)
    {
        context.Epoch = epoch;
        context.Batch = position.Epoch == epoch ? position.Batch : batches.StepsOfEpoch;
        context.Steps = position.Steps;
        context.LearningRate = steps.Optimizer.LearningRate;
        context.Elapsed = Elapsed;
    }

    private TrainingResult Finish(CancellationToken cancellationToken)
    {
        // What is looked at from here on is no part of what a training that goes on has seen.
        if (end is not (TrainingEnd.Diverged or TrainingEnd.CheckpointFailed) && (position.Epoch, position.Batch) != saved)
        {
            Save();
        }

        int completed = position.Epoch - options.FirstEpoch;
        long made = position.Steps;
        if (end is not (null or TrainingEnd.Diverged)
            && position.Steps != lookedAtSteps
            && Look(position.EpochOfLastBatch, cost: 0.0, out _) is { } finding)
        {
            Diverge(position.EpochOfLastBatch, finding, cancellationToken);
        }

        if (divergence is not null || validation is not null)
        {
            best.GiveBack();
            if (end != TrainingEnd.CheckpointFailed)
            {
                checkpoints?.WriteBest(best.Record, best.Parameters);
            }
        }
        else if (steps.Average is { IsBegun: true } average)
        {
            network.SetParameters(average.Values.Span);
        }

        return new TrainingResult
        {
            End = end ?? TrainingEnd.Completed,
            Failure = listeners.Failure ?? checkpoints?.Failure,
            Epochs = completed,
            Steps = made,
            History = new TrainingHistory(history, options.Metrics.Select(static metric => metric.Name)),
            Divergence = divergence,
            ParametersEpoch = best.Record.Epoch,
            BestEpoch = best.Record.Cost is null ? null : best.Record.Epoch,
            BestValidationCost = best.Record.Cost,
            Elapsed = Elapsed,
        };
    }
}
