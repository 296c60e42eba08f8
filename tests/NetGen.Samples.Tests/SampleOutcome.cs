namespace NetGen.Samples.Tests;

/// <summary>What a sample did.</summary>
/// <param name="ExitCode">What it returned.</param>
/// <param name="Lines">The lines of its standard output.</param>
/// <param name="Remarks">The lines of its error output.</param>
internal sealed record SampleOutcome(int ExitCode, string[] Lines, string[] Remarks)
{
    /// <summary>Checks that the sample refused its input: exit code 2, no result, and one line that says why.</summary>
    /// <param name="reason">A part of that line.</param>
    public void ShouldHaveRefused(string reason)
    {
        Assert.Equal(2, ExitCode);
        Assert.Empty(Lines);
        string remark = Assert.Single(Remarks);
        Assert.StartsWith("error: ", remark, StringComparison.Ordinal);
        Assert.Contains(reason, remark, StringComparison.Ordinal);
    }
}
