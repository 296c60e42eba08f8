using System.Diagnostics;
using NetGen.Numerics;

namespace NetGen;

/// <content>Going on from a checkpoint, and writing them.</content>
internal sealed partial class TrainingRun<TNetwork, T, TOptimizer>
{
    private void Resume(CheckpointState<T> state)
    {
        steps.Optimizer.RestoreState(state.Optimizer);
        steps.Restore(state.Pending);
        network.SetParameters(state.Parameters.Span);
        network.DropoutState = state.Dropout;
        if (!state.Average.IsEmpty)
        {
            steps.Average?.Restore(state.Average.Span);
        }

        best.Restore(state.Best, state.BestParameters.Span);
        position.CopyFrom(state.Position);
        history.AddRange(state.History);
        elapsedBefore = state.Elapsed;
        lookedAtSteps = position.Steps;
        saved = (position.Epoch, position.Batch);
        UpdateContext(position.Epoch);
        if (history.Count > 0 && position.Epoch < endEpoch && best.IsOutOfPatience(history[^1].Epoch))
        {
            end = TrainingEnd.OutOfPatience;
        }
    }

    private void Save()
    {
        // What is not finite, a training cannot go on from: those from before are worth more. The next look finds out where it began.
        if (checkpoints is null || FiniteScan.IndexOfNonFinite(network.Parameters) >= 0)
        {
            return;
        }

        using Activity? activity = instruments.StartCheckpoint();
        checkpoints.Write(new CheckpointState<T>
        {
            Position = position,
            Elapsed = Elapsed,
            Dropout = network.DropoutState,
            Best = best.Record,
            Parameters = network.Parameters.ToArray(),
            BestParameters = best.Parameters,
            Average = steps.Average is { IsBegun: true } average ? average.Values : default,
            Optimizer = steps.Optimizer.GetState(),
            Pending = steps.Pending,
            History = history,
        });
        saved = (position.Epoch, position.Batch);
        CheckpointDone();
    }

    /// <summary>Tells of a checkpoint that has failed since the last one, and ends the training where that was asked for.</summary>
    private void CheckpointDone()
    {
        if (checkpoints?.TakeFailure() is { } failure)
        {
            listeners.Tell((callback, context) => callback.OnCheckpointFailed(context, failure));
            end ??= options.Checkpoints!.StopsOnFailure ? TrainingEnd.CheckpointFailed : listeners.End;
        }
    }
}
