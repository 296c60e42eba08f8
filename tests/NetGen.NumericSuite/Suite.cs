using System.Diagnostics;
using System.Numerics;
using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Graphs;
using NetGen.Networks.Tests.Graphs.Cases;
using NetGen.Networks.Tests.Harness;
using NetGen.Networks.Tests.Reference;

namespace NetGen.NumericSuite;

/// <summary>Checks networks, says of each what came out, and counts.</summary>
internal sealed class Suite
{
    /// <summary>The checks so far.</summary>
    public int Checks { get; private set; }

    /// <summary>Those that failed.</summary>
    public int Failures { get; private set; }

    /// <summary>One step of a network against the reference, and its bits with 1 to 4 threads.</summary>
    /// <param name="examples">The examples of the step, m.</param>
    public void Check<TNet, T>(int examples)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Run<TNet>("a step agrees with the reference", () =>
            StepComparison.Check<TNet, T>(CaseData<T>.Draw(TNet.Description, examples, seed: 1, kinkMargin: Agreement.Tolerance<float>()), threads: 3));
        var batch = new RandomBatch<T>(TNet.Description, examples, seed: 2);
        CheckThreads<TNet, T>(batch.X, batch.Y);
    }

    /// <summary>The same of a described network, whose reference is a graph.</summary>
    /// <param name="graph">The same network, for the reference.</param>
    /// <param name="examples">The examples of the step, m.</param>
    public void Check<TNet, T>(Graph graph, int examples)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var graphCase = new GraphCase(typeof(TNet).Name, graph, examples, Seed: 3);
        Run<TNet>("all that it computes agrees with the reference", () => ((INetworkAction)new GraphComparison(graphCase)).Run<TNet, T>());
        GraphData<T> data = GraphData<T>.Draw(graphCase with { Seed = 4 }, static (_, _, _) => true);
        CheckThreads<TNet, T>(data.X, data.Y);
    }

    private void CheckThreads<TNet, T>(T[] x, T[] y)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Run<TNet>("outputs and cost have the same bits with 1 to 4 threads", () => SameBits.OfPredictions<TNet, T>(x, y));
        Run<TNet>(
            "gradient descent has the same bits with 1 to 4 threads",
            () => SameBits.OfTraining<TNet, T, GradientDescent<T>>(x, y, () => new GradientDescent<T>(0.1)));
        Run<TNet>("Adam has the same bits with 1 to 4 threads", () => SameBits.OfTraining<TNet, T, Adam<T>>(x, y, () => new Adam<T>(0.01)));
    }

    private void Run<TNet>(string what, Action check)
    {
        Checks++;
        long start = Stopwatch.GetTimestamp();
        string outcome = "ok    ";
        try
        {
            check();
        }
        catch (DisagreementException disagreement)
        {
            Failures++;
            outcome = "FAILED";
            what += $"\n       {disagreement.Message}";
        }

        Console.WriteLine(FormattableString.Invariant($"{outcome} {typeof(TNet).Name}: {what} ({Stopwatch.GetElapsedTime(start).TotalSeconds:F2} s)"));
    }
}
