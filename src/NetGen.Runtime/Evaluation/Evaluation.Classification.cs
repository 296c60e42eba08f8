using System.Collections.Immutable;
using static NetGen.MessageText;

namespace NetGen;

/// <content>What is computed of a classifier when it is first asked for; most of it of all outputs, for which the network predicts once more.</content>
public sealed partial class Evaluation
{
    private readonly Lazy<ClassificationReport>? report;
    private readonly Lazy<Areas>? areas;
    private readonly Lazy<(double LogLoss, double Brier)>? probabilities;

    /// <summary>
    /// Precision, recall and F1 of each class or label, and their macro, micro and weighted means; those of a single output are of class 0 and class 1. Null
    /// for a regression.
    /// </summary>
    public ClassificationReport? Report => report?.Value;

    /// <summary>
    /// The area under the receiver operating characteristic: the part of all pairs of an example of the class and another in which the former has the greater
    /// output, equal ones counted as half, and pairs with an output that is NaN as wrong. Of classes and labels, the mean of <see cref="RocAucs"/>, each
    /// against the rest, without those of which there is no pair; NaN when there is none, and for a regression.
    /// </summary>
    /// <exception cref="InvalidOperationException">The network has other parameters than when it was evaluated.</exception>
    public double RocAuc => areas?.Value.MeanRocAuc ?? double.NaN;

    /// <summary>The area under the receiver operating characteristic for each output (n[L]): see <see cref="RocCurve"/>. Empty for a regression.</summary>
    /// <exception cref="InvalidOperationException">The network has other parameters than when it was evaluated.</exception>
    public ImmutableArray<double> RocAucs => areas?.Value.RocAucs ?? [];

    /// <summary>
    /// The average precision, which sums up the precision-recall curve (PR AUC): the sum over the thresholds of precision * (recall - recall of the threshold
    /// before), nothing interpolated. Of classes and labels, the mean of <see cref="AveragePrecisions"/>, without those that do not occur; NaN when none does,
    /// and for a regression.
    /// </summary>
    /// <exception cref="InvalidOperationException">The network has other parameters than when it was evaluated.</exception>
    public double AveragePrecision => areas?.Value.MeanAveragePrecision ?? double.NaN;

    /// <summary>The average precision for each output (n[L]): see <see cref="PrecisionRecallCurve"/>. Empty for a regression.</summary>
    /// <exception cref="InvalidOperationException">The network has other parameters than when it was evaluated.</exception>
    public ImmutableArray<double> AveragePrecisions => areas?.Value.AveragePrecisions ?? [];

    /// <summary>
    /// The cross-entropy of the probabilities, with the natural logarithm: the mean over the examples of -sum over the classes of y log(p); of several labels,
    /// the mean over all labels of all examples. Probabilities are moved to at least e and at most 1 - e first, with e the distance from 1 to the next number
    /// of the element type (1.2e-7 or 2.2e-16), so that one that is certain and wrong does not make it infinite. NaN with an output that is NaN, for a
    /// regression, and for a hinge loss, whose outputs are no probabilities.
    /// </summary>
    /// <remarks><see cref="Cost"/> is exact where a probability is nearly 0 or 1, and a sum over labels, not their mean.</remarks>
    /// <exception cref="InvalidOperationException">The network has other parameters than when it was evaluated.</exception>
    public double LogLoss => probabilities?.Value.LogLoss ?? double.NaN;

    /// <summary>
    /// The mean over the examples of the sum over the classes of (p - y)^2, from 0 to 2; of a single output and of several labels, the mean of (p - y)^2, from
    /// 0 to 1. NaN with an output that is NaN, for a regression, and
    /// for a hinge loss, whose outputs are no probabilities.
    /// </summary>
    /// <exception cref="InvalidOperationException">The network has other parameters than when it was evaluated.</exception>
    public double BrierScore => probabilities?.Value.Brier ?? double.NaN;

    /// <summary>
    /// The part of the examples whose class is among the k with the greatest outputs, of equal ones the first; with k = 1, the accuracy. NaN unless an example
    /// is of one class.
    /// </summary>
    /// <param name="k">How many classes count, from 1 to the number of classes.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many classes.</exception>
    /// <exception cref="InvalidOperationException">The network has other parameters than when it was evaluated.</exception>
    public double TopKAccuracy(int k)
    {
        if (Predictions is not { Classes: > 0 and int classes })
        {
            return double.NaN;
        }

        return k >= 1 && k <= classes
            ? TopK.Accuracy(Predictions, k)
            : throw new ArgumentOutOfRangeException(nameof(k), k, Text($"k is {k}, but there are {classes} classes: it must lie between 1 and {classes}."));
    }

    /// <summary>
    /// How far the confidence of predictions is from how often they are right: predictions are put into bins of equal width by their confidence, the
    /// probability of the class predicted, and the distances between mean confidence and accuracy are averaged over the bins, each counted by its predictions
    /// (Guo, Pleiss, Sun, Weinberger: On calibration of modern neural networks, 2017). Each of several labels is a prediction of its own, that it holds or that
    /// it does not. NaN with an output that is NaN, for a regression, and
    /// for a hinge loss, whose outputs are no probabilities.
    /// </summary>
    /// <param name="bins">The number of bins, at least 1; Guo et al. take 15.</param>
    /// <exception cref="ArgumentOutOfRangeException">bins is not positive.</exception>
    /// <exception cref="InvalidOperationException">The network has other parameters than when it was evaluated.</exception>
    public double ExpectedCalibrationError(int bins = 15)
    {
        if (bins < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(bins), bins, Text($"bins is {bins}, but must be at least 1."));
        }

        return Predictions is null ? double.NaN : ProbabilityMetrics.ExpectedCalibrationError(Predictions, bins);
    }

    /// <summary>
    /// The receiver operating characteristic of one class or label against the rest: a point for each threshold, from the one above which there is no output.
    /// The area under it, by trapezoids, is <see cref="RocAucs"/>. An example with an output that is NaN is neither found nor rejected at any threshold. Empty
    /// for a regression.
    /// </summary>
    /// <param name="output">The output: a class or a label, from 0; 0 for class 1 of a single output.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    /// <exception cref="InvalidOperationException">The network has other parameters than when it was evaluated.</exception>
    public ImmutableArray<RocPoint> RocCurve(int output = 0) => Predictions?.RankedBy(Checked(output)).RocCurve() ?? [];

    /// <summary>
    /// The precision and the recall of one class or label: a point for each threshold, from the one above which there is no output. An example with an output
    /// that is NaN is not found at any threshold. Empty for a regression.
    /// </summary>
    /// <param name="output">The output: a class or a label, from 0; 0 for class 1 of a single output.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    /// <exception cref="InvalidOperationException">The network has other parameters than when it was evaluated.</exception>
    public ImmutableArray<PrecisionRecallPoint> PrecisionRecallCurve(int output = 0) => Predictions?.RankedBy(Checked(output)).PrecisionRecallCurve() ?? [];

    private int Checked(int output) => (uint)output < (uint)Predictions!.Outputs
        ? output
        : throw new ArgumentOutOfRangeException(
            nameof(output),
            output,
            Text($"output is {output}, but there {(Predictions.Outputs == 1 ? "is 1 output" : Text($"are {Predictions.Outputs} outputs"))}: ")
            + Text($"it must lie between 0 and {Predictions.Outputs - 1}."));
}
