using System.Diagnostics;
using System.Numerics;
using NetGen.Networks.Tests.Cases;
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
        Run<TNet>("outputs and cost have the same bits with 1 to 4 threads", () => SameBits.OfPredictions<TNet, T>(batch));
        Run<TNet>(
            "gradient descent has the same bits with 1 to 4 threads",
            () => SameBits.OfTraining<TNet, T, GradientDescent<T>>(batch, () => new GradientDescent<T>(0.1)));
        Run<TNet>("Adam has the same bits with 1 to 4 threads", () => SameBits.OfTraining<TNet, T, Adam<T>>(batch, () => new Adam<T>(0.01)));
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
