using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// How <c>Fit</c> trains. Everything has a default; a value that cannot be meant is refused where it is written.
/// </summary>
public sealed record TrainingOptions
{
    /// <summary>How many times the whole training set is gone through, at least 1. Default: 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int Epochs
    {
        get;
        init => field = value >= 1 ? value : throw Refused(nameof(Epochs), value, "at least 1");
    } = 100;

    /// <summary>The learning rate, finite and not negative. Default: null, the optimizer's own (gradient descent and momentum 0.01, Adam 0.001).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, infinite or not a number.</exception>
    public double? LearningRate
    {
        get;
        init => field = value is null or (>= 0.0 and < double.PositiveInfinity)
            ? value
            : throw Refused(nameof(LearningRate), value, "a finite number, not negative");
    }

    /// <summary>
    /// The examples of one step, at least 1. Default: null, always the whole set. The last batch of an epoch holds what is left and may be smaller.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int? BatchSize
    {
        get;
        init => field = value is null or >= 1 ? value : throw Refused(nameof(BatchSize), value, "at least 1, or null for the whole set");
    }

    /// <summary>
    /// Whether each epoch deals the examples into mini-batches anew. Default: true. Without it every epoch takes them in the order of the set. The whole set is
    /// never shuffled: its gradient does not depend on the order.
    /// </summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>What the shuffling starts from: the same seed deals the same batches on every machine. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// A set whose cost is computed every <see cref="ProgressInterval"/> epochs and after the last; training ends with the parameters for which it was lowest.
    /// It has the element type of the network. Default: null, none: training ends with the parameters of the last step.
    /// </summary>
    public Dataset? Validation { get; init; }

    /// <summary>
    /// Told every <see cref="ProgressInterval"/> epochs, and after the last, what was reached, on the thread that trains. Default: null, nobody.
    /// </summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>
    /// Every how many epochs the cost is computed, recorded and reported: in the epochs 0, N, 2 N, ... and the last. Default: null, such that there are about a
    /// hundred of them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int? ProgressInterval
    {
        get;
        init => field = value is null or >= 1 ? value : throw Refused(nameof(ProgressInterval), value, "at least 1, or null for about a hundred reports");
    }

    /// <summary>
    /// How many threads a step, and a cost in between, may use at most; 0 leaves it to the network's plan. The result is the same whatever the number. There
    /// are never more than
    /// <see cref="Threading.WorkerTeam.MaxWorkers"/>: the processors, unless the setting NetGen.MaxThreads says otherwise. Default: 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int Threads
    {
        get;
        init => field = value >= 0 ? value : throw Refused(nameof(Threads), value, "a number of threads, or 0 to leave it to the network's plan");
    }

    private static ArgumentOutOfRangeException Refused(string name, object? value, string expected) =>
        new(name, value, Text($"{name} is {value}, but must be {expected}."));
}
