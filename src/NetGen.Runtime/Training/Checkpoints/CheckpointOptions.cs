using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// Where and how often a training is saved. A checkpoint holds all that the next steps depend on (parameters, their average, the optimizer's state, the random
/// numbers, the place in the epoch, the history), so a training that goes on from it reaches the same bits as one without a stop.
/// </summary>
/// <remarks>
/// <para>
/// The folder is made where it is missing, and one training writes to it at a time. Files are named checkpoint-(number of updates).npz; each is written beside
/// its place, flushed to the disk and renamed, so that whatever happens, those that are there are whole. They are written in the intervals that are asked for,
/// and when training ends, unless it diverges. numpy.load reads them: parameters have their names, as in model files.
/// </para>
/// <para>
/// A training goes on only where network, optimizer, number of examples, <see cref="TrainingOptions.BatchSize"/>, <see cref="TrainingOptions.Shuffle"/>,
/// <see cref="TrainingOptions.Seed"/>, <see cref="TrainingOptions.FirstEpoch"/>, <see cref="TrainingOptions.AccumulateBatches"/>,
/// <see cref="TrainingOptions.AverageDecay"/>, <see cref="TrainingOptions.Metrics"/> and <see cref="TrainingOptions.Monitor"/> are what they were. Rates,
/// schedules, penalties, the weights of classes, the validation set and <see cref="TrainingOptions.Epochs"/> may change, and count from then on: more epochs
/// prolong a training. The examples themselves, and the constants of an optimizer such as its betas, are not compared. An optimizer of one's own that keeps
/// state must give it with <see cref="IOptimizer{T}.GetState"/>.
/// </para>
/// </remarks>
public sealed record CheckpointOptions
{
    /// <summary>Checkpoints in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public CheckpointOptions(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Folder = folder;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>
    /// After every how many epochs one is written, at least 1. Default: null, which goes by <see cref="Every"/> alone.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int? EveryEpochs
    {
        get;
        init => field = value is null or >= 1 ? value : throw Refused(nameof(EveryEpochs), value, "at least 1, or null to go by time alone");
    }

    /// <summary>
    /// After how much time one is written, at the end of a step, above zero. Default: null, which is a minute, unless <see cref="EveryEpochs"/> is set.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above zero.</exception>
    public TimeSpan? Every
    {
        get;
        init => field = value is null || value > TimeSpan.Zero ? value : throw Refused(nameof(Every), value, "above zero");
    }

    /// <summary>How many of the newest checkpoints are kept, at least 1; older ones are removed. Default: 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int KeepLast
    {
        get;
        init => field = value >= 1 ? value : throw Refused(nameof(KeepLast), value, "at least 1");
    } = 3;

    /// <summary>
    /// Whether the best parameters of a training with a validation set are a file of their own, best.npz, which <c>Load</c> reads. Default: true.
    /// </summary>
    public bool KeepBest { get; init; } = true;

    /// <summary>Whether the training goes on from a checkpoint in the folder. Default: <see cref="ResumeMode.Never"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no such mode.</exception>
    public ResumeMode Resume
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw Refused(nameof(Resume), value, "one of ResumeMode");
    }

    /// <summary>
    /// Whether a checkpoint that cannot be written ends the training, as <see cref="TrainingEnd.CheckpointFailed"/>. Default: false, it goes on, and tries
    /// again when the next one is due. Either way, <see cref="TrainingResult.Failure"/> says what happened, and the checkpoints from before stay.
    /// </summary>
    public bool StopsOnFailure { get; init; }

    private static ArgumentOutOfRangeException Refused(string name, object? value, string expected) =>
        new(name, value, Text($"{name} is {value}, but must be {expected}."));
}
