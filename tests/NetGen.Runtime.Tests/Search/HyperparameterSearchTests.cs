using System.Collections.Immutable;
using NetGen.Runtime.Tests.Data;
using NetGen.Runtime.Tests.Training;
using static NetGen.Runtime.Tests.Training.FivePoints;

namespace NetGen.Runtime.Tests.Search;

/// <summary>What a search tries, in which order it returns it, and how it goes on.</summary>
public class HyperparameterSearchTests
{
    private static readonly ImmutableArray<OptimizerChoice<double>> Optimizers =
    [
        OptimizerChoice<double>.Of(static () => new Adam<double>()),
        OptimizerChoice<double>.Of(static () => new GradientDescent<double>(), "descent"),
    ];

    private static HyperparameterSearch<double> Grid => new(Points, Points)
    {
        Networks = [TrialNetwork<double>.Of<LogisticNet>(), TrialNetwork<double>.Of<LogisticNet>("again")],
        Optimizers = Optimizers,
        LearningRates = [0.01, 0.1, 0.5],
        BatchSizes = [2, null],
        L2Penalties = [0.0, 0.1],
        Seeds = [0, 1],
        Options = new() { Epochs = 9, Metrics = [Metric.Accuracy] },
    };

    [Fact]
    public void A_grid_tries_every_combination_once_and_sorts_by_the_validation_cost()
    {
        SearchResult result = Grid.Run();
        Assert.Equal(2 * 2 * 3 * 2 * 2 * 2, result.Count);
        Assert.Equal(result.Count, result.Select(trial => trial.Settings).Distinct().Count());
        Assert.Equal(result.Select(trial => trial.ValidationCost).Order(), result.Select(trial => trial.ValidationCost));
        Assert.Same(result[0], result.Best);
        Assert.All(result, trial => Assert.Equal((9, TrainingEnd.Completed, 1), (trial.Epochs, trial.End, trial.Metrics.Length)));
    }

    [Fact]
    public void A_trial_is_the_training_that_its_settings_say()
    {
        foreach (Trial trial in Grid.Run().Where(trial => trial.Settings.Optimizer == "descent"))
        {
            var network = new LogisticNet();
            network.Initialize(trial.Settings.Seed);
            TrainingResult expected = Fit(network, Grid.Options with
            {
                LearningRate = trial.Settings.LearningRate,
                BatchSize = trial.Settings.BatchSize,
                L2Penalty = trial.Settings.L2Penalty,
                Seed = trial.Settings.Seed,
                Validation = Points,
            });
            Assert.Equal((expected.BestValidationCost, expected.BestEpoch), (trial.ValidationCost, trial.BestEpoch));
        }
    }

    [Fact]
    public void As_many_at_once_as_there_are_reach_what_one_after_the_other_reaches()
    {
        SearchResult alone = new HyperparameterSearch<double>(Points, Points)
        {
            Networks = Grid.Networks,
            LearningRates = Grid.LearningRates,
            Seeds = [0, 1, 2, 3, 4],
            Parallelism = 1,
        }.Run();
        SearchResult together = new HyperparameterSearch<double>(Points, Points)
        {
            Networks = Grid.Networks,
            LearningRates = Grid.LearningRates,
            Seeds = [0, 1, 2, 3, 4],
            Parallelism = 8,
        }.Run();
        Assert.Equal(alone.Select(trial => (trial.Settings, trial.ValidationCost)), together.Select(trial => (trial.Settings, trial.ValidationCost)));
    }

    [Fact]
    public void A_random_search_draws_different_ones_from_lists_and_ranges_and_the_same_from_a_seed()
    {
        SearchResult result = Random(seed: 3).Run();
        Assert.Equal(40, result.Select(trial => trial.Settings).Distinct().Count());
        Assert.All(result, trial =>
        {
            Assert.InRange(trial.Settings.LearningRate!.Value, 1e-4, 1.0);
            Assert.InRange(trial.Settings.WeightScale, 0.5, 1.5);
            Assert.Contains(trial.Settings.BatchSize, (int?[])[1, 3]);
        });

        // Powers of ten are alike: a quarter of them lies between 1e-4 and 1e-3.
        Assert.InRange(result.Count(trial => trial.Settings.LearningRate < 1e-3), 3, 20);
        Assert.Equal(result.Select(trial => trial.Settings), Random(seed: 3).Run().Select(trial => trial.Settings));
        Assert.NotEqual(result.Select(trial => trial.Settings), Random(seed: 4).Run().Select(trial => trial.Settings));

        static HyperparameterSearch<double> Random(int seed) => new(Points, Points)
        {
            Networks = [TrialNetwork<double>.Of<LogisticNet>()],
            LearningRates = SearchValues.LogRange(1e-4, 1.0),
            WeightScales = SearchValues.Range(0.5, 1.5),
            BatchSizes = [1, 3],
            Options = new() { Epochs = 2 },
            Strategy = SearchStrategy.Random(40, seed),
        };
    }

    [Fact]
    public void Of_fewer_combinations_than_asked_for_each_is_drawn_once() => Assert.Equal(2, new HyperparameterSearch<double>(Points, Points)
    {
        Networks = [TrialNetwork<double>.Of<LogisticNet>()],
        Seeds = [1, 2],
        Options = new() { Epochs = 1 },
        Strategy = SearchStrategy.Random(50),
    }.Run().Count);

