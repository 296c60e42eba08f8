using System.Collections.Immutable;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// How <c>Fit</c> trains. Everything has a default; a value that cannot be meant is refused where it is written. The defaults are chosen so that
/// <c>net.Fit(data)</c> trains a network of common size on some thousand examples: batches of 32 make many steps of an epoch, and a hundred epochs of them are
/// enough for most. Formulas that take the whole set in each step, such as those of the notes, are asked for with <c>BatchSize = null</c>.
/// </summary>
public sealed partial record TrainingOptions
{
    /// <summary>How many times the whole training set is gone through, at least 1. Default: 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int Epochs
    {
        get;
        init => field = value >= 1 ? value : throw Refused(nameof(Epochs), value, "at least 1");
    } = 100;

    /// <summary>
    /// The number of the first epoch, not negative. The batches of an epoch depend on <see cref="Seed"/> and on its number, so a training that goes on where
    /// another stopped, after as many epochs, deals the batches that one training would have dealt. Default: 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int FirstEpoch
    {
        get;
        init => field = value >= 0 ? value : throw Refused(nameof(FirstEpoch), value, "the number of an epoch, from 0");
    }

    /// <summary>
    /// The learning rate of this training, finite and not negative; the optimizer's own is what it was before. Default: null, the optimizer's own (gradient
    /// descent and momentum 0.01, Adam 0.001).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, infinite, subnormal or not a number. Fit asks the same of it in the network's element
    /// type.</exception>
    public double? LearningRate
    {
        get;
        init => field = value is { } rate ? Hyperparameter.Rate<double>(rate, nameof(LearningRate)) : null;
    }

    /// <summary>
    /// What the learning rate is multiplied with in the course of the training; the optimizer's own is what it was before. Default: null, nothing.
    /// </summary>
    public Schedule? Schedule { get; init; }

    /// <summary>
    /// The examples of one step, at least 1; null: the whole set. The last batch of an epoch holds what is left and may be smaller. Default: 32, enough for the
    /// vector units, and few enough that an epoch makes many steps.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int? BatchSize
    {
        get;
        init => field = value is null or >= 1 ? value : throw Refused(nameof(BatchSize), value, "at least 1, or null for the whole set");
    } = 32;

    /// <summary>
    /// Whether each epoch deals the examples into mini-batches anew. Default: true. Without it every epoch takes them in the order of the set. The whole set is
    /// never shuffled: its gradient does not depend on the order.
    /// </summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>
    /// A weight for each class, finite and not negative, by which the losses of its examples are multiplied, times the weights that examples have of their own
    /// (<see cref="Dataset{T}.WithWeights"/>): the cost is the mean of weight times loss. One output has the classes 0 and 1. A soft label has the mean of the
    /// weights under it. The validation set has its own weights only. Default: none.
    /// </summary>
    public ImmutableArray<double> ClassWeights { get => field.IsDefault ? ImmutableArray<double>.Empty : field; init; }

    /// <summary>What the shuffling starts from: the same seed deals the same batches on every machine. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// Told every <see cref="ProgressInterval"/> epochs, and after the last, what was reached, on the thread that trains. What it throws ends the training as
    /// what a callback throws does. Default: null, nobody.
    /// </summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>Told of every batch and every epoch. Default: null, nobody.</summary>
    public ITrainingCallback? Callback { get; init; }

    /// <summary>
    /// Whether the epochs that are recorded, and the last step, are held against NaN and infinity: what is not finite ends the training, which then runs the
    /// steps since the last finite record again to say where it first appeared. Default: true. Otherwise training runs on, and its history may hold NaN.
    /// </summary>
    public bool StopsAtDivergence { get; init; } = true;

    /// <summary>Where and how often the training is saved, so that it goes on after the process has ended. Default: null, nowhere.</summary>
    public CheckpointOptions? Checkpoints { get; init; }

    /// <summary>
    /// Every how many epochs the cost is computed, recorded and reported, and the parameters are held against NaN and infinity: in the epochs whose number is a
    /// multiple of N, and in the last. Default: null, such that there are about a hundred of them; every epoch where <see cref="Patience"/> is set.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int? ProgressInterval
    {
        get;
        init => field = value is null or >= 1 ? value : throw Refused(nameof(ProgressInterval), value, "at least 1, or null for about a hundred reports");
    }

    /// <summary>
    /// How many threads a step, and a cost in between, may use at most; 0 leaves it to the network's plan. The result is the same whatever the number. There
    /// are never more than there are processors, unless the setting NetGen.MaxThreads says otherwise. Default: 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int Threads
    {
        get;
        init => field = value >= 0 ? value : throw Refused(nameof(Threads), value, "a number of threads, or 0 to leave it to the network's plan");
    }

    /// <summary>As in "100 epochs, batches of 32, shuffled from seed 0, rate 0.001, validation on 50 examples".</summary>
    public override string ToString() =>
        Counted(Epochs, "epoch")
        + (FirstEpoch > 0 ? Text($" from {FirstEpoch} on") : "")
        + (BatchSize is { } size ? Text($", batches of {size}, {(Shuffle ? Text($"shuffled from seed {Seed}") : "in order")}") : ", the whole set in each step")
        + (LearningRate is { } rate ? Text($", rate {rate}") : ", the optimizer's rate")
        + (Schedule is null ? "" : ", scheduled")
        + (ClassWeights.IsEmpty ? "" : Text($", classes weighted {string.Join(':', ClassWeights.Select(static weight => Text($"{weight}")))}"))
        + UpdateText()
        + (Validation is { } set ? $", validation on {Counted(set.Count, "example")}" : "")
        + (Patience is { } patience ? $", patience of {Counted(patience, "epoch")}" : "")
        + (Threads > 0 ? Text($", at most {Counted(Threads, "thread")}") : "");

    private static ArgumentOutOfRangeException Refused(string name, object? value, string expected) =>
        new(name, value, Text($"{name} is {value}, but must be {expected}."));
}
