using System.Numerics;
using System.Text;
using Microsoft.CodeAnalysis;
using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Harness;
using NetGen.Networks.Tests.Widths;

namespace NetGen.Networks.Tests.Behaviour;

/// <summary>
/// The runtime gives up on optimizing a method beyond some size, silently, and the method is then about ten times slower. The events of the just-in-time
/// compiler tell which those are.
/// </summary>
[Collection(nameof(Alone))]
[Trait(Suites.Trait, Suites.Numerics)]
public class OptimizationTests
{
    [Fact]
    public void NoEmittedMethodIsTooLargeToBeOptimized()
    {
        using var compiled = new CompiledMethods();
        Representatives.ForEach(networkCase => new CompileAll(networkCase));

        Assert.Contains(compiled.Within("Net0"), method => method.Type.StartsWith("NetGen.Emitted.", StringComparison.Ordinal));
        string[] unoptimized = [.. Enumerable.Range(0, Representatives.All.Length)
            .SelectMany(i => compiled.Within($"Net{i}"))
            .Where(method => method.Tier == CompiledMethods.MinOpts)
            .Select(method => $"{method.Type}.{method.Name}")];
        Assert.Empty(unoptimized);
    }

    [Fact]
    public void AMethodThatIsTooLargeIsNoticed()
    {
        var source = new StringBuilder("internal static class Large { public static int Sum(int x) { int sum = x; ");
        for (int i = 0; i < 30000; i++)
        {
            source.Append("sum = sum * 31 + x; ");
        }

        source.Append("return sum; } }");

        using var compiled = new CompiledMethods();
        using (CompiledNetworks assembly = NetworkCompiler.Load(source.ToString()))
        {
            assembly.Call("Large", "Sum", 1);
        }

        Assert.Contains(compiled.Within("Large"), method => method is { Name: "Sum", Tier: CompiledMethods.MinOpts });
    }

    /// <summary>Has every kernel compiled: each entry point, optimizer and number of threads, for batches of one and of many.</summary>
    private sealed class CompileAll(NetworkCase networkCase) : INetworkAction
    {
        public void Run<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var network = new TNet();
            network.Initialize(seed: 1);
            foreach (int examples in (int[])[1, networkCase.Examples])
            {
                var batch = new RandomBatch<T>(TNet.Description, examples, networkCase.Seed);
                network.Predict(batch.X, new T[batch.Y.Length]);
                network.Cost(batch.X, batch.Y);
                network.ComputeGradients(batch.X, batch.Y, new T[TNet.ParameterCount]);
                GeneratedMembers.Forward<TNet, T>(network, batch.X);
                Step(network, batch, new GradientDescent<T>(0.01));
                Step(network, batch, new Momentum<T>(0.01));
                Step(network, batch, new Adam<T>(0.001));
            }
        }

        private static void Step<TNet, T, TOptimizer>(TNet network, RandomBatch<T> batch, TOptimizer optimizer)
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
            where TOptimizer : struct, IOptimizer<T>
        {
            network.TrainStep(batch.X, batch.Y, ref optimizer, threads: 1);
            network.TrainStepWithCost(batch.X, batch.Y, ref optimizer, threads: 2);
        }
    }
}
