using NetGen.Tests;
using static NetGen.Runtime.Tests.Training.FivePoints;

namespace NetGen.Runtime.Tests.Training;

/// <summary>
/// An optimizer has one state, whatever copies of it there are: to go on with it, in another training or in steps, equals not having stopped, bit for bit.
/// </summary>
public class ContinuedOptimizerTests
{
    private const int Steps = 41;

    /// <summary>How many steps each part has: positive in Fit, negative one by one in TrainStep.</summary>
    public static TheoryData<int[]> Parts => new(
        new[] { 41 },
        new[] { -41 },
        new[] { 9, 8, 8, 8, 8 },
        new[] { -1, 40 },
        new[] { 40, -1 },
        new[] { 1, -1, 1, -1, 10, -10, 17 },
        new[] { -20, 1, -20 });

    [Theory, MemberData(nameof(Parts))]
    public void Gradient_descent_goes_on(int[] parts) => AssertGoesOn(() => new GradientDescent<double>(0.3), parts);

    [Theory, MemberData(nameof(Parts))]
    public void Momentum_goes_on(int[] parts) => AssertGoesOn(() => new Momentum<double>(0.05), parts);

    [Theory, MemberData(nameof(Parts))]
    public void Adam_goes_on(int[] parts) => AssertGoesOn(() => new Adam<double>(0.05), parts);

    [Theory, MemberData(nameof(Parts))]
    public void An_optimizer_with_its_state_in_fields_goes_on_by_reference(int[] parts)
    {
        LogisticNet whole = Initialized(), network = Initialized();
        var expected = new Fading(0.5);
        for (int step = 0; step < Steps; step++)
        {
            whole.TrainStep(X, Y, ref expected);
        }

        var optimizer = new Fading(0.5);
        foreach (int part in parts)
        {
            for (int step = 0; step < -part; step++)
            {
                network.TrainStep(X, Y, ref optimizer);
            }

            if (part > 0)
            {
                Trainer.Fit(network, Points, ref optimizer, Options(part));
            }
        }

        Assert.Equal(whole.Parameters, network.Parameters);
        Assert.Equal(Steps, optimizer.Steps);
    }

    [Fact]
    public void The_rate_of_the_options_holds_for_one_training_and_the_state_goes_on()
    {
        AssertOtherRate(() => new GradientDescent<double>(0.05));
        AssertOtherRate(() => new Momentum<double>(0.05));
        AssertOtherRate(() => new Adam<double>(0.05));

        static void AssertOtherRate<TOptimizer>(Func<TOptimizer> make)
            where TOptimizer : struct, IOptimizer<double>
        {
            LogisticNet whole = Initialized(), byValue = Initialized(), byReference = Initialized();
            TOptimizer expected = make(), first = make(), second = make();
            foreach ((int count, double rate) in new[] { (10, 0.05), (11, 0.2), (20, 0.05) })
            {
                expected.LearningRate = rate;
                for (int step = 0; step < count; step++)
                {
                    whole.TrainStep(X, Y, ref expected);
                }

                double? option = rate == 0.05 ? null : rate;
                Trainer.Fit(byValue, Points, first, Options(count) with { LearningRate = option });
                Trainer.Fit(byReference, Points, ref second, Options(count) with { LearningRate = option });
                Assert.Equal((0.05, 0.05), (first.LearningRate, second.LearningRate));
            }

            Assert.Equal(whole.Parameters, byValue.Parameters);
            Assert.Equal(whole.Parameters, byReference.Parameters);
        }
    }

    [Fact]
    public void Copies_share_the_state_and_have_rates_of_their_own()
    {
        AssertShared(() => new Momentum<double>(0.05));
        AssertShared(() => new Adam<double>(0.05));

        static void AssertShared<TOptimizer>(Func<TOptimizer> make)
            where TOptimizer : struct, IOptimizer<double>
        {
            LogisticNet whole = Initialized(), network = Initialized();
            TOptimizer one = make(), original = make();
            TOptimizer copy = original;
            copy.LearningRate = 0.2;
            Assert.Equal(0.05, original.LearningRate);
            for (int step = 0; step < Steps; step++)
            {
                one.LearningRate = step % 2 == 0 ? 0.05 : 0.2;
                whole.TrainStep(X, Y, ref one);
                network.TrainStep(X, Y, ref step % 2 == 0 ? ref original : ref copy);
            }

            Assert.Equal(whole.Parameters, network.Parameters);
            Assert.Contains("make another for each", Assert.Throws<InvalidOperationException>(() => copy.BeginStep(SomeNetwork.WithParameters(4))).Message);
        }
    }

