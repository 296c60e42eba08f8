using System.Numerics;
using NetGen.Tests;

namespace NetGen.Runtime.Tests.Training;

/// <summary>The state of an optimizer, read by name and restored: training goes on with it as if it had not been stopped, bit for bit.</summary>
public class OptimizerStateTests
{
    private const int Count = 37;

    [Fact]
    public void A_state_that_was_copied_goes_on_with_the_same_bits()
    {
        AssertGoesOn<float, Adam<float>>(static () => new Adam<float>(0.01));
        AssertGoesOn<double, Adam<double>>(static () => new Adam<double>(0.01));
        AssertGoesOn<float, Momentum<float>>(static () => new Momentum<float>(0.05));
        AssertGoesOn<double, Momentum<double>>(static () => new Momentum<double>(0.05));
        AssertGoesOn<float, GradientDescent<float>>(static () => new GradientDescent<float>(0.05));

        static void AssertGoesOn<T, TOptimizer>(Func<TOptimizer> make)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
            where TOptimizer : struct, IOptimizer<T>
        {
            TOptimizer whole = make(), fresh = make(), used = make();
            T[] expected = new T[Count], ofFresh = new T[Count], ofUsed = new T[Count];
            Train(ref used, ofUsed, first: 50, steps: 3);
            Train(ref whole, expected, first: 0, steps: 7);
            expected.CopyTo(ofFresh, 0);
            expected.CopyTo(ofUsed, 0);
            OptimizerState<T> state = whole.GetState().Copy();
            Train(ref whole, expected, first: 7, steps: 5);

            // Of what was restored, nothing is shared: the one does not advance the other.
            fresh.RestoreState(state);
            used.RestoreState(state);
            Train(ref fresh, ofFresh, first: 7, steps: 5);
            Train(ref used, ofUsed, first: 7, steps: 5);
            Assert.Equal(expected, ofFresh);
            Assert.Equal(expected, ofUsed);
        }
    }

    [Fact]
    public void A_state_has_names_and_is_empty_before_the_first_step()
    {
        var adam = new Adam<float>();
        Assert.Equal(["m", "v"], adam.GetState().Blocks.Select(static block => block.Name));
        Assert.Equal(["beta1 power", "beta2 power"], adam.GetState().Scalars.Select(static scalar => scalar.Name));
        Assert.All(adam.GetState().Blocks, static block => Assert.Equal(0, block.Values.Length));
        Assert.All(adam.GetState().Scalars, static scalar => Assert.Equal(1.0, scalar.Value));
        Train(ref adam, new float[Count], 0, 2);
        Assert.Equal(Count, adam.GetState().Block("m").Length);
        Assert.Equal((0.9 * 0.9, 0.999 * 0.999), (adam.GetState().Scalar("beta1 power"), adam.GetState().Scalar("beta2 power")));

        var momentum = new Momentum<double>();
        momentum.BeginStep(SomeNetwork.WithParameters(2));
        momentum.Update<double, PieceMathScalar<double>>(new double[2], 1, 0.5);
        Assert.Equal([0.0, 0.5], momentum.GetState().Block("velocity").ToArray());
        Assert.Empty(momentum.GetState().Scalars);
        Assert.Contains("holds velocity, but no such part named m", Assert.Throws<ArgumentException>(() => momentum.GetState().Block("m")).Message);
        Assert.Throws<ArgumentException>(() => momentum.GetState().Scalar("velocity"));
    }

    [Fact]
    public void A_copied_state_is_left_alone_by_steps_and_one_that_was_not_copied_shows_them()
    {
        var momentum = new Momentum<float>();
        Train(ref momentum, new float[Count], 0, 1);
        OptimizerState<float> shown = momentum.GetState(), copy = shown.Copy();
        float[] before = copy.Block("velocity").ToArray();
        Train(ref momentum, new float[Count], 1, 1);
        Assert.Equal(before, copy.Block("velocity").ToArray());
        Assert.NotEqual(before, shown.Block("velocity").ToArray());
    }

    [Fact]
    public void The_state_before_the_first_step_lets_an_optimizer_begin_anew()
    {
        Adam<double> expected = new(0.01), adam = new(0.01);
        double[] first = new double[Count], second = new double[Count];
        Train(ref adam, new double[Count], 20, 4);
        adam.RestoreState(new Adam<double>().GetState());
        Train(ref expected, first, 0, 4);
        Train(ref adam, second, 0, 4);
        Assert.Equal(first, second);
    }

