using System.Numerics;
using NetGen.Networks.Tests.Reference;

namespace NetGen.NumericSuite;

/// <summary>The number of threads changes no bit.</summary>
internal static class SameBits
{
    private const int MostThreads = 4;
    private const int Steps = 2;

    /// <summary>Outputs and cost of a batch.</summary>
    /// <exception cref="DisagreementException">They differ.</exception>
    public static void OfPredictions<TNet, T>(T[] x, T[] y)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = new TNet();
        network.Initialize(seed: 3);
        T[] expected = new T[y.Length], output = new T[y.Length];
        network.Predict(x, expected, threads: 1);
        double cost = network.Cost(x, y, threads: 1);
        for (int threads = 2; threads <= MostThreads; threads++)
        {
            output.AsSpan().Clear();
            network.Predict(x, output, threads);
            Agreement.CheckSame<T>($"outputs with {threads} threads", expected, output);
            Agreement.CheckSame<double>($"cost with {threads} threads", [cost], [network.Cost(x, y, threads)]);
        }
    }

    /// <summary>Parameters and costs of some steps.</summary>
    /// <exception cref="DisagreementException">They differ.</exception>
    public static void OfTraining<TNet, T, TOptimizer>(T[] x, T[] y, Func<TOptimizer> optimizer)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOptimizer : struct, IOptimizer<T>
    {
        (T[] parameters, double[] costs) = Train<TNet, T, TOptimizer>(x, y, optimizer(), threads: 1);
        for (int threads = 2; threads <= MostThreads; threads++)
        {
            (T[] others, double[] otherCosts) = Train<TNet, T, TOptimizer>(x, y, optimizer(), threads);
            Agreement.CheckSame<T>($"parameters with {threads} threads", parameters, others);
            Agreement.CheckSame<double>($"costs with {threads} threads", costs, otherCosts);
        }
    }

    private static (T[] Parameters, double[] Costs) Train<TNet, T, TOptimizer>(T[] x, T[] y, TOptimizer optimizer, int threads)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOptimizer : struct, IOptimizer<T>
    {
        var network = new TNet();
        network.Initialize(seed: 3);
        var costs = new double[Steps];
        foreach (ref double cost in costs.AsSpan())
        {
            cost = network.TrainStepWithCost(x, y, ref optimizer, threads);
        }

        return (network.Parameters.ToArray(), costs);
    }
}