    [Fact]
    public void Halving_lets_the_better_ones_go_on_to_what_they_reach_in_one_training()
    {
        HyperparameterSearch<double> search = new(Points, Points)
        {
            Networks = [TrialNetwork<double>.Of<LogisticNet>()],
            Optimizers = Optimizers,
            LearningRates = SearchValues.LogRange(1e-3, 1.0),
            Options = new() { Epochs = 16, BatchSize = 2, ProgressInterval = 1 },
            Strategy = SearchStrategy.Halving(16, firstEpochs: 4, factor: 4),
        };
        SearchResult result = search.Run();
        Assert.Equal(16, result.Count);
        Assert.Equal([16, 16, 16, 16], result.Where(trial => trial.Epochs == 16).Select(trial => trial.Epochs));
        Assert.Equal(12, result.Count(trial => trial.Epochs == 4));

        Trial[] whole =
        [
            .. new HyperparameterSearch<double>(Points, Points)
            {
                Networks = search.Networks,
                Optimizers = search.Optimizers,
                LearningRates = search.LearningRates,
                Options = search.Options,
                Strategy = SearchStrategy.Random(16),
            }.Run(),
        ];
        foreach (Trial trial in result.Where(trial => trial.Epochs == 16))
        {
            Assert.Equal(whole.Single(other => other.Settings == trial.Settings).ValidationCost, trial.ValidationCost);
        }
    }

    [Fact]
    public void A_halving_that_is_cancelled_in_a_later_round_keeps_the_best_of_the_rounds_before()
    {
        using var source = new CancellationTokenSource();
        var cancelling = new Reports(trial =>
        {
            if (trial.Epochs == 8)
            {
                source.Cancel();
            }
        });
        HyperparameterSearch<double> search = new(Points, Points)
        {
            Networks = [TrialNetwork<double>.Of<LogisticNet>()],
            LearningRates = SearchValues.LogRange(1e-3, 1.0),
            Options = new() { Epochs = 32 },
            Strategy = SearchStrategy.Halving(9, firstEpochs: 4, factor: 2),
            Parallelism = 1,
        };
        SearchResult result = search.Run(cancelling, source.Token);
        Assert.Equal(9, result.Count);
        Assert.Equal([8], result.Where(trial => trial.Epochs != 4).Select(trial => trial.Epochs));
        Assert.Equal(search.Run(cancellationToken: TestContext.Current.CancellationToken).Best!.Settings, result.Best!.Settings);
    }

    [Fact]
    public void Few_go_on_to_all_epochs_too()
    {
        SearchResult result = new HyperparameterSearch<double>(Points, Points)
        {
            Networks = [TrialNetwork<double>.Of<LogisticNet>()],
            Seeds = [1, 2],
            Options = new() { Epochs = 30 },
            Strategy = SearchStrategy.Halving(2, 1),
        }.Run();
        Assert.Equal([1, 30], result.Select(trial => trial.Epochs).Order());
    }

    [Fact]
    public void A_search_that_was_cancelled_goes_on_with_what_is_not_done()
    {
        using TemporaryFolder folder = new();
        using var source = new CancellationTokenSource();
        HyperparameterSearch<double> search = InFolder(folder["s"]);
        var cancelling = new Reports(trial =>
        {
            if (trial.Settings.Seed == 2)
            {
                source.Cancel();
            }
        });
        SearchResult first = search.Run(cancelling, source.Token);
        Assert.InRange(first.Count, 1, 5);
        SearchResult second = search.Run(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(6, second.Count);

        // Those that were done took the time that they took then.
        Assert.All(first, trial => Assert.Contains(trial with { Metrics = [] }, second.Select(other => other with { Metrics = [] })));
        SearchResult third = InFolder(folder["s"]).Run(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(second.Select(trial => (trial.Settings, trial.Elapsed)), third.Select(trial => (trial.Settings, trial.Elapsed)));
        LogisticNet best = new();
        ModelFile.Load<LogisticNet, double>(best, third.Best!.ModelPath!);
        Assert.Equal(third.Best.ValidationCost, best.Cost(X, Y));
    }

    [Fact]
    public void Results_that_are_damaged_are_made_again()
    {
        using TemporaryFolder folder = new();
        SearchResult first = InFolder(folder["s"]).Run();
        foreach (string file in Directory.GetFiles(folder["s"], "epochs-*.json", SearchOption.AllDirectories))
        {
            File.WriteAllText(file, "{\"format\":1,");
        }

        SearchResult second = InFolder(folder["s"]).Run();
        Assert.Equal(first.Select(trial => (trial.Settings, trial.ValidationCost)), second.Select(trial => (trial.Settings, trial.ValidationCost)));
    }

    [Fact]
    public void A_trial_that_diverges_comes_last()
    {
        Dataset<double> line = Dataset<double>.FromRows([1.0, 2.0, 3.0], 1, [1.0, -1.0, 2.0, -2.0, 3.0, -3.0], 2);
        SearchResult result = new HyperparameterSearch<double>(line, line)
        {
            Networks = [TrialNetwork<double>.Of<LinearNet>()],
            Optimizers = [Optimizers[1]],
            LearningRates = [1e300, 0.01],
            Options = new() { BatchSize = null },
        }.Run();
        Assert.Equal((0.01, TrainingEnd.Completed), (result[0].Settings.LearningRate, result[0].End));
        Assert.Equal((TrainingEnd.Diverged, null, null), (result[1].End, result[1].ValidationCost, result[1].ModelPath));
        Assert.StartsWith("Diverged, no validation cost (LinearNet, descent, rate 1E+300", result[1].ToString(), StringComparison.Ordinal);
    }

    private static HyperparameterSearch<double> InFolder(string folder) => new(Points, Points)
    {
        Networks = [TrialNetwork<double>.Of<LogisticNet>()],
        Seeds = [0, 1, 2, 3, 4, 5],
        Options = new() { Epochs = 5 },
        Parallelism = 1,
        Folder = folder,
    };

    private sealed class Reports(Action<Trial> report) : IProgress<Trial>
    {
        public void Report(Trial value) => report(value);
    }
}
