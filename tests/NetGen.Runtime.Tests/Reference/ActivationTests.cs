using NetGen.Reference;

namespace NetGen.Runtime.Tests.Reference;

public class ActivationTests
{
    private const double Step = 1e-5;

    private static readonly double[,] Z = { { -3, -1, -0.25 }, { 0.25, 1, 3 } };

    public static TheoryData<Activation> All => [.. Enum.GetValues<Activation>()];

    [Theory]
    [InlineData(Activation.Linear, 1, -2)]
    [InlineData(Activation.Sigmoid, 0.7310585786300049, 0.11920292202211755)]
    [InlineData(Activation.Tanh, 0.7615941559557649, -0.9640275800758169)]
    [InlineData(Activation.Relu, 1, 0)]
    [InlineData(Activation.LeakyRelu, 1, -0.02)]
    [InlineData(Activation.Gelu, 0.8411919906082768, -0.04540230591222494)]
    [InlineData(Activation.GeluErf, 0.8413447460685429, -0.04550026389635842)]
    [InlineData(Activation.Silu, 0.7310585786300049, -0.2384058440442351)]
    [InlineData(Activation.Elu, 1, -0.8646647167633873)]
    [InlineData(Activation.Softplus, 1.3132616875182228, 0.1269280110429725)]
    [InlineData(Activation.Exponential, 2.718281828459045, 0.1353352832366127)]
    public void Values_are_those_of_tables(Activation activation, double ofOne, double ofMinusTwo)
    {
        double[,] a = Activations.Forward(new double[,] { { 1, -2 } }, activation);
        Assert.Equal(ofOne, a[0, 0], 2e-16);
        Assert.Equal(ofMinusTwo, a[0, 1], 2e-16);
    }

