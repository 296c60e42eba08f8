using static NetGen.MessageText;

namespace NetGen;

/// <summary>How well the gradients that a network computes agree with numeric ones, differences of its cost.</summary>
public sealed record GradientCheckResult
{
    /// <summary>
    /// |analytic - numeric| / (|analytic| + |numeric|), norms over the parameters checked; 0 where both are zero, NaN where no parameter could be checked.
    /// </summary>
    public required double RelativeError { get; init; }

    /// <summary>
    /// The relative error up to which the gradients count as right: 1e-6 for a network that computes in double precision, 1e-4 for one in single, whose own
    /// rounding shows.
    /// </summary>
    public required double Tolerance { get; init; }

    /// <summary>By how much each parameter was moved, up and down.</summary>
    public required double Step { get; init; }

    /// <summary>How many parameters were checked: all, or a sample; without those skipped.</summary>
    public required int Checked { get; init; }

    /// <summary>
    /// How many parameters were skipped, because a ReLU, a leaky ReLU or an absolute error has its kink within the step: there the cost has no slope to compare
    /// with.
    /// </summary>
    public required int Skipped { get; init; }

    /// <summary>The parameter with the largest difference; null where none could be checked.</summary>
    public required GradientDifference? Worst { get; init; }

    /// <summary>Whether the relative error is within the tolerance.</summary>
    public bool Passed => RelativeError <= Tolerance;

    /// <summary>The outcome in a sentence.</summary>
    public override string ToString()
    {
        if (Worst is null)
            return Text($"Gradients could not be checked: {Counted(Skipped, "parameter")} of {Skipped} sit at a kink of the cost; draw random initial weights.");
        string verdict = Passed ? "agree" : "DISAGREE";
        string scope = Counted(Checked, "parameter");
        return Text($"Gradients {verdict}: relative error {RelativeError:0.0e+0} (tolerance {Tolerance:0.0e+0}) over {scope}; worst {Worst}.");
    }
}
