using System.Collections.Immutable;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// How well a network does on a set. What is measured follows from its output and its loss; see <see cref="EvaluationKind"/>. An output that is NaN never
/// counts as right.
/// </summary>
/// <remarks>
/// Outputs are measured and forgotten. What needs all of them (<see cref="RocAuc"/>, <see cref="AveragePrecision"/>, the curves, <see cref="TopKAccuracy"/>,
/// <see cref="LogLoss"/>, <see cref="BrierScore"/>, <see cref="ExpectedCalibrationError"/>) predicts once more when the first of it is asked for, and keeps
/// them from then on. A network that has changed by then is noticed: an <see cref="InvalidOperationException"/> says so. Any number of threads may ask, while
/// the network may be read.
/// </remarks>
public sealed partial class Evaluation
{
    // A network that had changed may have its parameters back when it is asked again: what is thrown is not kept.
    private const LazyThreadSafetyMode Once = LazyThreadSafetyMode.PublicationOnly;

    private readonly Lazy<Predictions>? predictions;
    private readonly Lazy<ConfusionMatrix>? confusion;

    internal Evaluation(
        EvaluationKind kind,
        int count,
        double cost,
        Func<Predictions>? predictions = null,
        Func<ConfusionMatrix>? confusion = null,
        Func<ClassificationReport>? report = null)
    {
        Kind = kind;
        Count = count;
        Cost = cost;
        this.predictions = predictions is null ? null : new(predictions, Once);
        this.confusion = confusion is null ? null : new(confusion, Once);
        this.report = predictions is null ? null : new(report ?? (() => Confusion!.Report()), Once);
        areas = predictions is null ? null : new(() => Areas.Of(Predictions!), Once);
        probabilities = predictions is null ? null : new(() => ProbabilityMetrics.Scores(Predictions!), Once);
    }

    /// <summary>What the network predicts.</summary>
    public EvaluationKind Kind { get; }

    /// <summary>The number of examples.</summary>
    public int Count { get; }

    /// <summary>The mean loss over the examples.</summary>
    public double Cost { get; }

    /// <summary>The number of examples with an output that is NaN.</summary>
    public int Undecided { get; internal init; }

    /// <summary>
    /// The part of the examples whose class was predicted, from 0 to 1; of several labels, the part of the examples whose labels were all predicted (subset
    /// accuracy). NaN for a regression.
    /// </summary>
    public double Accuracy { get; internal init; } = double.NaN;

    /// <summary>
    /// The part of all labels of all examples that were predicted: the mean of <see cref="LabelAccuracies"/>. NaN unless there are several labels.
    /// </summary>
    public double LabelAccuracy => LabelAccuracies.IsEmpty ? double.NaN : LabelAccuracies.Average();

    /// <summary>For each label (n[L]), the part of the examples for which it was predicted, from 0 to 1; empty unless there are several labels.</summary>
    public ImmutableArray<double> LabelAccuracies { get; internal init; } = [];

    /// <summary>How often each class was predicted as each class, counted when first asked for; null unless an example is of one class.</summary>
    public ConfusionMatrix? Confusion => confusion?.Value;

    /// <summary>The mean of |yhat - y| over all outputs of all examples; NaN unless this is a regression.</summary>
    public double MeanAbsoluteError { get; internal init; } = double.NaN;

    /// <summary>The square root of the mean of (yhat - y)^2 over all outputs of all examples; NaN unless this is a regression.</summary>
    public double RootMeanSquaredError { get; internal init; } = double.NaN;

    /// <summary>
    /// The mean of |yhat - y| / |y| over all outputs of all examples, as a part: 0.1 is 10 %. Labels of 0, of which no error is a part, are left out; NaN when
    /// all are, and unless this is a regression.
    /// </summary>
    public double MeanAbsolutePercentageError { get; internal init; } = double.NaN;

    /// <summary>
    /// The coefficient of determination: 1 - the sum of (yhat - y)^2 / the sum of (y - mean of y)^2, both over all outputs of all examples, each output with
    /// the mean of its own labels, so that outputs count by their variance. 1 is perfect, 0 no better than the means. NaN unless this is a regression, and
    /// where no label varies.
    /// </summary>
    public double RSquared { get; internal init; } = double.NaN;

    /// <summary>The labels and outputs of a classifier, predicted again when first asked for; null for a regression.</summary>
    internal Predictions? Predictions => predictions?.Value;

    /// <summary>As in "50 examples: accuracy 80 %, cost 0.4321".</summary>
    public override string ToString() =>
        Counted(Count, "example") + ": "
        + Kind switch
        {
            EvaluationKind.Regression =>
                Text($"mean absolute error {MeanAbsoluteError:G4}, root mean squared error {RootMeanSquaredError:G4}, R2 {RSquared:0.####}"),
            EvaluationKind.SeveralLabels => Text($"all labels right {100.0 * Accuracy:0.##} %, labels right {100.0 * LabelAccuracy:0.##} %"),
            _ => Text($"accuracy {100.0 * Accuracy:0.##} %"),
        }
        + Text($", cost {Cost:G4}")
        + (Undecided > 0 ? Text($", {Undecided} with an output that is NaN") : "");
}
