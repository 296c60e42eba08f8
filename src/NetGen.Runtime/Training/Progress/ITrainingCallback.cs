namespace NetGen;

/// <summary>
/// Told what a training does, on the thread that trains. What it throws ends the training, and is in the result; see
/// <see cref="TrainingEnd.CallbackFailed"/>. Every member may be left out. For the text of a progress bar, <see cref="IProgress{T}"/> is enough.
/// </summary>
/// <remarks>
/// The network may be looked at, predicted with and evaluated meanwhile; it has the parameters of the last step, whatever is averaged or kept beside them.
/// A training that goes on from a checkpoint is told only what happens from there on.
/// </remarks>
public interface ITrainingCallback
{
    /// <summary>Before the first step.</summary>
    /// <param name="context">The training.</param>
    void OnStart(TrainingContext context)
    {
    }

    /// <summary>After each batch; with <see cref="TrainingOptions.AccumulateBatches"/>, not each has an update.</summary>
    /// <param name="context">The training.</param>
    void OnStep(TrainingContext context)
    {
    }

    /// <summary>After each epoch; where it was recorded, it is the last one of the history.</summary>
    /// <param name="context">The training.</param>
    void OnEpoch(TrainingContext context)
    {
    }

    /// <summary>A checkpoint could not be written; whether training goes on is up to <see cref="CheckpointOptions.StopsOnFailure"/>.</summary>
    /// <param name="context">The training.</param>
    /// <param name="failure">What happened; the checkpoints from before are as they were.</param>
    void OnCheckpointFailed(TrainingContext context, Exception failure)
    {
    }

    /// <summary>After the training, whatever ended it, when the network has the parameters that it keeps.</summary>
    /// <param name="result">What it reached.</param>
    void OnEnd(TrainingResult result)
    {
    }
}
