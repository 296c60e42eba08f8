namespace NetGen;

/// <summary>Those who are told what a training does. What they throw ends it, and is kept for the result.</summary>
internal sealed class TrainingListeners(TrainingOptions options, TrainingContext context)
{
    /// <summary>What a listener has thrown; null: nothing.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>How a listener ends the training; null: it goes on.</summary>
    public TrainingEnd? End => Failure switch
    {
        null => context.IsStopAsked ? TrainingEnd.Stopped : null,
        OperationCanceledException => TrainingEnd.Cancelled,
        _ => TrainingEnd.CallbackFailed,
    };

    /// <summary>Tells the callback something.</summary>
    /// <param name="tell">Calls a member of it.</param>
    public void Tell(Action<ITrainingCallback, TrainingContext> tell)
    {
        if (options.Callback is { } callback)
        {
            try
            {
                tell(callback, context);
            }
            catch (Exception exception)
            {
                Failure ??= exception;
            }
        }
    }

    /// <summary>Reports progress.</summary>
    /// <param name="record">The epoch that was just done.</param>
    public void Report(EpochRecord record)
    {
        try
        {
            options.Progress?.Report(new TrainingProgress(record, options.Epochs, options.FirstEpoch));
        }
        catch (Exception exception)
        {
            Failure ??= exception;
        }
    }

    /// <summary>Tells the callback of the end.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The result, which says so where the callback has thrown.</returns>
    public TrainingResult TellEnd(TrainingResult result)
    {
        Exception? before = Failure;
        Tell((callback, _) => callback.OnEnd(result));
        return Failure == before ? result : result with { End = TrainingEnd.CallbackFailed, Failure = Failure, Divergence = null };
    }
}
