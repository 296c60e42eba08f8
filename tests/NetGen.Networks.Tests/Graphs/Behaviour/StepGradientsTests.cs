using System.Numerics;

namespace NetGen.Networks.Tests.Graphs.Behaviour;

/// <summary>
/// ComputeStepGradients and ApplyGradients are a training step bit for bit: cost, masks of dropout and running statistics too, which ComputeGradients leaves
/// alone.
/// </summary>
public class StepGradientsTests
{
    private const int Examples = 70;
    private const int Steps = 5;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void TheTwoHalvesOfAStepAreTheStep(int threads)
    {
        AssertSame<NormalizedNet, float>(threads);
        AssertSame<WideDropoutNet, float>(threads);
        AssertSame<FrozenNet, double>(threads);
    }

    [Fact]
    public void LookingAtGradientsMeasuresNothing()
    {
        var batch = new GraphBatch<float>(NormalizedNet.Description, Examples);
        var network = new NormalizedNet();
        network.Initialize(seed: 3);
        float[] before = network.Parameters.ToArray(), gradients = new float[NormalizedNet.ParameterCount];
        network.ComputeGradients(batch.X, batch.Y, gradients);
        Assert.Equal(before, network.Parameters);
        network.ComputeStepGradients(batch.X, batch.Y, gradients);
        foreach (ParameterDescription parameter in NormalizedNet.Description.Parameters)
        {
            Range place = parameter.Offset..(parameter.Offset + parameter.Count);
            Assert.Equal(parameter.Role != ParameterRole.Statistic, before.AsSpan(place).SequenceEqual(network.Parameters[place]));
        }
    }

    private static void AssertSame<TNet, T>(int threads)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var batch = new GraphBatch<T>(TNet.Description, Examples);
        TNet whole = new(), halves = new();
        whole.Initialize(seed: 3);
        halves.Initialize(seed: 3);
        Adam<T> one = new(0.01), other = new(0.01);
        var gradients = new T[TNet.ParameterCount];
        for (int step = 0; step < Steps; step++)
        {
            double cost = whole.TrainStepWithCost(batch.X, batch.Y, ref one, threads);
            Assert.Equal(cost, halves.ComputeStepGradients(batch.X, batch.Y, gradients, threads));
            halves.ApplyGradients(gradients, ref other);
            Assert.Equal(whole.Parameters, halves.Parameters);
        }
    }
}
