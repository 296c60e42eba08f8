using static NetGen.MessageText;

namespace NetGen;

/// <summary>How well the gradients that a network computes agree with numeric ones, differences of its cost.</summary>
public sealed record GradientCheckResult
{
    /// <summary>
    /// |analytic - numeric| / (|analytic| + |numeric|), norms over the parameters checked; 0 where both are zero, NaN where no parameter could be checked. On a
    /// trained network, whose gradients are small, rounding alone can make it large: what counts is each parameter's own difference, see <see cref="Passed"/>.
    /// </summary>
    public required double RelativeError { get; init; }

    /// <summary>
    /// How much of a gradient may be wrong, beyond the uncertainty of the comparison: 1e-7 for a network that computes in double precision, 1e-4 for one in
    /// single.
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

    /// <summary>How many parameters have a gradient that differs by more than the tolerance and the uncertainty together.</summary>
    public required int Wrong { get; init; }

    /// <summary>The parameter whose gradients differ most beyond their uncertainty or, where none does, most; null where none could be checked.</summary>
    public required GradientDifference? Worst { get; init; }

    /// <summary>Why nothing could be checked, such as "W2[3, 5] is NaN"; null where something was, or all sits at kinks.</summary>
    public string? Obstacle { get; init; }

    /// <summary>
    /// Whether something was checked and every gradient is right: |analytic - numeric| is at most <see cref="Tolerance"/> (|analytic| + |numeric|) +
    /// <see cref="GradientDifference.Uncertainty"/>. Then the norms agree, too.
    /// </summary>
    public bool Passed => Checked > 0 && Wrong == 0;

    /// <summary>The outcome in a sentence.</summary>
    public override string ToString()
    {
        if (Obstacle is not null)
        {
            return $"Gradients could not be checked: {Obstacle}.";
        }

        if (Worst is null)
        {
            return Text(
                $"Gradients could not be checked: {Counted(Skipped, "parameter")} of {Skipped} sit at a kink of the cost; draw random initial weights.");
        }

        string verdict = Passed ? "agree" : "DISAGREE";
        string scope = Counted(Checked, "parameter") + (Passed ? "" : Text($", {Wrong} of them wrong"));
        return Text($"Gradients {verdict}: relative error {RelativeError:0.0e+0} (tolerance {Tolerance:0.0e+0} beyond rounding) over {scope}; worst {Worst}.");
    }
}