    [Fact]
    public void A_cancelled_training_goes_on_where_it_was()
    {
        LogisticNet whole = new();
        Adam<double> expected = new(0.05), adam = new(0.05);
        Fading fading = new(0.5), expectedFading = new(0.5);
        Trainer.Fit(whole, Points, expected, Options(Steps));
        LogisticNet network = Cancelled(7, (net, token) => Trainer.Fit(net, Points, adam, Options(Steps), token));
        Trainer.Fit(network, Points, adam, Options(Steps - 7));
        Assert.Equal(whole.Parameters, network.Parameters);

        LogisticNet other = new();
        Trainer.Fit(other, Points, ref expectedFading, Options(Steps));
        network = Cancelled(7, (net, token) => Trainer.Fit(net, Points, ref fading, Options(Steps), token));
        Assert.Equal(7, fading.Steps);
        Trainer.Fit(network, Points, ref fading, Options(Steps - 7));
        Assert.Equal(other.Parameters, network.Parameters);
    }

    [Fact]
    public void An_optimizer_by_reference_has_the_state_of_the_last_step_when_something_throws()
    {
        var fading = new Fading(0.5);
        int steps = 0;
        var network = new LogisticNet { OnStep = _ => steps += steps == 4 ? throw new TimeoutException() : 1 };
        Assert.Throws<TimeoutException>(() => Trainer.Fit(network, Points, ref fading, Options(Steps) with { LearningRate = 0.25 }));
        Assert.Equal((5, 0.5), (fading.Steps, fading.LearningRate));
    }

    [Fact]
    public void A_refused_training_leaves_the_optimizer_as_it_was()
    {
        var fading = new Fading(0.5);
        Dataset<double> three = Dataset<double>.FromRows([1.0, 2.0, 3.0], 3, [1.0], 1);
        Assert.Throws<ArgumentException>(() => Trainer.Fit(new LogisticNet(), three, ref fading, Options(1)));
        Assert.Equal((0, 0.5), (fading.Steps, fading.LearningRate));
    }

    private static TrainingOptions Options(int steps) => new() { Epochs = steps, BatchSize = null };

    private static LogisticNet Initialized()
    {
        var network = new LogisticNet();
        network.Initialize(0);
        return network;
    }

    private static LogisticNet Cancelled(int after, Func<LogisticNet, CancellationToken, TrainingResult> fit)
    {
        using var source = new CancellationTokenSource();
        int steps = 0;
        var network = new LogisticNet
        {
            OnStep = _ =>
            {
                if (++steps == after)
                {
                    source.Cancel();
                }
            },
        };
        TrainingResult result = fit(network, source.Token);
        Assert.Equal((TrainingEnd.Cancelled, (long)after), (result.End, result.Steps));
        return network;
    }

    private static void AssertGoesOn<TOptimizer>(Func<TOptimizer> make, int[] parts)
        where TOptimizer : struct, IOptimizer<double>
    {
        Assert.Equal(Steps, parts.Sum(Math.Abs));
        LogisticNet whole = Initialized(), byValue = Initialized(), byReference = Initialized(), copied = Initialized();
        Trainer.Fit(whole, Points, make(), Options(Steps));
        TOptimizer first = make(), second = make(), third = make();
        foreach (int part in parts)
        {
            TOptimizer copy = third;
            for (int step = 0; step < -part; step++)
            {
                byValue.TrainStep(X, Y, ref first);
                byReference.TrainStepWithCost(X, Y, ref second);
                copied.TrainStep(X, Y, ref copy);
            }

            if (part > 0)
            {
                Trainer.Fit(byValue, Points, first, Options(part));
                Trainer.Fit(byReference, Points, ref second, Options(part));
                Trainer.Fit(copied, Points, copy, Options(part));
            }
        }

        Assert.Equal(whole.Parameters, byValue.Parameters);
        Assert.Equal(whole.Parameters, byReference.Parameters);
        Assert.Equal(whole.Parameters, copied.Parameters);
    }

    /// <summary>Gradient descent whose rate fades, with the number of steps in a field.</summary>
    private struct Fading(double rate) : IOptimizer<double>
    {
        public double LearningRate { get; set; } = rate;

        public int Steps { get; private set; }

        public void BeginStep(NetworkDescription network) => Steps++;

        public readonly void PrefetchRows(Span<double> parameters, int index, int stride, int rows, int columns)
        {
        }

        public readonly void Update<TPiece, TMath>(Span<double> parameters, int index, TPiece gradient)
            where TPiece : struct
            where TMath : struct, IPieceMath<TPiece, double>
        {
            Assert.Equal(1, TMath.Count);
            TPiece w = TMath.Load(parameters, index);
            TMath.Store(TMath.ScaleAdd(gradient, -LearningRate / Steps, w), parameters, index);
        }
    }
}
