using static NetGen.MessageText;

namespace NetGen;

/// <summary>How well the gradients that a network computes agree with numeric ones, differences of its cost.</summary>
public sealed record GradientCheckResult
{
    /// <summary>|analytic - numeric| / (|analytic| + |numeric|), norms over the parameters checked; 0 where both are zero.</summary>
    public required double RelativeError { get; init; }

    /// <summary>
    /// The relative error up to which the gradients count as right: 1e-6 in double precision; 0.02 in single, where the differences of the cost are mostly
    /// rounding.
    /// </summary>
    public required double Tolerance { get; init; }

    /// <summary>By how much each parameter was moved, up and down.</summary>
    public required double Step { get; init; }

    /// <summary>How many parameters were checked: all, or a sample.</summary>
    public required int Checked { get; init; }

    /// <summary>The parameter with the largest difference.</summary>
    public required GradientDifference Worst { get; init; }

    /// <summary>Whether the relative error is within the tolerance.</summary>
    public bool Passed => RelativeError <= Tolerance;

    /// <summary>The outcome in a sentence.</summary>
    public override string ToString()
    {
        string verdict = Passed ? "agree" : "DISAGREE";
        return Text($"Gradients {verdict}: relative error {RelativeError:0.0e+0} (tolerance {Tolerance:0.0e+0}) over {Checked} parameters; worst {Worst}.");
    }
}
