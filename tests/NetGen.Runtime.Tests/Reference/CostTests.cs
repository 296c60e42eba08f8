using NetGen.Reference;

namespace NetGen.Runtime.Tests.Reference;

public class CostTests
{
    private static readonly double[,] A = { { 0.8, 0.4 }, { 0.1, 0.5 } };
    private static readonly double[,] Y = { { 1, 0 }, { 0, 1 } };

    [Fact]
    public void A_cost_is_the_mean_over_the_examples_of_the_sum_over_the_outputs()
    {
        Assert.Equal(-(Math.Log(0.8) + Math.Log(0.6) + Math.Log(0.9) + Math.Log(0.5)) / 2, Cost.BinaryCrossEntropy(A, Y), 1e-15);
        Assert.Equal(-(Math.Log(0.8) + Math.Log(0.5)) / 2, Cost.CrossEntropy(A, Y), 1e-15);
        Assert.Equal(((0.04 + 0.16) / 2 + (0.01 + 0.25) / 2) / 2, Cost.SquaredError(A, Y), 1e-15);
        Assert.Equal((0.2 + 0.4 + 0.1 + 0.5) / 2, Cost.AbsoluteError(A, Y), 1e-15);
    }

    [Fact]
    public void A_gradient_is_that_of_the_losses_of_the_examples()
    {
        Check(Cost.BinaryCrossEntropyGradient(A, Y), -1 / 0.8, 1 / 0.6, 1 / 0.9, -1 / 0.5);
        Check(Cost.CrossEntropyGradient(A, Y), -1 / 0.8, 0, 0, -1 / 0.5);
        Check(Cost.SquaredErrorGradient(A, Y), -0.2, 0.4, 0.1, -0.5);
        Check(Cost.AbsoluteErrorGradient(A, Y), -1, 1, 1, -1);
        Check(Cost.WithLogitsGradient(A, Y), -0.2, 0.4, 0.1, -0.5);
        Assert.Equal(0, Cost.AbsoluteErrorGradient(A, A)[1, 1]);

        static void Check(double[,] gradient, params double[] expected)
        {
            for (int i = 0; i < 4; i++)
            {
                Assert.Equal(expected[i], gradient[i / 2, i % 2], 1e-15);
            }
        }
    }

    [Fact]
    public void From_logits_the_cross_entropies_are_the_same_numbers()
    {
        double[,] z = { { 1.5, -0.5 }, { -2, 0.25 } }, soft = { { 0.75, 0.25 }, { 0.5, 0.5 } };
        foreach (double[,] y in new[] { Y, soft })
        {
            Assert.Equal(Cost.BinaryCrossEntropy(Sigmoid.Forward(z), y), Cost.BinaryCrossEntropyWithLogits(z, y), 1e-14);
            Assert.Equal(Cost.CrossEntropy(Softmax.Forward(z), y), Cost.CrossEntropyWithLogits(z, y), 1e-14);
        }
    }

    [Fact]
    public void From_logits_they_stay_finite_and_keep_their_digits()
    {
        // The loss of a right and certain answer is exp(-40), which 1 - A has lost: A is 1.
        double tiny = Math.Exp(-40);
        Assert.Equal(tiny, Cost.BinaryCrossEntropyWithLogits(new double[,] { { 40 } }, new double[,] { { 1 } }), tiny * 1e-14);
        Assert.Equal(tiny, Cost.BinaryCrossEntropyWithLogits(new double[,] { { -40 } }, new double[,] { { 0 } }), tiny * 1e-14);
        Assert.Equal(tiny, Cost.CrossEntropyWithLogits(new double[,] { { 40, 0 } }, new double[,] { { 1, 0 } }), tiny * 1e-14);
        Assert.Equal(1000, Cost.BinaryCrossEntropyWithLogits(new double[,] { { 1000 } }, new double[,] { { 0 } }));
        Assert.Equal(1000, Cost.CrossEntropyWithLogits(new double[,] { { 0, 1000 } }, new double[,] { { 1, 0 } }));
        Assert.Equal(0, Cost.CrossEntropyWithLogits(new float[,] { { 3e38f, -3e38f } }, new float[,] { { 1, 0 } }));
    }

    [Fact]
    public void A_certain_answer_costs_nothing_where_it_is_right_and_infinitely_much_where_it_is_wrong()
    {
        double[,] certain = { { 1, 0 } };
        Assert.Equal(0, Cost.BinaryCrossEntropy(certain, new double[,] { { 1, 0 } }));
        Assert.Equal(0, Cost.CrossEntropy(certain, new double[,] { { 1, 0 } }));
        Assert.Equal(double.PositiveInfinity, Cost.BinaryCrossEntropy(certain, new double[,] { { 0, 0 } }));
        Assert.Equal(double.PositiveInfinity, Cost.CrossEntropy(certain, new double[,] { { 0, 1 } }));
        Assert.Equal(new double[,] { { -1, 1 } }, Cost.BinaryCrossEntropyGradient(certain, certain));
    }

    [Fact]
    public void Shapes_that_differ_are_refused_by_every_function()
    {
        double[,] wide = new double[2, 3];
        Func<double[,], double[,], object>[] functions =
        [
            (a, y) => Cost.BinaryCrossEntropy(a, y), Cost.BinaryCrossEntropyGradient, (a, y) => Cost.CrossEntropy(a, y), Cost.CrossEntropyGradient,
            (a, y) => Cost.SquaredError(a, y), Cost.SquaredErrorGradient, (a, y) => Cost.AbsoluteError(a, y), Cost.AbsoluteErrorGradient,
            (a, y) => Cost.BinaryCrossEntropyWithLogits(a, y), (a, y) => Cost.CrossEntropyWithLogits(a, y), Cost.WithLogitsGradient,
        ];
        foreach (Func<double[,], double[,], object> function in functions)
        {
            Assert.Contains(" is 2x3, but Y is 2x2: both must have the same shape.", Assert.Throws<ArgumentException>(() => function(wide, Y)).Message);
            Assert.Throws<ArgumentException>(() => function(new double[0, 2], new double[0, 2]));
            Assert.Throws<ArgumentNullException>("Y", () => function(A, null!));
            Assert.Throws<ArgumentNullException>(() => function(null!, Y));
        }
    }

    [Fact]
    public void What_is_no_number_stays_none()
    {
        double[,] nan = { { double.NaN } }, one = { { 1 } };
        Assert.Equal(double.NaN, Cost.AbsoluteErrorGradient(nan, one)[0, 0]);
        Assert.Equal(double.NaN, Cost.BinaryCrossEntropyWithLogits(nan, one));
        Assert.Equal(double.NaN, Cost.CrossEntropyWithLogits(new double[,] { { 0, double.NaN } }, new double[,] { { 1, 0 } }));
    }
}
