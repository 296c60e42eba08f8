namespace NetGen;

/// <summary>A loss with its numbers and the output that it is of; the generator and the runtime share it.</summary>
/// <param name="Kind">The loss.</param>
/// <param name="Output">The activation of the output.</param>
/// <param name="Parameter">The number that only this loss has, such as Huber's delta; 0 where it has none.</param>
/// <param name="LabelSmoothing">The share of a label that is spread over all classes.</param>
internal readonly record struct LossSpec(Loss Kind, Activation Output, double Parameter, double LabelSmoothing)
{
    /// <summary>Whether it is of all outputs of an example together.</summary>
    public bool IsOfExample => Kind == Loss.CrossEntropy || (Kind == Loss.Focal && Output == Activation.Softmax);

    /// <summary>Whether labels are those of one class of several for each example, which an index can say.</summary>
    /// <param name="outputs">The outputs of an example.</param>
    public bool IsOfClasses(int outputs) => IsOfExample || (Kind == Loss.Hinge && outputs > 1);

    /// <summary>What smoothing adds to each label; a label itself keeps 1 - <see cref="LabelSmoothing"/> of it. A sigmoid output is of two classes.</summary>
    /// <param name="outputs">The outputs of an example.</param>
    public double SmoothingShare(int outputs) => LabelSmoothing / (IsOfExample ? outputs : 2);

    /// <summary>A loss with the numbers that it has when none is said.</summary>
    public static LossSpec Of(Loss kind, Activation output) => new(kind, output, LossFacts.Of(kind).Parameter?.Default ?? 0.0, LabelSmoothing: 0.0);
}