    [Fact]
    public void A_restored_state_belongs_to_networks_of_its_size()
    {
        var adam = new Adam<float>();
        Train(ref adam, new float[Count], 0, 1);
        var other = new Adam<float>();
        other.RestoreState(adam.GetState());
        NetworkDescription larger = SomeNetwork.WithParameters(Count + 1);
        Assert.Contains($"a network of {Count} parameters", Assert.Throws<InvalidOperationException>(() => other.BeginStep(larger)).Message);
    }

    [Fact]
    public void A_state_that_does_not_fit_is_refused_and_nothing_changes()
    {
        OptimizerBlock<float> m = new("m", new float[Count]), v = new("v", new float[Count]);
        OptimizerScalar first = new("beta1 power", 0.5), second = new("beta2 power", 0.5);
        AssertRefused(
            "The state holds velocity, but Adam keeps m, v, beta1 power, beta2 power: it is another optimizer's.",
            [new("velocity", new float[Count])], []);
        AssertRefused("The state holds m, v, beta1 power, but Adam keeps m, v, beta1 power, beta2 power: it is another optimizer's.", [m, v], [first]);
        AssertRefused("The state holds nothing, but Adam keeps m, v, beta1 power, beta2 power: it is another optimizer's.", [], []);
        AssertRefused($"The state has {Count} values of m, but 3 of v: each has one for every parameter.", [m, new("v", new float[3])], [first, second]);
        AssertRefused($"The state has 0 values of m, but {Count} of v: each has one for every parameter.", [new("m", default), v], [first, second]);
        AssertRefused(
            $"The state is that of a network of 1 parameter, but this Adam trains one of {Count}.",
            [new("m", new float[1]), new("v", new float[1])], [first, second]);
        AssertRefused("The beta2 power of the state is NaN, but a power of a beta lies between 0 and 1.", [m, v], [first, new("beta2 power", double.NaN)]);
        AssertRefused("The beta1 power of the state is 1.5, but a power of a beta lies between 0 and 1.", [v, m], [second, new("beta1 power", 1.5)]);

        var momentum = new Momentum<float>();
        Assert.Throws<ArgumentException>(() => momentum.RestoreState(new OptimizerState<float>([m], [])));
        Assert.Throws<ArgumentException>(() => new GradientDescent<float>().RestoreState(new OptimizerState<float>([m], [])));
        Assert.Throws<ArgumentNullException>(() => momentum.RestoreState(null!));
        Assert.Throws<ArgumentNullException>(() => new GradientDescent<float>().RestoreState(null!));

        static void AssertRefused(string message, OptimizerBlock<float>[] blocks, OptimizerScalar[] scalars)
        {
            Adam<float> expected = new(), adam = new();
            float[] one = new float[Count], other = new float[Count];
            Train(ref expected, one, 0, 3);
            Train(ref adam, other, 0, 3);
            Assert.Equal(message, Assert.Throws<ArgumentException>(() => adam.RestoreState(new OptimizerState<float>(blocks, scalars))).Message);
            Train(ref expected, one, 3, 3);
            Train(ref adam, other, 3, 3);
            Assert.Equal(one, other);
        }
    }

    [Fact]
    public void A_negative_mean_of_squares_is_refused_and_nothing_changes()
    {
        Refused(static () => new Adam<float>(0.01), "v", "Adam");
        Refused(static () => new AdamW<float>(0.01), "v", "AdamW");
        Refused(static () => new RmsProp<float>(0.01), "mean square", "RmsProp");
        Refused(static () => new AdaGrad<float>(0.01), "sum", "AdaGrad");
        Refused(static () => new Regularized<float, RmsProp<float>>(new(0.01)), "mean square", "RmsProp");

        // What comes of no squares has either sign.
        var momentum = new Momentum<float>();
        momentum.RestoreState(new OptimizerState<float>([new("velocity", new float[] { -1, 1 })], []));
        Assert.Equal([-1f, 1f], momentum.GetState().Block("velocity"));

        static void Refused<TOptimizer>(Func<TOptimizer> make, string block, string name)
            where TOptimizer : struct, IOptimizer<float>
        {
            TOptimizer expected = make(), optimizer = make();
            float[] one = new float[Count], other = new float[Count];
            Train(ref expected, one, 0, 3);
            Train(ref optimizer, other, 0, 3);
            OptimizerState<float> state = optimizer.GetState().Copy();
            float[] wrong = state.Block(block).ToArray();
            (wrong[2], wrong[3], wrong[9]) = (-0f, -0.25f, -1f);
            OptimizerBlock<float>[] blocks =
                [.. state.Blocks.Select(part => new OptimizerBlock<float>(part.Name, part.Name == block ? wrong : new float[Count]))];
            Assert.Equal(
                $"The {block} of the state is -0.25 at 3, but what {name} keeps there comes of squares, and is not negative.",
                Assert.Throws<ArgumentException>(() => optimizer.RestoreState(new OptimizerState<float>(blocks, state.Scalars))).Message);
            Train(ref expected, one, 3, 3);
            Train(ref optimizer, other, 3, 3);
            Assert.Equal(one, other);
        }
    }

