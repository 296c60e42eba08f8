namespace NetGen;

/// <summary>A training while it runs, as callbacks see it. There is one for a training, so keep what is to last.</summary>
public sealed class TrainingContext
{
    internal TrainingContext(TrainingOptions options, IReadOnlyList<EpochRecord> history)
    {
        Options = options;
        History = history;
    }

    /// <summary>How it trains.</summary>
    public TrainingOptions Options { get; }

    /// <summary>The epochs that were recorded so far.</summary>
    public IReadOnlyList<EpochRecord> History { get; }

    /// <summary>The number of the present epoch.</summary>
    public int Epoch { get; internal set; }

    /// <summary>How many batches of the present epoch are done.</summary>
    public int Batch { get; internal set; }

    /// <summary>How many updates were made since the training started.</summary>
    public long Steps { get; internal set; }

    /// <summary>The learning rate of the last step.</summary>
    public double LearningRate { get; internal set; }

    /// <summary>The time since the training started.</summary>
    public TimeSpan Elapsed { get; internal set; }

    /// <summary>Whether somebody has asked for the end.</summary>
    internal bool IsStopAsked { get; private set; }

    /// <summary>Ends the training after the present batch or epoch, as <see cref="TrainingEnd.Stopped"/>.</summary>
    public void Stop() => IsStopAsked = true;
}
