using static NetGen.Runtime.Tests.Training.FivePoints;

namespace NetGen.Runtime.Tests.Training.Fitting;

/// <summary>What options do to gradients and parameters, against the formulas written out.</summary>
public class UpdateOptionsTests
{
    private const double Rate = 0.1;

    [Fact]
    public void Batches_that_are_accumulated_are_one_batch()
    {
        LogisticNet whole = new(), parts = new();
        Fit(whole, new() { Epochs = 20, BatchSize = 4, Shuffle = false });
        TrainingResult result = Fit(parts, new() { Epochs = 20, BatchSize = 2, Shuffle = false, AccumulateBatches = 2 });
        AssertClose(whole, parts, 1e-15);
        Assert.Equal(40, result.Steps);
    }

    [Fact]
    public void At_the_end_of_an_epoch_the_batches_that_are_left_are_an_update()
    {
        // Batches of 2, 2 and 1 examples: updates of 4 and of 1.
        LogisticNet network = new();
        double[] w = [0.0, 0.0, 0.0];
        Fit(network, new() { Epochs = 1, BatchSize = 2, Shuffle = false, AccumulateBatches = 2, LearningRate = Rate });
        Step(w, Gradient(w, 0, 4));
        Step(w, Gradient(w, 4, 5));
        AssertClose(w, network, 1e-16);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(1e9)]
    public void A_gradient_is_scaled_to_the_bound_of_its_norm(double bound)
    {
        LogisticNet network = new();
        double[] w = [0.0, 0.0, 0.0];
        Fit(network, new() { Epochs = 3, BatchSize = null, ClipNorm = bound, LearningRate = Rate });
        for (int step = 0; step < 3; step++)
        {
            double[] gradient = Gradient(w, 0, 5);
            double factor = Math.Min(1.0, bound / (Math.Sqrt(gradient.Sum(g => g * g)) + 1e-6));
            Step(w, [.. gradient.Select(g => factor * g)]);
        }

        AssertClose(w, network, 1e-16);
    }

    [Fact]
    public void Elements_are_bounded_and_weights_penalized_but_not_b()
    {
        LogisticNet network = new();
        network.SetParameters([0.5, -2.0, 1.0]);
        double[] w = [0.5, -2.0, 1.0];
        Fit(network, new() { Epochs = 3, BatchSize = null, ClipValue = 0.2, L2Penalty = 0.3, WeightDecay = 0.4, LearningRate = Rate });
        for (int step = 0; step < 3; step++)
        {
            double[] gradient = Gradient(w, 0, 5);
            for (int i = 0; i < 3; i++)
            {
                double g = Math.Clamp(gradient[i], -0.2, 0.2) + (i < 2 ? 0.3 * w[i] : 0.0);
                w[i] = ((i < 2 ? 1.0 - (Rate * 0.4) : 1.0) * w[i]) - (Rate * g);
            }
        }

        AssertClose(w, network, 1e-15);
    }

    [Theory]
    [InlineData(false, 0.5 * 0.3 * (0.25 + 4.0))]
    [InlineData(true, 0.5 * 0.3 * (0.25 + 4.0 + 1.0))]
    public void The_recorded_cost_has_the_penalty_and_the_validation_cost_has_not(bool all, double penalty)
    {
        LogisticNet network = new();
        network.SetParameters([0.5, -2.0, 1.0]);
        double cost = network.Cost(X, Y);
        TrainingResult result = Fit(
            network, new() { Epochs = 1, BatchSize = null, L2Penalty = 0.3, PenalizesAll = all, LearningRate = 0.0, Validation = Points });
        Assert.Equal(cost + penalty, result.History[0].Cost, 1e-14);
        Assert.Equal(cost, result.History[0].ValidationCost);
    }

    [Fact]
    public void The_network_ends_with_the_average_and_trains_on_without_it()
    {
        const double Decay = 0.25;
        List<double[]> steps = [];
        LogisticNet network = new();
        var options = new TrainingOptions
        {
            Epochs = 6,
            BatchSize = null,
            AverageDecay = Decay,
            LearningRate = Rate,
            Callback = new Callback(_ => steps.Add(network.Parameters.ToArray())),
        };
        Fit(network, options);
        LogisticNet plain = new();
        Fit(plain, new() { Epochs = 6, BatchSize = null, LearningRate = Rate });
        Assert.Equal(plain.Parameters.ToArray(), steps[^1]);

        double[] average = [.. steps[0]];
        for (int t = 1; t < steps.Count; t++)
        {
            double decay = Math.Min(Decay, (1.0 + t) / (10.0 + t));
            for (int i = 0; i < average.Length; i++)
            {
                average[i] = (decay * average[i]) + ((1.0 - decay) * steps[t][i]);
            }
        }

        AssertClose(average, network, 1e-15);
    }

