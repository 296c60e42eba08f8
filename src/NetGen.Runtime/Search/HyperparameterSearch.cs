using System.Collections.Immutable;
using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// The loop of idea, code, experiment: trains networks with many hyperparameters, as many at once as there are processors, and sorts them by the cost of a
/// validation set.
/// </summary>
/// <remarks>
/// Each trial trains on one thread, so its result does not depend on what runs beside it, and the same search finds the same. A search with a
/// <see cref="Folder"/> may be stopped at any time, by cancellation or with its process: called again, it goes on with what is not done. The augmentation of
/// a set is called by several trials at once.
/// </remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
public sealed class HyperparameterSearch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dataset<T> train;
    private readonly Dataset<T> validation;

    /// <summary>A search.</summary>
    /// <param name="train">The examples to train with.</param>
    /// <param name="validation">The examples that decide. What is chosen by them is no longer measured by them: keep a test set.</param>
    public HyperparameterSearch(Dataset<T> train, Dataset<T> validation)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(validation);
        this.train = train;
        this.validation = validation;
    }

    /// <summary>The networks, at least one; all take and give what the sets hold.</summary>
    public required ImmutableArray<TrialNetwork<T>> Networks { get; init; }

    /// <summary>The optimizers, at least one. Default: Adam.</summary>
    public ImmutableArray<OptimizerChoice<T>> Optimizers { get; init; } = [OptimizerChoice<T>.Of(static () => new Adam<T>())];

    /// <summary>The learning rates. Default: null, that of the options or of the optimizer.</summary>
    public SearchValues? LearningRates { get; init; }

    /// <summary>The sizes of a batch; null is the whole set. Default: that of the options.</summary>
    public ImmutableArray<int?> BatchSizes { get; init; } = [];

    /// <summary>What initial weights are multiplied by. Default: null, 1.</summary>
    public SearchValues? WeightScales { get; init; }

    /// <summary>The L2 penalties. Default: null, that of the options.</summary>
    public SearchValues? L2Penalties { get; init; }

    /// <summary>The decoupled weight decays. Default: null, that of the options.</summary>
    public SearchValues? WeightDecays { get; init; }

    /// <summary>The seeds of initial parameters and of batches. Default: that of the options.</summary>
    public ImmutableArray<int> Seeds { get; init; } = [];

    /// <summary>
    /// How each trial trains: epochs, schedule, patience, metrics and all that is not searched. Validation, Threads, Progress, Callback and Checkpoints are the
    /// search's own, and Monitor must be null. In a halving, the end of a schedule such as <see cref="Schedule.Cosine"/> is that of each round, unless it is
    /// given a length.
    /// </summary>
    public TrainingOptions Options { get; init; } = new();

    /// <summary>Which combinations are tried, and for how long. Default: every one.</summary>
    public SearchStrategy Strategy { get; init; } = SearchStrategy.Grid;

    /// <summary>How many trials run at once at most, at least 1. Default: null, as many as there are processors.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int? Parallelism
    {
        get;
        init => field = value is null or >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Parallelism), value, Text($"{nameof(Parallelism)} is {value}, but must be at least 1, or null."));
    }

    /// <summary>
    /// Where results, checkpoints and the best parameters of each trial are kept, so that a search goes on; for one search only. Default: null, nowhere.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>Searches.</summary>
    /// <param name="progress">Told of each trial that is done, on the thread that did it.</param>
    /// <param name="cancellationToken">Ends the search after the current steps; the trials that are done are returned.</param>
    /// <returns>The trials, the best first.</returns>
    /// <exception cref="ArgumentException">A set does not fit a network, or something is missing, empty, out of range or comes twice.</exception>
    /// <exception cref="InvalidOperationException">A trial could not be made: the message says which.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public SearchResult Run(IProgress<Trial>? progress = null, CancellationToken cancellationToken = default)
    {
        RequireTriable();
        foreach (TrialNetwork<T> network in Networks)
        {
            DatasetGuard.Fits(train, network.Description, nameof(train));
            DatasetGuard.Fits(validation, network.Description, nameof(validation));
        }

        using var trials = new TrialRunner<T>(this, train, validation);
        var space = new SearchSpace(
            [.. Networks.Select(static network => network.Name)],
            [.. Optimizers.Select(static optimizer => optimizer.Name)],
            LearningRates,
            BatchSizes.IsDefaultOrEmpty ? [Options.BatchSize] : BatchSizes,
            WeightScales ?? [1.0],
            L2Penalties ?? [Options.L2Penalty],
            WeightDecays ?? [Options.WeightDecay],
            Seeds.IsDefaultOrEmpty ? [Options.Seed] : Seeds,
            Options.LearningRate);
        return Strategy switch
        {
            HalvingStrategy halving => Halve(halving, space.Draw(halving.Trials, halving.Seed), trials, progress, cancellationToken),
            RandomStrategy random => Result(trials.RunAll(space.Draw(random.Trials, random.Seed), Options.Epochs, progress, cancellationToken)),
            _ => Result(trials.RunAll(space.All(), Options.Epochs, progress, cancellationToken)),
        };
    }

    private SearchResult Halve(
        HalvingStrategy halving, TrialSettings[] settings, TrialRunner<T> trials, IProgress<Trial>? progress, CancellationToken cancellationToken)
    {
        Dictionary<TrialSettings, Trial> reached = [];
        int epochs = Math.Min(halving.FirstEpochs, Options.Epochs);
        while (true)
        {
            foreach (Trial trial in trials.RunAll(settings, epochs, progress, cancellationToken))
            {
                reached[trial.Settings] = trial;
            }

            if (epochs == Options.Epochs || cancellationToken.IsCancellationRequested)
            {
                return Result(reached.Values);
            }

            settings =
            [
                .. settings.Select(setting => reached[setting])
                    .Where(static trial => trial.End != TrainingEnd.Diverged)
                    .OrderBy(static trial => trial.Rank)
                    .Take(Math.Max(1, settings.Length / halving.Factor))
                    .Select(static trial => trial.Settings),
            ];
            epochs = (int)Math.Min((long)epochs * halving.Factor, Options.Epochs);
        }
    }

    private SearchResult Result(IEnumerable<Trial> trials) => new(trials, Options.Metrics.Select(static metric => metric.Name));

    /// <summary>Checks all that is to be tried, before anything is.</summary>
    private void RequireTriable()
    {
        Require(!Networks.IsDefaultOrEmpty, nameof(Networks), "has no network to try");
        Require(!Optimizers.IsDefaultOrEmpty, nameof(Optimizers), "has no optimizer to try");
        Require(Options.Monitor is null, nameof(Options), $"has a {nameof(TrainingOptions.Monitor)}, but a search goes by the cost of the validation set");
        RequireDistinct(nameof(Networks), Networks.Select(static network => network.Name));
        RequireDistinct(nameof(Optimizers), Optimizers.Select(static optimizer => optimizer.Name));
        RequireDistinct(nameof(BatchSizes), (BatchSizes.IsDefault ? [] : BatchSizes).Select(static size => Text($"{size}")));
        RequireDistinct(nameof(Seeds), (Seeds.IsDefault ? [] : Seeds).Select(static seed => Text($"{seed}")));
        foreach (int? size in BatchSizes.IsDefault ? [] : BatchSizes)
        {
            Require(size is null or >= 1, nameof(BatchSizes), Text($"has {size}, but a batch has at least 1 example, or is null for the whole set"));
        }

        RequireRates(LearningRates, nameof(LearningRates));
        RequireRates(WeightScales, nameof(WeightScales));
        RequireRates(L2Penalties, nameof(L2Penalties));
        RequireRates(WeightDecays, nameof(WeightDecays));
    }

    private static void RequireRates(SearchValues? values, string name)
    {
        foreach (double value in values ?? [0.0])
        {
            Hyperparameter.Rate<T>(value, name);
        }
    }

    private static void Require(bool isRight, string name, string problem)
    {
        if (!isRight)
        {
            throw new ArgumentException($"{name} {problem}.");
        }
    }

    private static void RequireDistinct(string name, IEnumerable<string> names)
    {
        if (names.GroupBy(static name => name).FirstOrDefault(static group => group.Skip(1).Any()) is { } twice)
        {
            throw new ArgumentException($"{name} has {(twice.Key.Length == 0 ? "null" : twice.Key)} twice: tables tell trials apart by it.");
        }
    }
}
