using NetGen.Tests;
using static NetGen.Runtime.Tests.Training.OptimizerChecks;

namespace NetGen.Runtime.Tests.Training;

/// <summary>The optimizers of one number for each parameter, and penalties, against their formulas, written out in double precision.</summary>
public class OptimizerFormulaTests
{
    [Theory, MemberData(nameof(Widths), MemberType = typeof(OptimizerChecks))]
    public void Nesterov_looks_one_step_of_the_velocity_ahead(int width)
    {
        static double[] Reference(int step, double[] w, double[] g, double[][] state) => Each(w, (value, i) =>
        {
            state[0][i] = (0.9 * state[0][i]) + g[i];
            return value - (0.05 * (g[i] + (0.9 * state[0][i])));
        });

        AssertFollows<double, Nesterov<double>>(new(0.05), width, Reference, 1e-12);
        AssertFollows<float, Nesterov<float>>(new(0.05), width, Reference, 1e-4);
    }

    [Theory, MemberData(nameof(Widths), MemberType = typeof(OptimizerChecks))]
    public void AdaGrad_divides_by_the_root_of_the_sum_of_the_squares(int width)
    {
        static double[] Reference(int step, double[] w, double[] g, double[][] state) => Each(w, (value, i) =>
        {
            state[0][i] += g[i] * g[i];
            return value - (0.1 * g[i] / (Math.Sqrt(state[0][i]) + 1e-10));
        });

        AssertFollows<double, AdaGrad<double>>(new(0.1), width, Reference, 1e-12);
        AssertFollows<float, AdaGrad<float>>(new(0.1), width, Reference, 1e-4);
    }

    [Theory, MemberData(nameof(Widths), MemberType = typeof(OptimizerChecks))]
    public void RmsProp_divides_by_the_root_of_the_mean_of_the_squares(int width)
    {
        static double[] Reference(int step, double[] w, double[] g, double[][] state) => Each(w, (value, i) =>
        {
            state[0][i] = (0.95 * state[0][i]) + (0.05 * g[i] * g[i]);
            return value - (0.01 * g[i] / (Math.Sqrt(state[0][i]) + 1e-6));
        });

        AssertFollows<double, RmsProp<double>>(new(0.01, alpha: 0.95, epsilon: 1e-6), width, Reference, 1e-11);
        AssertFollows<float, RmsProp<float>>(new(0.01, alpha: 0.95, epsilon: 1e-6), width, Reference, 2e-4);
    }

    [Theory, MemberData(nameof(Widths), MemberType = typeof(OptimizerChecks))]
    public void Lion_follows_the_sign_of_the_direction(int width)
    {
        // The rate is a power of 2, so that both precisions take steps of the same length; no direction is so near to 0 that its sign is a matter of rounding.
        static double[] Reference(int step, double[] w, double[] g, double[][] state) => Each(w, (value, i) =>
        {
            double direction = (0.5 * state[0][i]) + (0.5 * g[i]);
            state[0][i] = (0.5 * state[0][i]) + (0.5 * g[i]);
            return value - (0.0078125 * Math.Sign(direction));
        });

        AssertFollows<double, Lion<double>>(new(0.0078125, beta1: 0.5, beta2: 0.5), width, Reference, 1e-12);
        AssertFollows<float, Lion<float>>(new(0.0078125, beta1: 0.5, beta2: 0.5), width, Reference, 1e-5);
    }

    [Theory, MemberData(nameof(Widths), MemberType = typeof(OptimizerChecks))]
    public void A_step_of_lion_without_a_direction_moves_nothing(int width)
    {
        float[] w = [.. Enumerable.Range(0, Count).Select(static i => (float)i)];
        float[] before = [.. w];
        var lion = new Lion<float>(0.1);
        lion.BeginStep(SomeNetwork.WithParameters(Count));
        Apply<float, Lion<float>>(ref lion, w, new float[Count], width);
        Assert.Equal(before, w);
    }

