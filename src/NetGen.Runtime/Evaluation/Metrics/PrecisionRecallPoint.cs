using static NetGen.MessageText;

namespace NetGen;

/// <summary>A point of a precision-recall curve, when outputs from a threshold on count as found.</summary>
/// <param name="Recall">The part of the examples of the class that are found, from 0 to 1; NaN when there are none.</param>
/// <param name="Precision">The part of the examples found that are of the class, from 0 to 1; 1 for the point at which nothing is found.</param>
/// <param name="Threshold">The least output that counts as found; infinite for the point at which nothing is.</param>
public readonly record struct PrecisionRecallPoint(double Recall, double Precision, double Threshold)
{
    /// <summary>As in "recall 0.875, precision 0.7 from 0.4 on".</summary>
    public override string ToString() => Text($"recall {Recall:G4}, precision {Precision:G4} from {Threshold:G4} on");
}
