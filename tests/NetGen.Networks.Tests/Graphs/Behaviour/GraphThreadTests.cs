using System.Numerics;
using NetGen.Networks.Tests.Reference;
using NetGen.Networks.Tests.Widths;

namespace NetGen.Networks.Tests.Graphs.Behaviour;

/// <summary>The number of threads changes no bit, whatever kinds of layers there are.</summary>
[Trait(Suites.Trait, Suites.Numerics)]
public class GraphThreadTests
{
    [Theory]
    [InlineData(65)]
    [InlineData(1000)]
    public void StepsPredictionsAndCostsHaveTheSameBits(int examples)
    {
        Check<NormalizedNet, float>(examples);
        Check<TableNet, float>(examples);
        Check<FrozenNet, double>(examples);
    }

    private static void Check<TNet, T>(int examples)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var batch = new GraphBatch<T>(TNet.Description, examples);
        (T[] parameters, T[] outputs, double[] costs) = Run<TNet, T>(batch, threads: 1);
        foreach (int threads in (int[])[2, 3, 8])
        {
            string with = $"{TNet.Description.Name}, {threads} threads, ";
            (T[] otherParameters, T[] otherOutputs, double[] otherCosts) = Run<TNet, T>(batch, threads);
            Agreement.CheckSame<T>(with + "parameters", parameters, otherParameters);
            Agreement.CheckSame<T>(with + "outputs", outputs, otherOutputs);
            Agreement.CheckSame<double>(with + "costs", costs, otherCosts);
        }
    }

    private static (T[] Parameters, T[] Outputs, double[] Costs) Run<TNet, T>(GraphBatch<T> batch, int threads)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = new TNet();
        network.Initialize(seed: 3);
        var adam = new Adam<T>(0.01);
        double[] costs =
        [
            .. Enumerable.Range(0, 3).Select(_ => network.TrainStepWithCost(batch.X, batch.Y, ref adam, threads)),
            network.Cost(batch.X, batch.Y, threads),
        ];
        var outputs = new T[batch.Y.Length];
        network.Predict(batch.X, outputs, threads);
        return (network.Parameters.ToArray(), outputs, costs);
    }
}
