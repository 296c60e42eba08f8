using NetGen.Networks.Tests.Behaviour;

namespace NetGen.Networks.Tests.Widths;

/// <summary>
/// Runs the numeric suites of this assembly again, in child processes with narrower vectors. The runtime decides on a width once, when it starts, so another
/// width is another process. They run after the tests of this process, whose compiled networks they use again.
/// </summary>
[Collection(nameof(Alone))]
public class WidthTests(NarrowerProcesses processes) : IClassFixture<NarrowerProcesses>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    [Theory]
    [InlineData(256)]
    [InlineData(128)]
    [InlineData(0)]
    public async Task TheNumericSuitesHoldWithVectorsOf(int bits)
    {
        Assert.SkipWhen(VectorWidth.IsChild, "this process is such a child itself");
        Assert.SkipWhen(bits >= VectorWidth.Current, $"this machine has vectors of {VectorWidth.Current} bits, which the other tests use");
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            (int exitCode, string report) = await processes.OutcomeAsync(bits, limit.Token);
            Assert.True(exitCode == 0, $"Tests failed with vectors of {bits} bits:\n{report}");
            Assert.Contains("Failed: 0", report, StringComparison.Ordinal);
            Assert.DoesNotContain("Total: 0,", report, StringComparison.Ordinal);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Assert.Fail($"The tests with vectors of {bits} bits have not finished after {Patience.TotalMinutes} minutes.");
        }
    }
}
