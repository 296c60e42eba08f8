namespace NetGen;

/// <summary>
/// A number of an <see cref="Evaluation"/> that has a name, and whose better direction is known: what a training records of its validation set, and what it
/// chooses the best parameters by.
/// </summary>
public sealed class Metric
{
    private readonly Func<Evaluation, double> value;

    /// <summary>A metric of one's own.</summary>
    /// <param name="name">Its name, as in the columns of a history.</param>
    /// <param name="isHigherBetter">Whether higher is better.</param>
    /// <param name="value">Takes it from an evaluation; NaN where it is not defined.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public Metric(string name, bool isHigherBetter, Func<Evaluation, double> value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        Name = name;
        IsHigherBetter = isHigherBetter;
        this.value = value;
    }

    /// <summary><see cref="Evaluation.Accuracy"/>.</summary>
    public static Metric Accuracy { get; } = new("accuracy", true, static evaluation => evaluation.Accuracy);

    /// <summary><see cref="Evaluation.LabelAccuracy"/>.</summary>
    public static Metric LabelAccuracy { get; } = new("label_accuracy", true, static evaluation => evaluation.LabelAccuracy);

    /// <summary>The precision of <see cref="ClassificationReport.Macro"/>.</summary>
    public static Metric MacroPrecision { get; } = new("macro_precision", true, static evaluation => evaluation.Report?.Macro.Precision ?? double.NaN);

    /// <summary>The recall of <see cref="ClassificationReport.Macro"/>.</summary>
    public static Metric MacroRecall { get; } = new("macro_recall", true, static evaluation => evaluation.Report?.Macro.Recall ?? double.NaN);

    /// <summary>The F1 of <see cref="ClassificationReport.Macro"/>.</summary>
    public static Metric MacroF1 { get; } = new("macro_f1", true, static evaluation => evaluation.Report?.Macro.F1 ?? double.NaN);

    /// <summary>The F1 of <see cref="ClassificationReport.Micro"/>.</summary>
    public static Metric MicroF1 { get; } = new("micro_f1", true, static evaluation => evaluation.Report?.Micro.F1 ?? double.NaN);

    /// <summary>The F1 of <see cref="ClassificationReport.Weighted"/>.</summary>
    public static Metric WeightedF1 { get; } = new("weighted_f1", true, static evaluation => evaluation.Report?.Weighted.F1 ?? double.NaN);

    /// <summary><see cref="Evaluation.RocAuc"/>.</summary>
    public static Metric RocAuc { get; } = new("roc_auc", true, static evaluation => evaluation.RocAuc);

    /// <summary><see cref="Evaluation.AveragePrecision"/>.</summary>
    public static Metric AveragePrecision { get; } = new("average_precision", true, static evaluation => evaluation.AveragePrecision);

    /// <summary><see cref="Evaluation.LogLoss"/>.</summary>
    public static Metric LogLoss { get; } = new("log_loss", false, static evaluation => evaluation.LogLoss);

    /// <summary><see cref="Evaluation.BrierScore"/>.</summary>
    public static Metric BrierScore { get; } = new("brier_score", false, static evaluation => evaluation.BrierScore);

    /// <summary><see cref="Evaluation.MeanAbsoluteError"/>.</summary>
    public static Metric MeanAbsoluteError { get; } = new("mean_absolute_error", false, static evaluation => evaluation.MeanAbsoluteError);

    /// <summary><see cref="Evaluation.RootMeanSquaredError"/>.</summary>
    public static Metric RootMeanSquaredError { get; } = new("root_mean_squared_error", false, static evaluation => evaluation.RootMeanSquaredError);

    /// <summary><see cref="Evaluation.MeanAbsolutePercentageError"/>.</summary>
    public static Metric MeanAbsolutePercentageError { get; } =
        new("mean_absolute_percentage_error", false, static evaluation => evaluation.MeanAbsolutePercentageError);

    /// <summary><see cref="Evaluation.RSquared"/>.</summary>
    public static Metric RSquared { get; } = new("r_squared", true, static evaluation => evaluation.RSquared);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Whether higher is better.</summary>
    public bool IsHigherBetter { get; }

    /// <summary><see cref="Evaluation.TopKAccuracy"/>.</summary>
    /// <param name="k">How many of the highest outputs count, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public static Metric TopKAccuracy(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        return new(MessageText.Text($"top_{k}_accuracy"), true, evaluation => evaluation.TopKAccuracy(k));
    }

    /// <summary>Takes it from an evaluation; NaN where it is not defined.</summary>
    /// <param name="evaluation">The evaluation.</param>
    public double Of(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return value(evaluation);
    }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
