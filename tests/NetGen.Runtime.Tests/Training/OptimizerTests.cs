using NetGen.CompilerServices;
using NetGen.Tests;
using static NetGen.Runtime.Tests.Training.OptimizerChecks;

namespace NetGen.Runtime.Tests.Training;

/// <summary>Each optimizer against its published formula, written out in double precision, over many steps; for the pieces of every width.</summary>
public class OptimizerTests
{
    [Theory, MemberData(nameof(Widths), MemberType = typeof(OptimizerChecks))]
    public void Gradient_descent_subtracts_the_rate_times_the_gradient(int width)
    {
        static double[] Reference(int step, double[] w, double[] g, double[][] state) => [.. w.Select((value, i) => value - (0.05 * g[i]))];
        AssertFollows<double, GradientDescent<double>>(new(0.05), width, Reference, 1e-13);
        AssertFollows<float, GradientDescent<float>>(new(0.05), width, Reference, 1e-5);
    }

    [Theory, MemberData(nameof(Widths), MemberType = typeof(OptimizerChecks))]
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

    [Theory, MemberData(nameof(Widths), MemberType = typeof(OptimizerChecks))]
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
        adam.BeginStep(SomeNetwork.WithParameters(1));
        adam.Update<double, PieceMathScalar<double>>(w, 0, 3.0);
        Assert.Equal(1.0 - 0.05, w[0], 1e-14);
    }

    [Fact]
    public void A_changed_learning_rate_counts_from_the_next_step_on()
    {
        AssertRateCounts(new GradientDescent<double>(0.5));
        AssertRateCounts(new Momentum<double>(0.5, beta: 0.0));
        AssertRateCounts(new Nesterov<double>(0.5, beta: 0.0));
        AssertRateCounts(new RmsProp<double>(0.5, alpha: 0.0, epsilon: 1e-300));
        AssertRateCounts(new Lion<double>(0.5));
        AssertRateCounts(new Adam<double>(0.5, beta1: 0.0, beta2: 0.0, epsilon: 1e-300));
        AssertRateCounts(new AdamW<double>(0.5, beta1: 0.0, beta2: 0.0, epsilon: 1e-300, weightDecay: 0.0));
        AssertRateCounts(new Regularized<double, GradientDescent<double>>(new(0.5)));
    }

    [Theory, MemberData(nameof(Widths), MemberType = typeof(OptimizerChecks))]
    public void State_that_fades_away_becomes_zero_instead_of_staying_subnormal(int width)
    {
        // Without the flush, 0.9 times the smallest numbers would round back to them, and the weights would go on being moved by a velocity that never ends.
        var momentum = new Momentum<float>(1e38);
        AssertComesToRest(ref momentum, width, steps: 1200);
        var nesterov = new Nesterov<float>(1e38);
        AssertComesToRest(ref nesterov, width, steps: 1200);
        var lion = new Lion<float>(1e38, beta2: 0.9);
        AssertComesToRest(ref lion, width, steps: 1200);
        var adam = new Adam<float>(1e38, beta2: 0.9);
        AssertComesToRest(ref adam, width, steps: 1200);
    }

    [Theory, MemberData(nameof(Widths), MemberType = typeof(OptimizerChecks))]
    public void A_gradient_that_is_not_a_number_is_not_hidden(int width)
    {
        AssertShowsNaN(new GradientDescent<float>(), width);
        AssertShowsNaN(new Momentum<float>(), width);
        AssertShowsNaN(new Nesterov<float>(), width);
        AssertShowsNaN(new AdaGrad<float>(), width);
        AssertShowsNaN(new RmsProp<float>(), width);
        AssertShowsNaN(new Lion<float>(), width);
        AssertShowsNaN(new Adam<float>(), width);
        AssertShowsNaN(new AdamW<float>(), width);
        AssertShowsNaN(new Regularized<float, GradientDescent<float>>(new(0.1)) { ClipValue = 1 }, width);
    }

    [Theory, MemberData(nameof(Widths), MemberType = typeof(OptimizerChecks))]
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
        momentum.BeginStep(SomeNetwork.WithParameters(17));
        var exception = Assert.Throws<InvalidOperationException>(() => momentum.BeginStep(SomeNetwork.WithParameters(20)));
        Assert.Equal("This Momentum keeps the state of a network of 17 parameters, but was given one of 20: make another for each.", exception.Message);

        var adam = new Adam<double>();
        adam.BeginStep(SomeNetwork.WithParameters(17));
        Assert.Contains("This Adam", Assert.Throws<InvalidOperationException>(() => adam.BeginStep(SomeNetwork.WithParameters(20))).Message);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_learning_rate_that_is_none_is_refused(double rate)
    {
        AssertRefused("learningRate", () => new GradientDescent<float>(rate));
        AssertRefused("learningRate", () => new Momentum<float>(rate));
        AssertRefused("learningRate", () => new Nesterov<float>(rate));
        AssertRefused("learningRate", () => new AdaGrad<float>(rate));
        AssertRefused("learningRate", () => new RmsProp<float>(rate));
        AssertRefused("learningRate", () => new Lion<float>(rate));
        AssertRefused("learningRate", () => new Adam<float>(rate));
        AssertRefused("learningRate", () => new AdamW<float>(rate));
        AssertRefused("LearningRate", () => new GradientDescent<float> { LearningRate = rate });
        AssertRefused("LearningRate", () => new Momentum<float> { LearningRate = rate });
        AssertRefused("LearningRate", () => new Nesterov<float> { LearningRate = rate });
        AssertRefused("LearningRate", () => new AdaGrad<float> { LearningRate = rate });
        AssertRefused("LearningRate", () => new RmsProp<float> { LearningRate = rate });
        AssertRefused("LearningRate", () => new Lion<float> { LearningRate = rate });
        AssertRefused("LearningRate", () => new Adam<float> { LearningRate = rate });
        AssertRefused("LearningRate", () => new AdamW<float> { LearningRate = rate });
        AssertRefused("LearningRate", () => new Regularized<float, Adam<float>>(new()) { LearningRate = rate });
        AssertRefused("L2Penalty", () => new Regularized<float, Adam<float>>(new()) { L2Penalty = rate });
        AssertRefused("WeightDecay", () => new Regularized<float, Adam<float>>(new()) { WeightDecay = rate });
        AssertRefused("weightDecay", () => new AdamW<float>(0.1, weightDecay: rate));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_decay_that_is_none_is_refused(double beta)
    {
        AssertRefused("beta", () => new Momentum<float>(0.1, beta));
        AssertRefused("beta", () => new Nesterov<float>(0.1, beta));
        AssertRefused("alpha", () => new RmsProp<float>(0.1, beta));
        AssertRefused("beta1", () => new Lion<float>(0.1, beta1: beta));
        AssertRefused("beta2", () => new Lion<float>(0.1, beta2: beta));
        AssertRefused("beta1", () => new Adam<float>(0.1, beta1: beta));
        AssertRefused("beta2", () => new Adam<float>(0.1, beta2: beta));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1e-8)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_epsilon_or_a_bound_that_is_none_is_refused(double epsilon)
    {
        AssertRefused("epsilon", () => new Adam<float>(0.1, epsilon: epsilon));
        AssertRefused("epsilon", () => new AdaGrad<float>(0.1, epsilon));
        AssertRefused("epsilon", () => new RmsProp<float>(0.1, epsilon: epsilon));
        AssertRefused("ClipValue", () => new Regularized<float, Adam<float>>(new()) { ClipValue = epsilon });
    }

    [Fact]
    public void One_that_is_default_says_how_to_make_one()
    {
        AssertDefault<Nesterov<float>>("This Nesterov is default");
        AssertDefault<AdaGrad<float>>("This AdaGrad is default");
        AssertDefault<RmsProp<float>>("This RmsProp is default");
        AssertDefault<Lion<float>>("This Lion is default");
        AssertDefault<Adam<float>>("This Adam is default");
        AssertDefault<AdamW<float>>("This AdamW is default");
        AssertDefault<Regularized<float, Adam<float>>>("This Regularized is default");
    }

    [Fact]
    public void A_decay_of_more_than_the_whole_weight_is_refused_before_anything_is_done()
    {
        NetworkDescription network = SomeNetwork.WithParameters(3);
        var adamW = new AdamW<float>(20.0, weightDecay: 0.1);
        Assert.Equal(
            "This AdamW has a learning rate of 20 and a weight decay of 0.1, so a step would take 2 times a weight off it: their product must be at most 1.",
            Assert.Throws<InvalidOperationException>(() => adamW.BeginStep(network)).Message);
        Assert.Equal((0, 1.0), (adamW.GetState().Block("m").Length, adamW.GetState().Scalar("beta1 power")));

        var huge = new Regularized<double, GradientDescent<double>>(new(1e200)) { WeightDecay = 1e200 };
        Assert.StartsWith("This Regularized has a learning rate of 1E+200", Assert.Throws<InvalidOperationException>(() => huge.BeginStep(network)).Message);

        // A whole weight is what a step may take: of the weight nothing is left.
        var whole = new Regularized<double, GradientDescent<double>>(new(0.5)) { WeightDecay = 2.0 };
        whole.BeginStep(network);
        double[] parameters = [3.0, 3.0, 3.0];
        whole.Update<double, PieceMathScalar<double>>(parameters, 0, 0.0);
        Assert.Equal([0.0, 3.0, 3.0], parameters);
    }

    [Fact]
    public void The_defaults_are_those_of_the_papers()
    {
        Assert.Equal((0.01, 0.9), (new Nesterov<float>().LearningRate, new Nesterov<float>().Beta));
        Assert.Equal((0.01, 1e-10), (new AdaGrad<float>().LearningRate, new AdaGrad<float>().Epsilon));
        Assert.Equal((0.01, 0.99, 1e-8), (new RmsProp<float>().LearningRate, new RmsProp<float>().Alpha, new RmsProp<float>().Epsilon));
        Assert.Equal((0.0001, 0.9, 0.99), (new Lion<float>().LearningRate, new Lion<float>().Beta1, new Lion<float>().Beta2));
        var adamW = new AdamW<float>();
        Assert.Equal((0.001, 0.9, 0.999, 1e-8, 0.01), (adamW.LearningRate, adamW.Beta1, adamW.Beta2, adamW.Epsilon, adamW.WeightDecay));
        Assert.Equal(0.01, new GradientDescent<float>().LearningRate);
        Assert.Equal((0.01, 0.9), (new Momentum<float>().LearningRate, new Momentum<float>().Beta));
        var adam = new Adam<float>();
        Assert.Equal((0.001, 0.9, 0.999, 1e-8), (adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon));
    }

    private static void AssertDefault<TOptimizer>(string message)
        where TOptimizer : struct, IOptimizer<float>
    {
        TOptimizer optimizer = default;
        string said = Assert.Throws<InvalidOperationException>(() => optimizer.BeginStep(SomeNetwork.WithParameters(1))).Message;
        Assert.StartsWith(message, said, StringComparison.Ordinal);
        Assert.Contains("make it with new", said, StringComparison.Ordinal);
    }

    private static void AssertRefused(string parameter, Func<object> make) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(make).ParamName);
}
