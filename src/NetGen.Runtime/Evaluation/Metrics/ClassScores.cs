using static NetGen.MessageText;

namespace NetGen;

/// <summary>How well one class or label is predicted, or a mean over them.</summary>
/// <param name="Precision">Of what was predicted as it, the part that is: TP / (TP + FP); NaN where it was never predicted.</param>
/// <param name="Recall">Of what is, the part that was predicted as it: TP / (TP + FN); NaN where there is none.</param>
/// <param name="F1">The harmonic mean of both: 2 TP / (2 TP + FP + FN); NaN where it neither occurs nor was predicted.</param>
/// <param name="Support">How many examples are of it.</param>
public readonly record struct ClassScores(double Precision, double Recall, double F1, int Support)
{
    /// <summary>As in "precision 0.75, recall 0.5, F1 0.6 of 12 examples".</summary>
    public override string ToString() => Text($"precision {Precision:0.####}, recall {Recall:0.####}, F1 {F1:0.####} of {Counted(Support, "example")}");

    /// <summary>The scores of one class, or of several counted together.</summary>
    /// <param name="right">How many examples of it were predicted as it, TP.</param>
    /// <param name="predicted">How many were predicted as it, TP + FP.</param>
    /// <param name="examples">How many are of it, TP + FN.</param>
    internal static ClassScores Of(long right, long predicted, long examples) =>
        new((double)right / predicted, (double)right / examples, 2.0 * right / (predicted + examples), (int)examples);
}
