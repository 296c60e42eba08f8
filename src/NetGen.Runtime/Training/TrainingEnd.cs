namespace NetGen;

/// <summary>What ended a training.</summary>
public enum TrainingEnd
{
    /// <summary>Every epoch asked for was run.</summary>
    Completed = 0,

    /// <summary>Training was cancelled before the last step.</summary>
    Cancelled = 1,

    /// <summary>A cost, a gradient or a parameter was no longer finite; see <see cref="TrainingResult.Divergence"/>.</summary>
    Diverged = 2,

    /// <summary>The validation set has not improved for <see cref="TrainingOptions.Patience"/> epochs.</summary>
    OutOfPatience = 3,

    /// <summary>A callback has called <see cref="TrainingContext.Stop"/>.</summary>
    Stopped = 4,

    /// <summary>A callback has thrown <see cref="TrainingResult.Failure"/>.</summary>
    CallbackFailed = 5,

    /// <summary>A checkpoint could not be written, for <see cref="TrainingResult.Failure"/>, and that was to end it.</summary>
    CheckpointFailed = 6,
}