    [Theory, MemberData(nameof(Widths), MemberType = typeof(OptimizerChecks))]
    public void AdamW_takes_a_share_off_the_weights_before_the_step_of_adam(int width)
    {
        static double[] Reference(int step, double[] w, double[] g, double[][] state) => Each(w, (value, i) =>
        {
            state[0][i] = (0.9 * state[0][i]) + (0.1 * g[i]);
            state[1][i] = (0.999 * state[1][i]) + (0.001 * g[i] * g[i]);
            double mean = state[0][i] / (1.0 - Math.Pow(0.9, step));
            double variance = state[1][i] / (1.0 - Math.Pow(0.999, step));
            return (value * (1 - (0.02 * 0.1))) - (0.02 * mean / (Math.Sqrt(variance) + 1e-8));
        });

        AssertFollows<double, AdamW<double>>(new(0.02, weightDecay: 0.1), width, Reference, 1e-11);
        AssertFollows<float, AdamW<float>>(new(0.02, weightDecay: 0.1), width, Reference, 2e-4);
    }

    [Theory, MemberData(nameof(Widths), MemberType = typeof(OptimizerChecks))]
    public void Gradients_are_clipped_then_penalized_and_weights_decay_before_the_step(int width)
    {
        static double[] Reference(int step, double[] w, double[] g, double[][] state) => Each(w, (value, i) =>
        {
            double gradient = Math.Clamp(g[i], -0.25, 0.25) + (0.03 * value);
            state[0][i] = (0.9 * state[0][i]) + gradient;
            return (value * (1 - (0.05 * 0.2))) - (0.05 * state[0][i]);
        });

        AssertFollows<double, Regularized<double, Momentum<double>>>(
            new(new(0.05)) { ClipValue = 0.25, L2Penalty = 0.03, WeightDecay = 0.2 }, width, Reference, 1e-12);
        AssertFollows<float, Regularized<float, Momentum<float>>>(
            new(new(0.05)) { ClipValue = 0.25, L2Penalty = 0.03, WeightDecay = 0.2 }, width, Reference, 1e-4);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Weights_decay_and_others_only_where_that_is_asked_for(bool penalizesAll)
    {
        // W1 and b1 of a frozen layer, gamma, beta, mean and variance of a normalization, W3 and b3.
        var network = new NetworkDescription(
            "Some",
            [
                new DenseDescription(2, 1, Activation.Linear) { IsFrozen = true },
                new BatchNormDescription(1, Activation.Linear),
                new DenseDescription(1, 2, Activation.Linear),
            ],
            Loss.SquaredError,
            Initializer.Zeros);
        var optimizer = new Regularized<double, GradientDescent<double>>(new(0.5)) { WeightDecay = 1, PenalizesAll = penalizesAll };
        double[] parameters = [.. Enumerable.Repeat(8.0, network.ParameterCount)];
        optimizer.BeginStep(network);
        for (int i = 0; i < parameters.Length; i++)
        {
            optimizer.Update<double, PieceMathScalar<double>>(parameters, i, 0.0);
        }

        double other = penalizesAll ? 4 : 8;
        Assert.Equal([8, 8, 8, other, other, 8, 8, 4, 4, other, other], parameters);
    }

    [Fact]
    public void Without_bounds_and_penalties_a_step_is_the_optimizers_own_bit_for_bit()
    {
        var random = new Random(3);
        float[] expected = [.. Enumerable.Range(0, Count).Select(_ => random.NextSingle() - 0.5f)];
        float[] actual = [.. expected];
        var adam = new Adam<float>(0.01);
        var wrapped = new Regularized<float, Adam<float>>(new(0.01));
        for (int step = 0; step < 10; step++)
        {
            float[] gradient = [.. Enumerable.Range(0, Count).Select(_ => random.NextSingle() - 0.4f)];
            adam.BeginStep(SomeNetwork.WithParameters(Count));
            wrapped.BeginStep(SomeNetwork.WithParameters(Count));
            Apply(ref adam, expected, gradient, width: 256);
            Apply(ref wrapped, actual, gradient, width: 256);
        }

        Assert.Equal(expected, actual);
    }

    private static double[] Each(double[] w, Func<double, int, double> update) => [.. w.Select(update)];
}
