using System.Numerics;

namespace NetGen;

/// <summary>
/// Finds the step in which a training diverged. Looking at every step would cost all trainings time for the few that fail; instead, the steps since the last
/// finite record are made again, which gives the same bits, and each is looked at.
/// </summary>
internal sealed class DivergenceSearch<TNetwork, T, TOptimizer>(
    TNetwork network, TrainingBatches<T> batches, StepMaker<TNetwork, T, TOptimizer> steps, TrainingPosition position, TrainingOptions options)
    where TNetwork : class, INetwork<TNetwork, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TOptimizer : struct, IOptimizer<T>
{
    private readonly TrainingSnapshot<TNetwork, T, TOptimizer> good = new();

    /// <summary>Notes that all is finite.</summary>
    public void Note() => good.Take(network, ref steps.Optimizer, position);

    /// <summary>Makes the steps since then again, and leaves the training as it was then.</summary>
    /// <param name="epoch">The epoch in which something was seen.</param>
    /// <param name="seen">What.</param>
    /// <param name="cancellationToken">Ends the search, not what was seen.</param>
    public Divergence Find(int epoch, string seen, CancellationToken cancellationToken)
    {
        (int epochs, int batchesOfLast) = (position.Epoch, position.Batch);
        var inspection = new StepInspection<T>(TNetwork.Description);
        good.Restore(network, ref steps.Optimizer, position);
        steps.Restore(default);
        string advice = "";
        while (inspection.Finding is null && (position.Epoch < epochs || (position.Epoch == epochs && position.Batch < batchesOfLast)))
        {
            batches.BeginEpoch(position.Epoch, position.Batch);
            while (inspection.Finding is null && !cancellationToken.IsCancellationRequested && batches.MoveNext()
                && (position.Epoch < epochs || position.Batch < batchesOfLast))
            {
                steps.Take(batches, position, withCost: false, inspection);
                advice = inspection.Finding is null ? "" : DivergenceAdvice.Of(batches.X, TNetwork.Description, options, steps.Optimizer.LearningRate);
            }

            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            if (inspection.Finding is null && position.Epoch < epochs)
            {
                position.BeginNextEpoch();
            }
        }

        Divergence found = inspection.Finding is { } finding
            ? new Divergence(position.Epoch, finding)
            {
                Step = steps.Pending.Batches == 0 ? position.Steps - 1 : position.Steps,
                Parameter = inspection.Parameter?.Name,
                Layer = inspection.Parameter?.Layer,
                Advice = advice,
            }
            : new Divergence(epoch, seen);
        good.Restore(network, ref steps.Optimizer, position);
        steps.Restore(default);
        return found;
    }
}