    [Fact]
    public void The_average_is_what_is_validated_and_kept()
    {
        LogisticNet network = new();
        double[] seen = [];
        TrainingResult result = Fit(network, new()
        {
            Epochs = 6,
            BatchSize = null,
            ProgressInterval = 1,
            AverageDecay = 0.9,
            Validation = Points,
            LearningRate = Rate,
            Callback = new Callback(_ => seen = network.Parameters.ToArray()),
        });
        Assert.Equal(result.History[^1].ValidationCost, network.Cost(X, Y));
        Assert.NotEqual(seen, network.Parameters.ToArray());
    }

    [Fact]
    public void Values_that_cannot_be_meant_are_refused_where_they_are_written()
    {
        AssertRefused("ClipValue is 0, but must be a finite number above 0.", () => new TrainingOptions { ClipValue = 0.0 });
        AssertRefused("ClipNorm is NaN, but must be a finite number above 0.", () => new TrainingOptions { ClipNorm = double.NaN });
        AssertRefused("AccumulateBatches is 0, but must be at least 1.", () => new TrainingOptions { AccumulateBatches = 0 });
        AssertRefused("L2Penalty is -1, but must be a finite number, not negative.", () => new TrainingOptions { L2Penalty = -1.0 });
        AssertRefused("WeightDecay is Infinity, but must be", () => new TrainingOptions { WeightDecay = double.PositiveInfinity });
        AssertRefused("AverageDecay is 1, but must be at least 0 and below 1.", () => new TrainingOptions { AverageDecay = 1.0 });
        AssertRefused("MinimumChange is -1, but must be a finite number, not negative.", () => new TrainingOptions { MinimumChange = -1.0 });
        AssertRefused("Patience is 0, but must be at least 1, or null", () => new TrainingOptions { Patience = 0 });
    }

    [Fact]
    public void A_value_that_the_element_type_cannot_hold_is_refused_before_anything_happens()
    {
        var network = new SingleNet();
        Dataset<float> data = Dataset<float>.FromRows([1f, 2f], 2, [1f], 1);
        TrainingOptions[] refused = [new() { ClipValue = 1e300 }, new() { L2Penalty = 1e-300 }, new() { AverageDecay = 0.999999999 }];
        foreach (TrainingOptions options in refused)
        {
            var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Trainer.Fit<SingleNet, float>(network, data, options));
            Assert.Contains("is used as float", exception.Message, StringComparison.Ordinal);
            Assert.False(network.IsInitialized);
        }
    }

    private static void AssertRefused(string message, Func<object> make) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(make).Message);

    /// <summary>The gradient of the cost of logistic regression over some of the points.</summary>
    private static double[] Gradient(double[] w, int first, int end)
    {
        double[] gradient = new double[3];
        for (int i = first; i < end; i++)
        {
            double z = (w[0] * X[2 * i]) + (w[1] * X[(2 * i) + 1]) + w[2];
            double dz = ((1.0 / (1.0 + Math.Exp(-z))) - Y[i]) / (end - first);
            gradient[0] += dz * X[2 * i];
            gradient[1] += dz * X[(2 * i) + 1];
            gradient[2] += dz;
        }

        return gradient;
    }

    private static void Step(double[] w, double[] gradient)
    {
        for (int i = 0; i < w.Length; i++)
        {
            w[i] -= Rate * gradient[i];
        }
    }

    private static void AssertClose(LogisticNet expected, LogisticNet actual, double tolerance) =>
        AssertClose(expected.Parameters.ToArray(), actual, tolerance);

    private static void AssertClose(double[] expected, LogisticNet actual, double tolerance)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual.Parameters[i], tolerance);
        }
    }

    private sealed class Callback(Action<TrainingContext> onStep) : ITrainingCallback
    {
        public void OnStep(TrainingContext context) => onStep(context);
    }
}
