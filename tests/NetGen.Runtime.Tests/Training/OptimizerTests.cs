using System.Numerics;
using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Training;

/// <summary>Each optimizer against its published formula, written out in double precision, over many steps; for the pieces of every width.</summary>
public class OptimizerTests
{
    private const int Count = 32;
    private const int Steps = 400;

    public static TheoryData<int> Widths => [512, 256, 128, 0];

    [Theory, MemberData(nameof(Widths))]
    public void Gradient_descent_subtracts_the_rate_times_the_gradient(int width)
    {
        static double[] Reference(int step, double[] w, double[] g, double[][] state) => [.. w.Select((value, i) => value - (0.05 * g[i]))];
        AssertFollows<double, GradientDescent<double>>(new(0.05), width, Reference, 1e-13);
        AssertFollows<float, GradientDescent<float>>(new(0.05), width, Reference, 1e-5);
    }

    [Theory, MemberData(nameof(Widths))]
    public void Momentum_adds_the_gradient_to_a_decaying_velocity_and_follows_it(int width)
    {
        static double[] Reference(int step, double[] w, double[] g, double[][] state)
        {
            double[] velocity = state[0];
            for (int i = 0; i < w.Length; i++)
            {
                velocity[i] = (0.9 * velocity[i]) + g[i];
            }

            return [.. w.Select((value, i) => value - (0.05 * velocity[i]))];
        }

        AssertFollows<double, Momentum<double>>(new(0.05), width, Reference, 1e-12);
        AssertFollows<float, Momentum<float>>(new(0.05), width, Reference, 1e-4);
    }

    [Theory, MemberData(nameof(Widths))]
    public void Adam_follows_algorithm_1_of_its_paper(int width)
    {
        static double[] Reference(int step, double[] w, double[] g, double[][] state)
        {
            double[] m = state[0], v = state[1], updated = new double[w.Length];
            for (int i = 0; i < w.Length; i++)
            {
                m[i] = (0.9 * m[i]) + (0.1 * g[i]);
                v[i] = (0.999 * v[i]) + (0.001 * g[i] * g[i]);
                double meanHat = m[i] / (1.0 - Math.Pow(0.9, step));
                double varianceHat = v[i] / (1.0 - Math.Pow(0.999, step));
                updated[i] = w[i] - (0.02 * meanHat / (Math.Sqrt(varianceHat) + 1e-8));
            }

            return updated;
        }

        AssertFollows<double, Adam<double>>(new(0.02), width, Reference, 1e-11);
        AssertFollows<float, Adam<float>>(new(0.02), width, Reference, 2e-4);
    }

    [Fact]
    public void The_epsilon_of_adam_is_added_to_the_corrected_root()
    {
        // One step from zero: mHat = g and vHat = g^2, so that an epsilon as large as the gradient halves the step.
        double[] w = [1.0];
        var adam = new Adam<double>(0.1, epsilon: 3.0);
        adam.BeginStep(1);
        adam.Update(w, 0, 3.0);
        Assert.Equal(1.0 - 0.05, w[0], 1e-14);
    }

    [Fact]
    public void A_changed_learning_rate_counts_from_the_next_step_on()
    {
        AssertRateCounts(new GradientDescent<double>(0.5));
        AssertRateCounts(new Momentum<double>(0.5, beta: 0.0));
        AssertRateCounts(new Adam<double>(0.5, beta1: 0.0, beta2: 0.0, epsilon: 1e-300));
    }

    [Theory, MemberData(nameof(Widths))]
    public void State_that_fades_away_becomes_zero_instead_of_staying_subnormal(int width)
    {
        // Without the flush, 0.9 times the smallest numbers would round back to them, and the weights would go on being moved by a velocity that never ends.
        var momentum = new Momentum<float>(1e38);
        AssertComesToRest(ref momentum, width, steps: 1200);
        var adam = new Adam<float>(1e38, beta2: 0.9);
        AssertComesToRest(ref adam, width, steps: 1200);
    }

    [Theory, MemberData(nameof(Widths))]
    public void A_gradient_that_is_not_a_number_is_not_hidden(int width)
    {
        AssertShowsNaN(new GradientDescent<float>(), width);
        AssertShowsNaN(new Momentum<float>(), width);
        AssertShowsNaN(new Adam<float>(), width);
    }

    [Theory, MemberData(nameof(Widths))]
    public void A_gradient_store_keeps_each_piece_and_leaves_the_parameters_alone(int width)
    {
        float[] parameters = new float[Count], gradients = new float[Count];
        float[] pieces = [.. Enumerable.Range(1, Count).Select(i => (float)i)];
        var store = new GradientStore<float>(gradients);
        Apply<float, GradientStore<float>>(ref store, parameters, pieces, width);
        Assert.Equal(pieces, gradients);
        Assert.All(parameters, value => Assert.Equal(0f, value));
    }