    [Fact]
    public void An_optimizer_made_of_another_speaks_under_its_own_name()
    {
        var other = new OptimizerState<float>([new("velocity", default)], []);
        Assert.StartsWith(
            "The state holds velocity, but AdamW keeps m, v,", Assert.Throws<ArgumentException>(() => new AdamW<float>().RestoreState(other)).Message);
        AssertDefault(default(AdamW<float>), "This AdamW is default");
        AssertDefault(default(Regularized<float, Adam<float>>), "This Regularized is default");

        var adamW = new AdamW<float>();
        Train(ref adamW, new float[Count], 0, 1);
        Assert.StartsWith(
            $"This AdamW keeps the state of a network of {Count} parameters",
            Assert.Throws<InvalidOperationException>(() => adamW.BeginStep(SomeNetwork.WithParameters(Count + 1))).Message);

        void AssertDefault<TOptimizer>(TOptimizer optimizer, string message)
            where TOptimizer : struct, IOptimizer<float>
        {
            Assert.StartsWith(message, Assert.Throws<InvalidOperationException>(() => optimizer.GetState()).Message);
            Assert.StartsWith(message, Assert.Throws<InvalidOperationException>(() => optimizer.RestoreState(other)).Message);
        }
    }

    [Fact]
    public void Names_of_a_state_are_given_and_differ()
    {
        var error = Assert.Throws<ArgumentException>(() => new OptimizerState<float>([new("m", default)], [new("m", 1)]));
        Assert.Contains("two parts of this one are named m", error.Message);
        Assert.Throws<ArgumentException>(() => new OptimizerBlock<float>("", default));
        Assert.Throws<ArgumentException>(() => new OptimizerScalar("", 0));
    }

    [Fact]
    public void An_optimizer_that_is_default_has_no_state()
    {
        Assert.Contains("make it with new", Assert.Throws<InvalidOperationException>(() => default(Adam<float>).GetState()).Message);
        Assert.Contains("make it with new", Assert.Throws<InvalidOperationException>(() => default(Momentum<float>).GetState()).Message);
        Assert.Throws<InvalidOperationException>(() => default(Adam<float>).RestoreState(new Adam<float>().GetState()));
        Assert.Throws<InvalidOperationException>(() => default(Momentum<float>).RestoreState(new Momentum<float>().GetState()));
    }

    [Fact]
    public void An_optimizer_that_says_nothing_of_its_state_keeps_nothing()
    {
        Assert.Same(OptimizerState<float>.None, StateOf(default(Plain)));
        Restore(default, OptimizerState<float>.None);
        var exception = Assert.Throws<ArgumentException>(() => Restore(default, new Momentum<float>().GetState()));
        Assert.Equal("The state holds velocity, but Plain keeps nothing: it is another optimizer's.", exception.Message);

        static OptimizerState<float> StateOf<TOptimizer>(TOptimizer optimizer)
            where TOptimizer : struct, IOptimizer<float> => optimizer.GetState();

        static void Restore(Plain plain, OptimizerState<float> state) => ((IOptimizer<float>)plain).RestoreState(state);
    }

    private static void Train<T, TOptimizer>(ref TOptimizer optimizer, T[] parameters, int first, int steps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOptimizer : struct, IOptimizer<T>
    {
        for (int step = first; step < first + steps; step++)
        {
            optimizer.BeginStep(SomeNetwork.WithParameters(parameters.Length));
            for (int i = 0; i < parameters.Length; i++)
            {
                optimizer.Update<T, PieceMathScalar<T>>(parameters, i, T.CreateTruncating(Math.Sin((step * 100) + i)));
            }
        }
    }

    private struct Plain : IOptimizer<float>
    {
        public double LearningRate { get; set; }

        public readonly void BeginStep(NetworkDescription network)
        {
        }

        public readonly void PrefetchRows(Span<float> parameters, int index, int stride, int rows, int columns)
        {
        }

        public readonly void Update<TPiece, TMath>(Span<float> parameters, int index, TPiece gradient)
            where TPiece : struct
            where TMath : struct, IPieceMath<TPiece, float>
        {
        }
    }
}
