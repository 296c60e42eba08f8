using System.Numerics;
using NetGen.Numerics;

namespace NetGen;

/// <summary>
/// Makes the steps of a training of batches. Where nobody wants to see the gradient it is one fused step; else the gradient is stored, and used when it is
/// complete.
/// </summary>
internal sealed class StepMaker<TNetwork, T, TOptimizer>
    where TNetwork : class, INetwork<TNetwork, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TOptimizer : struct, IOptimizer<T>
{
    // What keeps the factor of clip_grad_norm_ of PyTorch away from a division by 0.
    private const double NormEpsilon = 1e-6;

    private readonly TNetwork network;
    private readonly TrainingOptions options;
    private readonly ScheduledRate<T>? schedule;
    private readonly IReadOnlyList<EpochRecord> history;
    private readonly WeightPenalty<T>? penalty;
    private readonly BatchWeights<T> weighting;
    private readonly int batchesOfEpoch;
    private TOptimizer optimizer;
    private T[] gradients = [];
    private T[] part = [];
    private int pendingBatches;
    private long pendingExamples;

    public StepMaker(
        TNetwork network,
        TOptimizer optimizer,
        TrainingOptions options,
        IReadOnlyList<EpochRecord> history,
        TrainingBatches<T> batches,
        WeightAverage<T>? average)
    {
        batchesOfEpoch = batches.StepsOfEpoch;
        weighting = new BatchWeights<T>(options.ClassWeights, batches.BatchSize);
        this.network = network;
        this.optimizer = optimizer;
        this.options = options;
        this.history = history;
        Average = average;
        schedule = options.Schedule is { } asked
            ? new ScheduledRate<T>(asked, optimizer.LearningRate, batchesOfEpoch, options.FirstEpoch + options.Epochs)
            : null;
        penalty = options.L2Penalty > 0.0 ? new WeightPenalty<T>(TNetwork.Description, options) : null;
        if (StoresGradients)
        {
            MakeRoom();
        }
    }

    /// <summary>The optimizer, as the last step has left it.</summary>
    public ref TOptimizer Optimizer => ref optimizer;

    /// <summary>The moving average of the parameters; null without one.</summary>
    public WeightAverage<T>? Average { get; }

    /// <summary>The batches that wait for their update.</summary>
    public PendingGradient<T> Pending => new(pendingBatches, pendingExamples, pendingBatches == 0 ? default : gradients);

    /// <summary>The norm of the gradient of the last update; NaN where it was not computed.</summary>
    public double GradientNorm { get; private set; } = double.NaN;

    private bool StoresGradients => options.ClipNorm is not null || options.AccumulateBatches > 1;

    /// <summary>Takes a batch, and makes the update when it is due.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="position">How far the training is; goes on.</param>
    /// <param name="withCost">Whether the losses are summed up.</param>
    /// <param name="inspection">Looks at everything on the way; null: nobody does.</param>
    public void Take(TrainingBatches<T> batch, TrainingPosition position, bool withCost, StepInspection<T>? inspection = null)
    {
        if (schedule is not null)
        {
            optimizer.LearningRate = schedule.At(position.Epoch, position.Batch, history);
        }

        double loss = withCost && penalty is not null ? penalty.Of(network.Parameters) : 0.0;
        bool isUpdated = true;
        if (StoresGradients || inspection is not null)
        {
            loss += Stored(batch, position.Batch + 1 == batchesOfEpoch, inspection, out isUpdated);
        }
        else
        {
            loss += Fused(batch, withCost);
        }

        position.EpochOfLastBatch = position.Epoch;
        position.Batch++;
        if (withCost)
        {
            position.LossSum += loss * batch.Count;
            position.LossExamples += batch.Count;
        }

        if (isUpdated)
        {
            if (inspection is null)
            {
                Average?.Add(network.Parameters, position.Steps);
            }

            position.Steps++;
        }
    }

    /// <summary>Computes the norm of the gradient of a batch, which changes nothing that a step depends on.</summary>
    public void MeasureGradient(TrainingBatches<T> batch)
    {
        DropoutState masks = network.DropoutState;
        T[] gradient = new T[TNetwork.ParameterCount];
        ReadOnlySpan<T> weights = weighting.Of(batch);
        if (weights.IsEmpty)
        {
            network.ComputeGradients(batch.X, batch.Y, gradient);
        }
        else
        {
            network.ComputeGradients(batch.X, batch.Y, weights, gradient);
        }

        network.DropoutState = masks;
        GradientNorm = Math.Sqrt(SpanArithmetic.SumOfSquares<T>(gradient));
    }

    /// <summary>Goes on with batches that wait for their update; with none, forgets those that did.</summary>
    public void Restore(PendingGradient<T> pending)
    {
        pendingBatches = pending.Batches;
        pendingExamples = pending.Examples;
        if (pendingBatches > 0)
        {
            pending.Sum.CopyTo(gradients);
        }
    }

    /// <summary>A step in one; returns the cost where it is asked for.</summary>
    private double Fused(TrainingBatches<T> batch, bool withCost)
    {
        ReadOnlySpan<T> weights = weighting.Of(batch);
        switch (withCost, weights.IsEmpty)
        {
            case (true, true):
                return network.TrainStepWithCost(batch.X, batch.Y, ref optimizer, options.Threads);
            case (true, false):
                return network.TrainStepWithCost(batch.X, batch.Y, weights, ref optimizer, options.Threads);
            case (false, true):
                network.TrainStep(batch.X, batch.Y, ref optimizer, options.Threads);
                return 0.0;
            default:
                network.TrainStep(batch.X, batch.Y, weights, ref optimizer, options.Threads);
                return 0.0;
        }
    }

    private double Gradients(TrainingBatches<T> batch, T[] destination)
    {
        ReadOnlySpan<T> weights = weighting.Of(batch);
        return weights.IsEmpty
            ? network.ComputeStepGradients(batch.X, batch.Y, destination, options.Threads)
            : network.ComputeStepGradients(batch.X, batch.Y, weights, destination, options.Threads);
    }

    /// <summary>The gradient of a batch, and the update with those that were waiting where this is the last of them.</summary>
    private double Stored(TrainingBatches<T> batch, bool isLast, StepInspection<T>? inspection, out bool isUpdated)
    {
        MakeRoom();
        double cost;
        if (options.AccumulateBatches == 1)
        {
            cost = Gradients(batch, gradients);
            inspection?.Look(cost, gradients);
        }
        else
        {
            cost = Gradients(batch, part);
            inspection?.Look(cost, part);
            isUpdated = Accumulate(batch.Count, isLast);
            if (!isUpdated)
            {
                return cost;
            }
        }

        Clip();
        network.ApplyGradients(gradients, ref optimizer);
        inspection?.LookAfterUpdate(network.Parameters);
        isUpdated = true;
        return cost;
    }

    /// <summary>Whether the sum is complete; then it is the gradient of all its examples.</summary>
    private bool Accumulate(int examples, bool isLast)
    {
        if (pendingBatches == 0)
        {
            gradients.AsSpan().Clear();
            pendingExamples = 0;
        }

        SpanArithmetic.AddScaled<T>(gradients, part, T.CreateTruncating(examples));
        pendingExamples += examples;
        pendingBatches++;
        if (pendingBatches < options.AccumulateBatches && !isLast)
        {
            return false;
        }

        SpanArithmetic.Scale<T>(gradients, T.One / T.CreateTruncating(pendingExamples));
        pendingBatches = 0;
        return true;
    }

    private void Clip()
    {
        if (options.ClipNorm is not { } bound)
        {
            return;
        }

        GradientNorm = Math.Sqrt(SpanArithmetic.SumOfSquares<T>(gradients));
        double factor = bound / (GradientNorm + NormEpsilon);
        if (factor < 1.0)
        {
            SpanArithmetic.Scale<T>(gradients, T.CreateTruncating(factor));
        }
    }

    private void MakeRoom()
    {
        if (gradients.Length == 0)
        {
            gradients = new T[TNetwork.ParameterCount];
            part = options.AccumulateBatches > 1 ? new T[TNetwork.ParameterCount] : [];
        }
    }
}
