namespace NetGen.Runtime.Tests.Training;

public class TrainerTests
{
    // Five points, the label tells which side of a line through the origin they are on, but for the last.
    private static readonly double[] X = [1.0, 2.0, -1.0, 0.5, 0.25, -2.0, 3.0, 1.0, -0.5, -0.5];
    private static readonly double[] Y = [1.0, 0.0, 0.0, 1.0, 1.0];

    private static Dataset<double> Points => Dataset<double>.FromRows(X, 2, Y, 1);

    [Fact]
    public void The_whole_set_is_one_step_an_epoch_of_gradient_descent()
    {
        var network = new LogisticNet();
        TrainingResult result = Fit(network, new() { Epochs = 30, LearningRate = 0.5 });

        double[] expected = new double[3], gradient = new double[3];
        var reference = new LogisticNet();
        for (int step = 0; step < 30; step++)
        {
            reference.SetParameters(expected);
            reference.ComputeGradients(X, Y, gradient);
            for (int i = 0; i < 3; i++)
            {
                expected[i] = Math.FusedMultiplyAdd(gradient[i], -0.5, expected[i]);
            }
        }

        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(expected[i], network.Parameters[i], 1e-12);
        }

        Assert.Equal((TrainingEnd.Completed, 30, 30L, 29), (result.End, result.Epochs, result.Steps, result.ParametersEpoch));
        Assert.Null(result.Divergence);
        Assert.Null(result.BestEpoch);
        Assert.Null(result.BestValidationCost);
        Assert.True(result.Elapsed > TimeSpan.Zero);
    }

    [Fact]
    public void The_cost_of_an_epoch_is_that_before_its_update()
    {
        TrainingResult result = Fit(new LogisticNet(), new() { Epochs = 3, LearningRate = 0.5 });
        Assert.Equal(Math.Log(2.0), result.Costs[0].Cost, 1e-15);
        Assert.True(result.Costs[1].Cost < result.Costs[0].Cost);
        Assert.Equal(result.Costs[2].Cost, result.FinalCost);
    }

    [Fact]
    public void The_cost_is_computed_every_n_epochs_and_in_the_last_and_only_there()
    {
        var network = new LogisticNet();
        TrainingResult result = Fit(network, new() { Epochs = 12, ProgressInterval = 5 });
        Assert.Equal([0, 5, 10, 11], result.Costs.Select(record => record.Epoch));
        Assert.Equal((4, 8, 0), (network.CostSteps, network.PlainSteps, network.CostCalls));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 100)]
    [InlineData(101, 51)]
    [InlineData(2500, 101)]
    public void About_a_hundred_costs_are_recorded_unless_said_otherwise(int epochs, int records) =>
        Assert.Equal(records, Fit(new LogisticNet(), new() { Epochs = epochs }).Costs.Length);

    [Fact]
    public void Every_report_is_a_record_of_the_result()
    {
        var reports = new Reports();
        var options = new TrainingOptions { Epochs = 12, ProgressInterval = 5, LearningRate = 0.25, Validation = Points, Progress = reports };
        TrainingResult result = Fit(new LogisticNet(), options);
        Assert.Equal(result.Costs, reports.Select(report => new CostRecord(report.Epoch, report.Cost, report.ValidationCost)));
        Assert.Equal([1L, 6L, 11L, 12L], reports.Select(report => report.Steps));
        Assert.All(reports, report => Assert.Equal((12, 0.25), (report.Epochs, report.LearningRate)));
        Assert.Equal((1.0, TimeSpan.Zero), (reports[^1].Fraction, reports[^1].Remaining));
        Assert.Equal(reports[1].Elapsed, reports[1].Remaining);
    }

    [Fact]
    public void Mini_batches_take_every_example_once_an_epoch_and_the_last_one_takes_what_is_left()
    {
        List<double[]> batches = [];
        TrainingResult result = Fit(new LogisticNet { OnStep = batches.Add }, new() { Epochs = 4, BatchSize = 2 });
        Assert.Equal(12, result.Steps);
        foreach (double[][] epoch in batches.Chunk(3))
        {
            Assert.Equal([4, 4, 2], epoch.Select(batch => batch.Length));
            Assert.Equal(X.Chunk(2).Select(example => example[0]).Order(), epoch.SelectMany(batch => batch.Chunk(2)).Select(example => example[0]).Order());
        }

        Assert.True(batches.Chunk(3).Select(epoch => string.Join(' ', epoch.SelectMany(batch => batch))).Distinct().Count() > 1);
    }

    [Fact]
    public void Mini_batches_follow_the_seed()
    {
        string first = Order(seed: 1);
        Assert.Equal(first, Order(seed: 1));
        Assert.NotEqual(first, Order(seed: 2));

        static string Order(int seed)
        {
            List<double> order = [];
            Fit(new LogisticNet { OnStep = order.AddRange }, new() { Epochs = 4, BatchSize = 2, Seed = seed });
            return string.Join(' ', order);
        }
    }

    [Fact]
    public void Without_shuffling_batches_come_in_the_order_of_the_set()
    {
        List<double> order = [];
        Fit(new LogisticNet { OnStep = order.AddRange }, new() { Epochs = 2, BatchSize = 3, Shuffle = false });
        Assert.Equal([.. X, .. X], order);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_cost_of_an_epoch_of_mini_batches_weighs_every_example_alike(bool shuffle)
    {
        // With a rate of 0 the parameters stay, so the epoch's cost is that of the set, although its batches differ in size.
        var network = new LogisticNet();
        network.SetParameters([0.3, -0.7, 0.1]);
        TrainingResult result = Fit(network, new() { Epochs = 1, BatchSize = 2, LearningRate = 0.0, Shuffle = shuffle });
        Assert.Equal(network.Cost(X, Y), result.FinalCost, 1e-15);
    }

    [Fact]
    public void A_batch_larger_than_the_set_is_the_set()
    {
        List<double> order = [];
        Fit(new LogisticNet { OnStep = order.AddRange }, new() { Epochs = 1, BatchSize = 100 });
        Assert.Equal(X, order);
    }

    [Fact]
    public void Cancelling_stops_after_the_step_and_returns_what_was_reached()
    {
        using var source = new CancellationTokenSource();
        int steps = 0;
        var network = new LogisticNet
        {
            OnStep = _ =>
            {
                if (++steps == 5)
                {
                    source.Cancel();
                }
            },
        };
        TrainingResult result = Fit(network, new() { Epochs = 100, BatchSize = 2, ProgressInterval = 1 }, source.Token);
        Assert.Equal((TrainingEnd.Cancelled, 5L, 1, 1), (result.End, result.Steps, result.Epochs, result.ParametersEpoch));
        Assert.Equal([0], result.Costs.Select(record => record.Epoch));
        Assert.NotEqual(0.0, network.Parameters[0]);
    }

    [Fact]
    public void Cancelled_beforehand_nothing_is_trained()
    {
        var network = new LogisticNet();
        TrainingResult result = Fit(network, new() { Validation = Points }, new CancellationToken(canceled: true));
        Assert.Equal((TrainingEnd.Cancelled, 0L, 0, null), (result.End, result.Steps, result.Epochs, result.ParametersEpoch));
        Assert.Null(result.BestEpoch);
        Assert.True(double.IsNaN(result.FinalCost));
    }

    [Fact]
    public void Cancelling_in_the_last_step_is_no_cancelling()
    {
        using var source = new CancellationTokenSource();
        var network = new LogisticNet { OnStep = _ => source.Cancel() };
        Assert.Equal(TrainingEnd.Completed, Fit(network, new() { Epochs = 1 }, source.Token).End);
    }

    [Fact]
    public void With_a_validation_set_training_ends_with_its_best_parameters()
    {
        // Points on the other side: what is learned is right at first (the labels are more often 1) and then ever more wrong.
        Dataset<double> validation = Dataset<double>.FromRows([1.0, 2.0, -1.0, -2.0, 2.0, 1.0], 2, [0.0, 1.0, 1.0], 1);
        var network = new LogisticNet();
        TrainingResult result = Fit(network, new() { Epochs = 200, LearningRate = 0.5, ProgressInterval = 1, Validation = validation });

        CostRecord best = result.Costs.MinBy(record => record.ValidationCost);
        Assert.True(best.ValidationCost < result.Costs[^1].ValidationCost);
        Assert.Equal((best.Epoch, best.ValidationCost), (result.BestEpoch!.Value, result.BestValidationCost));
        Assert.Equal(result.BestValidationCost, network.Cost(validation.X, validation.Y));
        Assert.Equal((200, 200L), (result.Epochs, result.Steps));
    }

    [Fact]
    public void Cancelled_with_a_validation_set_the_parameters_of_the_last_step_are_a_candidate()
    {
        using var source = new CancellationTokenSource();
        int steps = 0;
        var network = new LogisticNet
        {
            OnStep = _ =>
            {
                if (++steps == 7)
                {
                    source.Cancel();
                }
            },
        };
        TrainingResult result = Fit(network, new() { Epochs = 100, LearningRate = 0.1, ProgressInterval = 50, Validation = Points }, source.Token);
        Assert.Equal((7, 6), (result.Epochs, result.BestEpoch!.Value));
        Assert.Equal(result.BestValidationCost, network.Cost(X, Y));
        Assert.True(result.BestValidationCost < result.Costs[0].ValidationCost);
    }

    [Fact]
    public void The_optimizer_keeps_its_own_rate_unless_the_options_have_one()
    {
        var reports = new Reports();
        var optimizer = new Adam<double>(0.125);
        Trainer.Fit(new LogisticNet(), Points, optimizer, new() { Epochs = 1, Progress = reports });
        Trainer.Fit(new LogisticNet(), Points, optimizer, new() { Epochs = 1, Progress = reports, LearningRate = 0.5 });
        Fit(new LogisticNet(), new() { Epochs = 1, Progress = reports });
        Assert.Equal([0.125, 0.5, 0.01], reports.Select(report => report.LearningRate));
    }

    [Fact]
    public void A_network_never_initialised_draws_its_parameters_with_seed_0()
    {
        SoftmaxNet expected = new(), network = new();
        expected.Initialize(0);
        Dataset<double> data = Dataset<double>.FromRows([1.0, 2.0], 2, [0.0, 1.0, 0.0], 3);
        Trainer.Fit<SoftmaxNet, double>(network, data, new() { Epochs = 1, LearningRate = 0.0 });
        Assert.Equal(expected.Parameters, network.Parameters);
    }

    [Fact]
    public void An_initialised_network_is_trained_from_where_it_is()
    {
        var network = new LogisticNet();
        network.SetParameters([1.0, 2.0, 3.0]);
        Fit(network, new() { Epochs = 1, LearningRate = 0.0 });
        Assert.Equal([1.0, 2.0, 3.0], network.Parameters.ToArray());
    }

    [Fact]
    public void The_number_of_threads_is_handed_to_the_network()
    {
        var network = new LogisticNet();
        Fit(network, new() { Epochs = 1, Threads = 3, Validation = Points });
        Assert.Equal(3, network.LastThreads);
        Assert.Equal(3, network.LastCostThreads);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_step_and_no_epoch_allocates(bool miniBatches)
    {
        var meter = new AllocationMeter(60);
        var options = new TrainingOptions { Epochs = 60, BatchSize = miniBatches ? 2 : null, ProgressInterval = 1, Validation = Points, Progress = meter };
        Trainer.Fit(new LogisticNet(), Points, new Adam<double>(), options);
        Assert.Equal(60, meter.Count);

        // The first epochs make the optimizer's state and whatever the runtime needs for code that runs for the first time.
        Assert.Equal(meter[30], meter[59]);
    }

    [Fact]
    public void A_set_of_another_size_is_refused_with_both_sizes()
    {
        Dataset<double> wide = Dataset<double>.FromRows([1.0, 2.0, 3.0], 3, [1.0], 1);
        Dataset<double> labels = Dataset<double>.FromRows([1.0, 2.0], 2, [1.0, 0.0, 0.0], 3);
        AssertRefused("train", "train has examples of 3 inputs, but layer 1 of LogisticNet takes 2.", wide, new());
        AssertRefused("train", "train has examples of 3 label values, but layer 1 of LogisticNet has 1 unit.", labels, new());
        AssertRefused("Validation", "Validation has examples of 3 inputs, but layer 1 of LogisticNet takes 2.", Points, new() { Validation = wide });
    }

    [Fact]
    public void A_validation_set_of_another_element_type_is_refused()
    {
        Dataset<float> single = Dataset<float>.FromRows([1f, 2f], 2, [1f], 1);
        string message = "Validation is a Dataset<float>, but LogisticNet computes in double: it must be a Dataset<double>.";
        AssertRefused("options", message, Points, new() { Validation = single });
    }

    private static void AssertRefused(string parameter, string message, Dataset<double> train, TrainingOptions options)
    {
        var exception = Assert.Throws<ArgumentException>(() => Trainer.Fit<LogisticNet, double>(new LogisticNet(), train, options));
        Assert.Equal(parameter, exception.ParamName);
        Assert.StartsWith(message, exception.Message);
    }

    private static TrainingResult Fit(LogisticNet network, TrainingOptions options, CancellationToken cancellationToken = default) =>
        Trainer.Fit(network, Points, new GradientDescent<double>(), options, cancellationToken);

    private sealed class Reports : List<TrainingProgress>, IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => Add(value);
    }

    /// <summary>Notes how much this thread has allocated at each report.</summary>
    private sealed class AllocationMeter(int reports) : IProgress<TrainingProgress>
    {
        private readonly long[] allocated = new long[reports];

        public int Count { get; private set; }

        public long this[int report] => allocated[report];

        public void Report(TrainingProgress value) => allocated[Count++] = GC.GetAllocatedBytesForCurrentThread();
    }
}