    [Fact]
    public void An_optimizer_refuses_a_network_of_another_size()
    {
        var momentum = new Momentum<float>();
        momentum.BeginStep(17);
        var exception = Assert.Throws<InvalidOperationException>(() => momentum.BeginStep(20));
        Assert.Equal("This Momentum keeps the state of a network of 17 parameters, but was given one of 20: make another for each.", exception.Message);

        var adam = new Adam<double>();
        adam.BeginStep(17);
        Assert.Contains("This Adam", Assert.Throws<InvalidOperationException>(() => adam.BeginStep(20)).Message);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_learning_rate_that_is_none_is_refused(double rate)
    {
        AssertRefused("learningRate", () => new GradientDescent<float>(rate));
        AssertRefused("learningRate", () => new Momentum<float>(rate));
        AssertRefused("learningRate", () => new Adam<float>(rate));
        AssertRefused("LearningRate", () => new GradientDescent<float> { LearningRate = rate });
        AssertRefused("LearningRate", () => new Momentum<float> { LearningRate = rate });
        AssertRefused("LearningRate", () => new Adam<float> { LearningRate = rate });
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_decay_that_is_none_is_refused(double beta)
    {
        AssertRefused("beta", () => new Momentum<float>(0.1, beta));
        AssertRefused("beta1", () => new Adam<float>(0.1, beta1: beta));
        AssertRefused("beta2", () => new Adam<float>(0.1, beta2: beta));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1e-8)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_epsilon_that_is_none_is_refused(double epsilon) => AssertRefused("epsilon", () => new Adam<float>(0.1, epsilon: epsilon));

    [Fact]
    public void An_adam_that_is_default_says_how_to_make_one() =>
        Assert.Contains("make it with new", Assert.Throws<InvalidOperationException>(() => default(Adam<float>).BeginStep(1)).Message);

    [Fact]
    public void The_defaults_are_those_of_the_papers()
    {
        Assert.Equal(0.01, new GradientDescent<float>().LearningRate);
        Assert.Equal((0.01, 0.9), (new Momentum<float>().LearningRate, new Momentum<float>().Beta));
        var adam = new Adam<float>();
        Assert.Equal((0.001, 0.9, 0.999, 1e-8), (adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon));
    }

    private static void AssertFollows<T, TOptimizer>(
        TOptimizer optimizer, int width, Func<int, double[], double[], double[][], double[]> reference, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOptimizer : struct, IOptimizer<T>
    {
        var random = new Random(7);
        double[] expected = [.. Enumerable.Range(0, Count).Select(_ => random.NextDouble() - 0.5)];
        T[] actual = [.. expected.Select(T.CreateTruncating)];
        double[][] state = [new double[Count], new double[Count]];
        for (int step = 1; step <= Steps; step++)
        {
            double[] gradient = [.. Enumerable.Range(0, Count).Select(_ => (double)(float)(random.NextDouble() - 0.4))];
            expected = reference(step, expected, gradient, state);
            optimizer.BeginStep(Count);
            Apply(ref optimizer, actual, [.. gradient.Select(T.CreateTruncating)], width);
            for (int i = 0; i < Count; i++)
            {
                Assert.Equal(expected[i], double.CreateTruncating(actual[i]), tolerance * Math.Max(1.0, Math.Abs(expected[i])));
            }
        }
    }

    private static void AssertRateCounts<TOptimizer>(TOptimizer optimizer)
        where TOptimizer : struct, IOptimizer<double>
    {
        double[] w = [0.0];
        optimizer.BeginStep(1);
        optimizer.Update(w, 0, 1.0);
        Assert.Equal(-0.5, w[0], 1e-14);
        optimizer.LearningRate = 2.0;
        Assert.Equal(2.0, optimizer.LearningRate);
        optimizer.BeginStep(1);
        optimizer.Update(w, 0, 1.0);
        Assert.Equal(-2.5, w[0], 1e-14);
    }

    private static void AssertComesToRest<TOptimizer>(ref TOptimizer optimizer, int width, int steps)
        where TOptimizer : struct, IOptimizer<float>
    {
        float[] w = new float[Count], gradient = new float[Count];
        Array.Fill(gradient, 1e-5f);
        for (int step = 0; step < steps; step++)
        {
            optimizer.BeginStep(Count);
            Apply<float, TOptimizer>(ref optimizer, w, gradient, width);
            Array.Clear(gradient);
        }

        Array.Clear(w);
        optimizer.BeginStep(Count);
        Apply<float, TOptimizer>(ref optimizer, w, gradient, width);
        Assert.All(w, value => Assert.Equal(0f, value));
    }

    private static void AssertShowsNaN<TOptimizer>(TOptimizer optimizer, int width)
        where TOptimizer : struct, IOptimizer<float>
    {
        float[] w = new float[Count], gradient = new float[Count];
        Array.Fill(gradient, float.NaN);
        optimizer.BeginStep(Count);
        Apply<float, TOptimizer>(ref optimizer, w, gradient, width);
        Assert.All(w, value => Assert.True(float.IsNaN(value)));
    }

    private static void AssertRefused(string parameter, Func<object> make) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(make).ParamName);

    /// <summary>Updates all parameters in pieces of one width; 0 bits: one by one. The pieces go backwards, since their order is free.</summary>
    private static void Apply<T, TSink>(ref TSink sink, T[] parameters, T[] gradient, int width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TSink : struct, IGradientSink<T>, allows ref struct
    {
        int lanes = width switch { 512 => Vector512<T>.Count, 256 => Vector256<T>.Count, 128 => Vector128<T>.Count, _ => 1 };
        for (int i = parameters.Length - lanes; i >= 0; i -= lanes)
        {
            switch (width)
            {
                case 512:
                    sink.Update(parameters, i, Vector512.Create<T>(gradient.AsSpan(i)));
                    break;
                case 256:
                    sink.Update(parameters, i, Vector256.Create<T>(gradient.AsSpan(i)));
                    break;
                case 128:
                    sink.Update(parameters, i, Vector128.Create<T>(gradient.AsSpan(i)));
                    break;
                default:
                    sink.Update(parameters, i, gradient[i]);
                    break;
            }
        }
    }
}
