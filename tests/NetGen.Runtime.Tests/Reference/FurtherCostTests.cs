using NetGen.Reference;

namespace NetGen.Runtime.Tests.Reference;

/// <summary>Huber, hinge, Poisson, quantile and focal loss as formulas, against numbers worked out by hand and differences.</summary>
public class FurtherCostTests
{
    private static readonly double[,] A = { { 0.8, 2.5 }, { -1.5, 0.5 } };
    private static readonly double[,] Y = { { 1, 0 }, { 0, 1 } };

    [Fact]
    public void A_cost_is_the_mean_over_the_examples_of_the_sum_over_the_outputs()
    {
        Assert.Equal((0.02 + (2.5 - 0.5) + (1.5 - 0.5) + 0.125) / 2, Cost.Huber(A, Y), 1e-15);
        Assert.Equal((0.02 + (2 * (2.5 - 1)) + 1.125 + 0.125) / 2, Cost.Huber(A, Y, delta: 2), 1e-15);
        Assert.Equal((0.2 + 3.5 + 0 + 0.5) / 2, Cost.Hinge(A, Y), 1e-15);
        Assert.Equal(((0.9 * 0.2) + (0.1 * 2.5) + (0.9 * 1.5) + (0.9 * 0.5)) / 2, Cost.Quantile(A, Y, quantile: 0.9), 1e-15);
        double[,] rates = { { 0.5, 2 } }, counts = { { 0, 3 } };
        Assert.Equal(0.5 + 2 - (3 * Math.Log(2)), Cost.Poisson(rates, counts), 1e-15);
    }

