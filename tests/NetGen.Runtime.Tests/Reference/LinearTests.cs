using NetGen.Reference;

namespace NetGen.Runtime.Tests.Reference;

/// <summary>Numbers small enough to be worked out by hand.</summary>
public class LinearTests
{
    // Two examples of three inputs, two units.
    private static readonly double[,] A = { { 1, 2, 3 }, { 4, 5, 6 } };
    private static readonly double[,] W = { { 1, 0, -1 }, { 0.5, 2, 0 } };
    private static readonly double[] B = [10, -1];

    [Fact]
    public void Forward_is_a_row_of_sums_for_each_example() =>
        Assert.Equal(new double[,] { { 8, 3.5 }, { 8, 11 } }, Linear.Forward(A, W, B));

    [Fact]
    public void Backward_gives_dA_of_each_example_and_the_means_dW_and_db()
    {
        (double[,] dA, double[,] dW, double[] db) = Linear.Backward(new double[,] { { 2, -1 }, { 4, 6 } }, A, W);

        Assert.Equal(new double[,] { { 1.5, -2, -2 }, { 7, 12, -4 } }, dA);
        Assert.Equal(new double[,] { { 9, 12, 15 }, { 11.5, 14, 16.5 } }, dW);
        Assert.Equal([3.0, 2.5], db);
    }

    [Fact]
    public void Single_precision_computes_the_same()
    {
        float[,] a = { { 1, 2 } }, w = { { 3, 4 }, { 5, 6 } };
        Assert.Equal(new float[,] { { 11.5f, 16 } }, Linear.Forward(a, w, [0.5f, -1]));
        Assert.Equal(new float[,] { { 18, 22 } }, Linear.Backward(new float[,] { { 1, 3 } }, a, w).dA);
    }

    [Fact]
    public void A_row_of_any_length_is_summed_whole()
    {
        for (int inputs = 1; inputs <= 40; inputs++)
        {
            var ones = new float[1, inputs];
            var numbers = new float[1, inputs];
            for (int i = 0; i < inputs; i++)
            {
                (ones[0, i], numbers[0, i]) = (1, i + 1);
            }

            Assert.Equal(inputs * (inputs + 1) / 2f, Linear.Forward(ones, numbers, [0f])[0, 0]);
        }
    }

    [Fact]
    public void Examples_in_columns_are_the_transposes()
    {
        // Z = W A + b of the notes, with A (3, 2) and Z (2, 2).
        double[,] z = Linear.Forward(A, W, B);
        for (int unit = 0; unit < 2; unit++)
        {
            for (int example = 0; example < 2; example++)
            {
                double sum = B[unit];
                for (int input = 0; input < 3; input++)
                {
                    sum += W[unit, input] * A[example, input];
                }

                Assert.Equal(sum, z[example, unit]);
            }
        }
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused_with_both()
    {
        Refused("W", "W is 2x4, but A is 2x3: W must have a column for each column of A", () => Linear.Forward(A, new double[2, 4], B));
        Refused("b", "b holds 3 values, but W is 2x3: b must hold one for each of its 2 rows.", () => Linear.Forward(A, W, new double[3]));
        Refused("dZ", "dZ is 3x2, but A is 2x3: both must have a row for each example.", () => Linear.Backward(new double[3, 2], A, W));
        Refused("dZ", "dZ is 2x3, but W is 2x3: dZ must have a column for each row of W.", () => Linear.Backward(new double[2, 3], A, W));
        Refused("W", "W is 3x2, but A is 2x3: W must have", () => Linear.Backward(new double[2, 2], A, new double[3, 2]));
    }

    [Fact]
    public void Nothing_is_refused()
    {
        Refused("A", "A is 0x3: it must have at least one row and one column.", () => Linear.Forward(new double[0, 3], W, B));
        Refused("W", "W is 2x0: it must have at least one row and one column.", () => Linear.Forward(A, new double[2, 0], B));
        Refused("dZ", "dZ is 0x2: it must have", () => Linear.Backward(new double[0, 2], A, W));
        Assert.Throws<ArgumentNullException>("A", () => Linear.Forward(null!, W, B));
        Assert.Throws<ArgumentNullException>("W", () => Linear.Forward(A, null!, B));
        Assert.Throws<ArgumentNullException>("b", () => Linear.Forward(A, W, null!));
        Assert.Throws<ArgumentNullException>("dZ", () => Linear.Backward(null!, A, W));
        Assert.Throws<ArgumentNullException>("A", () => Linear.Backward(A, null!, W));
        Assert.Throws<ArgumentNullException>("W", () => Linear.Backward(A, A, null!));
    }

    private static void Refused(string parameter, string message, Action call) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(parameter, call).Message);
}
