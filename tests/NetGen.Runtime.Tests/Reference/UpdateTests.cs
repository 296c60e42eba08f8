using NetGen.Reference;

namespace NetGen.Runtime.Tests.Reference;

public class UpdateTests
{
    [Fact]
    public void Weights_and_biases_go_down_the_gradient_and_the_old_ones_stay()
    {
        double[,] w = { { 1, 2 } };
        double[] b = [3];
        Assert.Equal(new double[,] { { 0.5, 2.5 } }, Update.GradientDescent(w, new double[,] { { 1, -1 } }, 0.5));
        Assert.Equal([2.75], Update.GradientDescent(b, [0.5], 0.5));
        Assert.Equal(new double[,] { { 1, 2 } }, w);
        Assert.Equal([3.0], b);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Assert.StartsWith(
            "dW is 1x2, but W is 2x1: both must have the same shape.",
            Assert.Throws<ArgumentException>("dW", () => Update.GradientDescent(new float[2, 1], new float[1, 2], 0.1)).Message);
        Assert.StartsWith(
            "db holds 1 value, but b holds 2: both must hold the same number.",
            Assert.Throws<ArgumentException>("db", () => Update.GradientDescent(new float[2], new float[1], 0.1)).Message);
        Assert.Throws<ArgumentNullException>("W", () => Update.GradientDescent(null!, new float[1, 1], 0.1));
        Assert.Throws<ArgumentNullException>("dW", () => Update.GradientDescent(new float[1, 1], null!, 0.1));
        Assert.Throws<ArgumentNullException>("b", () => Update.GradientDescent(null!, new float[1], 0.1));
        Assert.Throws<ArgumentNullException>("db", () => Update.GradientDescent(new float[1], null!, 0.1));
        foreach (double rate in new[] { -1, double.NaN, double.PositiveInfinity, 1e39 })
        {
            Assert.Throws<ArgumentOutOfRangeException>("learningRate", () => Update.GradientDescent(new float[1], new float[1], rate));
        }

        Assert.Equal([-1e39], Update.GradientDescent([0.0], [1.0], 1e39));
    }
}
