using System.Numerics;
using NetGen.Numerics;

namespace NetGen.Runtime.Tests.Kinds;

/// <summary>Right gradients of any graph pass the check, in either precision; a wrong one does not.</summary>
public sealed class GraphGradientTests
{
    private const int Examples = 6;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Right_gradients_of_every_kind_pass(int seed)
    {
        Passes<EveryKindNet<double>, double>(new(), seed, 1.0);
        Passes<EveryKindNet<float>, float>(new(), seed, 1.0);
        Passes<SharedNet<double>, double>(new(), seed, 1.0);
        Passes<SharedNet<float>, float>(new(), seed, 1.0);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void They_pass_where_values_are_far_from_their_mean_too(int seed)
    {
        Passes<EveryKindNet<float>, float>(new(), seed, 30.0);
        Passes<SharedNet<float>, float>(new(), seed, 30.0);
    }

    [Fact]
    public void A_wrong_gradient_is_found_whatever_layer_it_belongs_to()
    {
        foreach (ParameterDescription parameter in EveryKindNet<double>.Description.Parameters)
        {
            GradientCheckResult result = Check<EveryKindNet<double>, double>(new() { Mistake = (parameter.Offset, 1e-3) }, seed: 1, scale: 1.0);
            Assert.Equal((1, parameter.NameOf(0)), (result.Wrong, result.Worst!.Value.Name));
        }
    }

    [Fact]
    public void The_masks_that_the_network_names_are_those_of_the_check()
    {
        var gradients = new double[EveryKindNet<double>.ParameterCount];
        var others = new double[gradients.Length];
        (double[] x, double[] y) = Batch<EveryKindNet<double>, double>(3, 1.0);
        EveryKindNet<double> network = new() { DropoutState = new(1, 1) }, other = new() { DropoutState = new(1, 2) };
        network.Initialize(3);
        other.Initialize(3);
        network.ComputeGradients(x, y, gradients);
        other.ComputeGradients(x, y, others);
        Assert.NotEqual(gradients, others);
        Assert.True(GradientChecker.Check<EveryKindNet<double>, double>(network, x, y).Passed);
        Assert.True(GradientChecker.Check<EveryKindNet<double>, double>(other, x, y).Passed);
    }

    [Fact]
    public void Rounding_is_allowed_no_more_than_a_small_share_of_a_gradient_of_ordinary_size()
    {
        GradientCheckResult result = Check<EveryKindNet<double>, double>(new() { Mistake = (0, 0) }, seed: 2, scale: 1.0);
        Assert.InRange(result.Worst!.Value.Uncertainty, 0.0, 1e-7);
    }

    private static void Passes<TNetwork, T>(TNetwork network, int seed, double scale)
        where TNetwork : GraphNetwork<TNetwork, T>, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        GradientCheckResult result = Check<TNetwork, T>(network, seed, scale);
        Assert.True(result.Passed, result.ToString());
        Assert.True(result.Checked > result.Skipped);
    }

    private static GradientCheckResult Check<TNetwork, T>(TNetwork network, int seed, double scale)
        where TNetwork : GraphNetwork<TNetwork, T>, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        network.Initialize(seed);
        (T[] x, T[] y) = Batch<TNetwork, T>(seed, scale);
        return GradientChecker.Check<TNetwork, T>(network, x, y);
    }

    private static (T[] X, T[] Y) Batch<TNetwork, T>(int seed, double scale)
        where TNetwork : GraphNetwork<TNetwork, T>, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new RandomSource(seed);
        T[] x = [.. Enumerable.Range(0, Examples * TNetwork.InputSize).Select(_ => T.CreateTruncating(scale + random.NextNormal()))];
        var y = new T[Examples * TNetwork.OutputSize];
        for (int example = 0; example < Examples; example++)
        {
            y[(example * TNetwork.OutputSize) + (example % TNetwork.OutputSize)] = T.One;
            if (TNetwork.InputSize == 5)
            {
                x[(example * 5) + 3] = T.CreateTruncating(example % 4);
                x[(example * 5) + 4] = T.CreateTruncating(example % 3);
            }
        }

        return (x, y);
    }
}
