namespace NetGen;

/// <summary>What ended a training.</summary>
public enum TrainingEnd
{
    /// <summary>Every epoch asked for was run.</summary>
    Completed = 0,

    /// <summary>Training was cancelled before the last step.</summary>
    Cancelled = 1,

    /// <summary>A cost or a parameter was no longer finite; see <see cref="TrainingResult.Divergence"/>.</summary>
    Diverged = 2,
}
