using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// A point of a receiver operating characteristic: what is found, and what is found wrongly, when outputs from a threshold on count as found.
/// </summary>
/// <param name="FalsePositiveRate">
/// The part of the examples that are not of the class and are not rejected, from 0 to 1: 1 - the specificity; NaN when all are of it.
/// </param>
/// <param name="TruePositiveRate">The part of the examples of the class that are found, the recall, from 0 to 1; NaN when there are none.</param>
/// <param name="Threshold">The least output that counts as found; infinite for the point at which nothing is.</param>
public readonly record struct RocPoint(double FalsePositiveRate, double TruePositiveRate, double Threshold)
{
    /// <summary>As in "false positive rate 0.25, true positive rate 0.875 from 0.4 on".</summary>
    public override string ToString() =>
        Text($"false positive rate {FalsePositiveRate:G4}, true positive rate {TruePositiveRate:G4} from {Threshold:G4} on");
}