    [Fact]
    public void A_gradient_is_that_of_the_losses_of_the_examples()
    {
        Check(Cost.HuberGradient(A, Y), -0.2, 1, -1, -0.5);
        Check(Cost.HuberGradient(A, Y, delta: 2), -0.2, 2, -1.5, -0.5);
        Check(Cost.HingeGradient(A, Y), -1, 1, 0, -1);
        Check(Cost.QuantileGradient(A, Y, quantile: 0.9), -0.9, 0.1, -0.9, -0.9);
        Check(Cost.PoissonGradient(new double[,] { { 0.5, 2 }, { 1, 4 } }, new double[,] { { 0, 3 }, { 1, 2 } }), 1, -0.5, 0, 0.5);

        // Where the derivative jumps, it is 0.
        Assert.Equal(0, Cost.QuantileGradient(Y, Y)[0, 0]);
        Assert.Equal(0, Cost.HingeGradient(Y, Y)[0, 0]);

        static void Check(double[,] gradient, params double[] expected)
        {
            for (int i = 0; i < 4; i++)
            {
                Assert.Equal(expected[i], gradient[i / 2, i % 2], 1e-15);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3.5)]
    public void Focal_losses_are_cross_entropies_times_what_is_missed_and_have_their_derivatives(double gamma)
    {
        double[,] z = { { 1.5, -0.5, 0.2 }, { -2, 0.25, 3 } }, soft = { { 0.7, 0.3, 0 }, { 0.2, 0.5, 0.3 } }, hot = { { 0, 1, 0 }, { 1, 0, 0 } };
        foreach (double[,] y in new[] { soft, hot })
        {
            double[,] p = Sigmoid.Forward(z), a = Softmax.Forward(z);
            double binary = 0, ofClasses = 0;
            for (int i = 0; i < 6; i++)
            {
                (double label, double one, double share) = (y[i / 3, i % 3], p[i / 3, i % 3], a[i / 3, i % 3]);
                double right = (label * one) + ((1 - label) * (1 - one));
                binary -= Math.Pow(1 - right, gamma) * ((label * Math.Log(one)) + ((1 - label) * Math.Log(1 - one))) / 2;
                ofClasses -= label * Math.Pow(1 - share, gamma) * Math.Log(share) / 2;
            }

            Assert.Equal(binary, Cost.BinaryFocalWithLogits(z, y, gamma), 1e-14);
            Assert.Equal(ofClasses, Cost.FocalWithLogits(z, y, gamma), 1e-14);
            CheckDifferences(moved => Cost.BinaryFocalWithLogits(moved, y, gamma), z, Cost.BinaryFocalWithLogitsGradient(z, y, gamma));
            CheckDifferences(moved => Cost.FocalWithLogits(moved, y, gamma), z, Cost.FocalWithLogitsGradient(z, y, gamma));
        }
    }

    [Fact]
    public void Focal_losses_stay_finite_and_keep_their_digits()
    {
        // exp(-40) is missed of a right and certain answer: its loss is that to the third power.
        double tiny = Math.Exp(-120);
        Assert.Equal(tiny, Cost.BinaryFocalWithLogits(new double[,] { { 40 } }, new double[,] { { 1 } }), tiny * 1e-13);
        Assert.Equal(tiny, Cost.FocalWithLogits(new double[,] { { 40, 0 } }, new double[,] { { 1, 0 } }), tiny * 1e-13);
        Assert.Equal(1000, Cost.BinaryFocalWithLogits(new double[,] { { 1000 } }, new double[,] { { 0 } }));
        Assert.Equal(1000, Cost.FocalWithLogits(new double[,] { { 0, 1000 } }, new double[,] { { 1, 0 } }));
        Assert.Equal(1, Cost.BinaryFocalWithLogitsGradient(new double[,] { { 1e300 } }, new double[,] { { 0 } })[0, 0]);
        Assert.Equal(-1, Cost.FocalWithLogitsGradient(new double[,] { { 0, 1e300 } }, new double[,] { { 1, 0 } })[0, 0]);
    }

    [Theory]
    [InlineData(Loss.Huber, Activation.Linear)]
    [InlineData(Loss.Quantile, Activation.Tanh)]
    [InlineData(Loss.Hinge, Activation.Linear)]
    [InlineData(Loss.Poisson, Activation.Exponential)]
    [InlineData(Loss.Poisson, Activation.Softplus)]
    [InlineData(Loss.Focal, Activation.Sigmoid)]
    [InlineData(Loss.Focal, Activation.Softmax)]
    public void The_gradients_of_a_model_are_differences_of_its_cost(Loss loss, Activation output)
    {
        double[,] w = { { 0.7, -0.4 }, { -0.3, 0.5 } }, x = { { 0.5, -1.2 }, { 1.4, 0.3 }, { -0.8, 0.9 } }, y = { { 1, 0 }, { 0, 1 }, { 1, 0 } };
        LinearGradients<double>[] gradients = Model.Backward(Forward(w), y, loss);
        CheckDifferences(moved => Model.Cost(Forward(moved), y, loss), w, gradients[0].dW, perExample: 1);

        DenseCache<double>[] Forward(double[,] weights) => Model.Forward(x, [new DenseLayer<double>(weights, [0.1, -0.2], output)]);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Assert.StartsWith(
            "delta is 0, but must be finite and positive.",
            Assert.Throws<ArgumentOutOfRangeException>("delta", () => Cost.Huber(A, Y, 0)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("quantile", () => Cost.QuantileGradient(A, Y, 1));
        Assert.Throws<ArgumentOutOfRangeException>("gamma", () => Cost.FocalWithLogits(A, Y, -1));
        Assert.Throws<ArgumentOutOfRangeException>("gamma", () => Cost.BinaryFocalWithLogitsGradient(A, Y, double.NaN));
        Func<double[,], double[,], object>[] functions =
        [
            (a, y) => Cost.Huber(a, y), (a, y) => Cost.HuberGradient(a, y), (a, y) => Cost.Hinge(a, y), Cost.HingeGradient,
            (a, y) => Cost.Poisson(a, y), Cost.PoissonGradient, (a, y) => Cost.Quantile(a, y), (a, y) => Cost.QuantileGradient(a, y),
            (a, y) => Cost.FocalWithLogits(a, y), (a, y) => Cost.FocalWithLogitsGradient(a, y),
            (a, y) => Cost.BinaryFocalWithLogits(a, y), (a, y) => Cost.BinaryFocalWithLogitsGradient(a, y),
        ];
        foreach (Func<double[,], double[,], object> function in functions)
        {
            Assert.Contains(" is 2x3, but Y is 2x2", Assert.Throws<ArgumentException>(() => function(new double[2, 3], Y)).Message, StringComparison.Ordinal);
        }

        DenseCache<double>[] linear = Model.Forward(A, [new DenseLayer<double>(new double[2, 2], [0, 0], Activation.Linear)]);
        const string Needed = "The focal loss is of sigmoid or softmax outputs, but these are linear.";
        Assert.StartsWith(Needed, Assert.Throws<ArgumentException>("loss", () => Model.Cost(linear, Y, Loss.Focal)).Message, StringComparison.Ordinal);
        Assert.StartsWith(Needed, Assert.Throws<ArgumentException>("loss", () => Model.Backward(linear, Y, Loss.Focal)).Message, StringComparison.Ordinal);
    }

    /// <summary>Compares a gradient with central differences of a mean over two examples, unless it is a mean itself.</summary>
    private static void CheckDifferences(Func<double[,], double> cost, double[,] at, double[,] gradient, double perExample = 2)
    {
        for (int i = 0; i < at.Length; i++)
        {
            (int row, int column) = (i / at.GetLength(1), i % at.GetLength(1));
            var moved = (double[,])at.Clone();
            moved[row, column] += 1e-5;
            double above = cost(moved);
            moved[row, column] -= 2e-5;
            Assert.Equal(perExample * (above - cost(moved)) / 2e-5, gradient[row, column], 1e-8);
        }
    }
}
