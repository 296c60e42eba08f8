using static NetGen.Runtime.Tests.Training.FivePoints;

namespace NetGen.Runtime.Tests.Training;

/// <summary>What Fit does with a network and its options: costs, reports, the best parameters, and what it refuses.</summary>
public class TrainerTests
{
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
        Assert.Equal(Math.Log(2.0), result.History[0].Cost, 1e-15);
        Assert.True(result.History[1].Cost < result.History[0].Cost);
        Assert.Equal(result.History[2].Cost, result.FinalCost);
    }

    [Fact]
    public void The_cost_is_computed_every_n_epochs_and_in_the_last_and_only_there()
    {
        var network = new LogisticNet();
        TrainingResult result = Fit(network, new() { Epochs = 12, ProgressInterval = 5 });
        Assert.Equal([0, 5, 10, 11], result.History.Select(record => record.Epoch));
        Assert.Equal((4, 8, 0), (network.CostSteps, network.PlainSteps, network.CostCalls));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 100)]
    [InlineData(101, 51)]
    [InlineData(2500, 101)]
    public void About_a_hundred_costs_are_recorded_unless_said_otherwise(int epochs, int records) =>
        Assert.Equal(records, Fit(new LogisticNet(), new() { Epochs = epochs }).History.Count);

    [Fact]
    public void Every_report_is_a_record_of_the_result()
    {
        var reports = new Reports();
        var options = new TrainingOptions { Epochs = 12, ProgressInterval = 5, LearningRate = 0.25, Validation = Points, Progress = reports };
        TrainingResult result = Fit(new LogisticNet(), options);
        Assert.Equal<EpochRecord>(result.History, reports.Select(report => report.Record));
        Assert.Equal([1L, 6L, 11L, 12L], reports.Select(report => report.Steps));
        Assert.All(reports, report => Assert.Equal((12, 0.25), (report.Epochs, report.LearningRate)));
        Assert.Equal((1.0, TimeSpan.Zero), (reports[^1].Fraction, reports[^1].Remaining));
        Assert.Equal(reports[1].Elapsed, reports[1].Remaining);
    }

    [Fact]
    public void With_a_validation_set_training_ends_with_its_best_parameters()
    {
        // Points on the other side: what is learned is right at first (the labels are more often 1) and then ever more wrong.
        Dataset<double> validation = Dataset<double>.FromRows([1.0, 2.0, -1.0, -2.0, 2.0, 1.0], 2, [0.0, 1.0, 1.0], 1);
        var network = new LogisticNet();
        TrainingResult result = Fit(network, new() { Epochs = 200, LearningRate = 0.5, ProgressInterval = 1, Validation = validation });

        EpochRecord best = result.History.MinBy(record => record.ValidationCost);
        Assert.True(best.ValidationCost < result.History[^1].ValidationCost);
        Assert.Equal((best.Epoch, best.ValidationCost), (result.BestEpoch!.Value, result.BestValidationCost));
        Assert.Equal(result.BestValidationCost, network.Cost(validation.X, validation.Y));
        Assert.Equal((200, 200L), (result.Epochs, result.Steps));
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
    public void A_network_never_initialized_draws_its_parameters_with_seed_0()
    {
        SoftmaxNet expected = new(), network = new();
        expected.Initialize(0);
        Dataset<double> data = Dataset<double>.FromRows([1.0, 2.0], 2, [0.0, 1.0, 0.0], 3);
        Trainer.Fit<SoftmaxNet, double>(network, data, new() { Epochs = 1, LearningRate = 0.0 });
        Assert.Equal(expected.Parameters, network.Parameters);
    }

    [Fact]
    public void An_initialized_network_is_trained_from_where_it_is()
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
        var options = new TrainingOptions
        {
            Epochs = 60,
            BatchSize = miniBatches ? 2 : null,
            ProgressInterval = 1,
            Validation = Points,
            Progress = meter,

            // What is noted for the search of a divergence takes some hundred bytes where an epoch is recorded.
            StopsAtDivergence = false,
        };
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
        AssertRefused("train", "train has examples of 3 inputs, but LogisticNet takes 2.", wide, new());
        AssertRefused("train", "train has examples of 3 label values, but LogisticNet gives 1 output an example.", labels, new());
        AssertRefused("Validation", "Validation has examples of 3 inputs, but LogisticNet takes 2.", Points, new() { Validation = wide });
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
