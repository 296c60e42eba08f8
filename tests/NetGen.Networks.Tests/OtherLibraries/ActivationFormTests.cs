using NetGen.Tests.Numerics;

namespace NetGen.Networks.Tests.OtherLibraries;

/// <summary>Which form of an activation has which name.</summary>
public class ActivationFormTests
{
    private static readonly double[] Z = [.. Enumerable.Range(-600, 1201).Select(i => i / 100.0)];

    [Fact]
    public void GeluErfIsTheDefaultOfPyTorchAndKeras()
    {
        double[] a = Through<ErfGeluUnit>();
        for (int i = 0; i < Z.Length; i++)
        {
            Assert.Equal(0.5 * Z[i] * (1 + ErrorFunction.Of(Z[i] / Math.Sqrt(2)).High), a[i], 1e-13);
        }
    }

    [Fact]
    public void GeluIsTheFormThatPyTorchAndKerasCallApproximate()
    {
        double[] a = Through<TanhGeluUnit>();
        for (int i = 0; i < Z.Length; i++)
        {
            Assert.Equal(0.5 * Z[i] * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (Z[i] + 0.044715 * Math.Pow(Z[i], 3)))), a[i], 1e-13);
        }
    }

    [Fact]
    public void TheFormsOfGeluDifferByLessThanThePageSaysAndByMoreThanRounding()
    {
        double largest = Through<TanhGeluUnit>().Zip(Through<ErfGeluUnit>(), (tanh, erf) => Math.Abs(tanh - erf)).Max();
        Assert.InRange(largest, 0.0004, 0.0005);
    }

    [Fact]
    public void ReluHasDerivativeZeroAtZeroAndLeakyReluItsSlope()
    {
        Assert.Equal([0, 0], GradientsAtZero<ReluUnit>());
        Assert.Equal([-0.01, -0.01], GradientsAtZero<LeakyReluUnit>());
    }

    private static double[] Through<TNet>()
        where TNet : class, INetwork<TNet, double>, new()
    {
        var network = new TNet();
        network.SetParameters([1, 0]);
        var a = new double[Z.Length];
        network.Predict(Z, a);
        return a;
    }

    /// <summary>The gradients where x and y are 1 and Z is 0: minus the derivative of the activation there, for the weight as for the bias.</summary>
    private static double[] GradientsAtZero<TNet>()
        where TNet : class, INetwork<TNet, double>, new()
    {
        var network = new TNet();
        network.SetParameters([0, 0]);
        var gradients = new double[2];
        network.ComputeGradients([1], [1], gradients);
        return gradients;
    }
}
