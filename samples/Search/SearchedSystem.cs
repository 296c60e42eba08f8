using NetGen;

namespace Search;

/// <summary>A system of the notes, whose settings are searched for better ones.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Train">The examples that each trial trains with.</param>
/// <param name="Validation">The examples that decide.</param>
/// <param name="Test">The examples that nothing was chosen by.</param>
/// <param name="Candidates">The networks.</param>
internal sealed record SearchedSystem(string Name, Dataset<float> Train, Dataset<float> Validation, Dataset<float> Test, Candidate[] Candidates)
{
    private const double TrainShare = 0.75;

    /// <summary>The network of the notes.</summary>
    public required string NotesNetwork { get; init; }

    /// <summary>The learning rate of the notes.</summary>
    public required double NotesRate { get; init; }

    /// <summary>How many times the notes go through all examples, in one step each.</summary>
    public required int NotesIterations { get; init; }

    /// <summary>Cuts the examples that may be trained with in two.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="seed">What the choice is drawn from.</param>
    public static (Dataset<float> Train, Dataset<float> Validation) Divide(Dataset<float> examples, int seed) => examples.StratifiedSplit(TrainShare, seed);

    /// <summary>The setting of the notes as a search of one trial.</summary>
    /// <param name="folder">Where its parameters are kept.</param>
    public HyperparameterSearch<float> Notes(string folder) => new(Train, Validation)
    {
        Networks = [.. Candidates.Where(candidate => candidate.Network.Name == NotesNetwork).Select(static candidate => candidate.Network)],
        Optimizers = [OptimizerChoice<float>.Of(static () => new GradientDescent<float>())],
        LearningRates = [NotesRate],
        BatchSizes = [null],
        Options = new() { Epochs = NotesIterations, Metrics = [Metric.Accuracy] },
        Folder = folder,
    };

    /// <summary>The search: many for few epochs, the better third for three times as many.</summary>
    /// <param name="folder">Where results are kept.</param>
    /// <param name="trials">How many are begun.</param>
    /// <param name="epochs">How many epochs the last ones have.</param>
    /// <param name="seed">What the combinations are drawn from.</param>
    public HyperparameterSearch<float> Search(string folder, int trials, int epochs, int seed) => new(Train, Validation)
    {
        Networks = [.. Candidates.Select(static candidate => candidate.Network)],
        Optimizers =
        [
            OptimizerChoice<float>.Of(static () => new GradientDescent<float>()),
            OptimizerChoice<float>.Of(static () => new Momentum<float>()),
            OptimizerChoice<float>.Of(static () => new Adam<float>()),
            OptimizerChoice<float>.Of(static () => new RmsProp<float>()),
        ],
        LearningRates = SearchValues.LogRange(1e-4, 1),
        BatchSizes = [8, 32, 128],
        WeightScales = [0.3, 1, 3],
        L2Penalties = [0, 1e-4, 1e-3, 1e-2, 1e-1],
        Seeds = [1, 2, 3],
        Options = new() { Epochs = epochs, Metrics = [Metric.Accuracy] },
        Strategy = SearchStrategy.Halving(trials, firstEpochs: Math.Max(1, epochs / 27), factor: 3, seed),
        Folder = folder,
    };

    /// <summary>Evaluates a trial on the test set.</summary>
    /// <param name="trial">The trial, which has kept its parameters.</param>
    public Evaluation Measure(Trial trial) =>
        Candidates.Single(candidate => candidate.Network.Name == trial.Settings.Network).Measure(trial.ModelPath!, Test);
}