    [Fact]
    public void Each_activation_has_a_class_of_its_own_that_computes_what_its_name_does()
    {
        double[,] dA = { { 1, -2, 3 }, { 0.5, 4, -1 } };
        Check(Activation.Sigmoid, Sigmoid.Forward(Z), Sigmoid.Backward(dA, Z));
        Check(Activation.Tanh, Tanh.Forward(Z), Tanh.Backward(dA, Z));
        Check(Activation.Relu, Relu.Forward(Z), Relu.Backward(dA, Z));
        Check(Activation.LeakyRelu, LeakyRelu.Forward(Z), LeakyRelu.Backward(dA, Z));
        Check(Activation.Softmax, Softmax.Forward(Z), Softmax.Backward(dA, Z));
        Check(Activation.Gelu, Gelu.Forward(Z), Gelu.Backward(dA, Z));
        Check(Activation.GeluErf, GeluErf.Forward(Z), GeluErf.Backward(dA, Z));
        Check(Activation.Silu, Silu.Forward(Z), Silu.Backward(dA, Z));
        Check(Activation.Elu, Elu.Forward(Z), Elu.Backward(dA, Z));
        Check(Activation.Softplus, Softplus.Forward(Z), Softplus.Backward(dA, Z));
        Check(Activation.Exponential, Exponential.Forward(Z), Exponential.Backward(dA, Z));

        void Check(Activation activation, double[,] a, double[,] dZ)
        {
            Assert.Equal(Activations.Forward(Z, activation), a);
            Assert.Equal(Activations.Backward(dA, Z, activation), dZ);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Backward_is_the_derivative_of_forward(Activation activation)
    {
        // L = the sum of the products of dA and A, whose derivative with respect to A is dA.
        double[,] dA = { { 0.3, -0.7, 1.1 }, { -0.4, 0.9, 0.2 } };
        double[,] dZ = Activations.Backward(dA, Z, activation, 0.2);
        for (int row = 0; row < 2; row++)
        {
            for (int column = 0; column < 3; column++)
            {
                Assert.Equal((Loss(row, column, Step) - Loss(row, column, -Step)) / (2 * Step), dZ[row, column], 1e-9);
            }
        }

        double Loss(int row, int column, double change)
        {
            var moved = (double[,])Z.Clone();
            moved[row, column] += change;
            double[,] a = Activations.Forward(moved, activation, 0.2);
            return Enumerable.Range(0, 6).Sum(i => dA[i / 3, i % 3] * a[i / 3, i % 3]);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Single_precision_computes_the_same_to_its_digits(Activation activation)
    {
        double[,] dA = { { 0.3, -0.7, 1.1 }, { -0.4, 0.9, 0.2 } };
        AssertNear(Activations.Forward(Z, activation), Activations.Forward(Narrow(Z), activation));
        AssertNear(Activations.Backward(dA, Z, activation), Activations.Backward(Narrow(dA), Narrow(Z), activation));

        static float[,] Narrow(double[,] values)
        {
            var narrow = new float[values.GetLength(0), values.GetLength(1)];
            for (int i = 0; i < values.Length; i++)
            {
                narrow[i / values.GetLength(1), i % values.GetLength(1)] = (float)values[i / values.GetLength(1), i % values.GetLength(1)];
            }

            return narrow;
        }

        static void AssertNear(double[,] expected, float[,] actual)
        {
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.Equal(expected[i / 3, i % 3], actual[i / 3, i % 3], 1e-6);
            }
        }
    }

    [Fact]
    public void At_a_kink_the_derivative_is_the_one_on_the_left()
    {
        double[,] zero = { { 0, -0.0 } }, one = { { 1, 1 } };
        Assert.Equal(new double[,] { { 0, 0 } }, Relu.Backward(one, zero));
        Assert.Equal(new double[,] { { 0.25, 0.25 } }, LeakyRelu.Backward(one, zero, 0.25));
    }

    [Fact]
    public void Softmax_is_the_same_for_rows_shifted_by_a_constant_and_finite_for_large_ones()
    {
        double[,] a = Softmax.Forward(new double[,] { { 0, 1, 2 }, { 1000, 1001, 1002 } });
        Assert.Equal(0.09003057317038046, a[0, 0], 1e-16);
        Assert.Equal(0.6652409557748219, a[0, 2], 1e-15);
        for (int unit = 0; unit < 3; unit++)
        {
            Assert.Equal(a[0, unit], a[1, unit]);
        }
    }

    [Fact]
    public void Ends_of_the_range_give_the_limits()
    {
        double[,] ends = { { -1e4, 1e4 } };
        Assert.Equal(new double[,] { { 0, 1 } }, Sigmoid.Forward(ends));
        Assert.Equal(new double[,] { { 0, 1e4 } }, Softplus.Forward(ends));
        Assert.Equal(new double[,] { { -1, 1e4 } }, Elu.Forward(ends));
        Assert.Equal(new double[,] { { 0, 1e4 } }, GeluErf.Forward(ends));
        Assert.Equal(new double[,] { { 0, 1 } }, GeluErf.Backward(new double[,] { { 1, 1 } }, ends));
    }

    [Fact]
    public void Softplus_keeps_the_digits_of_small_values()
    {
        // log(1 + t) is t - t^2/2 + ..., with t = exp(-30).
        double t = Math.Exp(-30);
        Assert.Equal(t - (t * t / 2), Softplus.Forward(new double[,] { { -30 } })[0, 0], 1e-28);
    }

    [Fact]
    public void What_cannot_be_computed_is_refused()
    {
        Assert.StartsWith(
            "dA is 1x2, but Z is 2x3: both must have the same shape.",
            Assert.Throws<ArgumentException>("dA", () => Sigmoid.Backward(new double[1, 2], Z)).Message);
        Assert.Throws<ArgumentException>("Z", () => Tanh.Forward(new double[0, 0]));
        Assert.Throws<ArgumentNullException>("Z", () => Relu.Forward<double>(null!));
        Assert.Throws<ArgumentNullException>("dA", () => Relu.Backward(null!, Z));
        Assert.Throws<ArgumentNullException>("Z", () => Relu.Backward(Z, null!));
        Assert.Throws<ArgumentOutOfRangeException>("activation", () => Activations.Forward(Z, (Activation)99));
        Assert.Throws<ArgumentOutOfRangeException>("activation", () => Activations.Backward(Z, Z, (Activation)(-1)));
        foreach (double slope in new[] { -0.1, double.NaN, double.PositiveInfinity })
        {
            Assert.Throws<ArgumentOutOfRangeException>("slope", () => LeakyRelu.Forward(Z, slope));
            Assert.Throws<ArgumentOutOfRangeException>("slope", () => LeakyRelu.Backward(Z, Z, slope));
        }
    }
}
