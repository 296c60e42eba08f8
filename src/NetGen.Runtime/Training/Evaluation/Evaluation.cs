namespace NetGen;

/// <summary>
/// How well a network does on a set. A network with sigmoid or softmax outputs is a classifier: with one output an example is of class 1 where the output (or
/// the label) is above 0.5, with several it is of the class whose output (or label) is largest. Any other network is a regression.
/// </summary>
public sealed record Evaluation
{
    /// <summary>The number of examples.</summary>
    public required int Count { get; init; }

    /// <summary>The mean loss over the examples.</summary>
    public required double Cost { get; init; }

    /// <summary>The part of the examples whose class was predicted, from 0 to 1; NaN for a regression.</summary>
    public double Accuracy => Confusion?.Accuracy ?? double.NaN;

    /// <summary>How often each class was predicted as each class; null for a regression.</summary>
    public required ConfusionMatrix? Confusion { get; init; }

    /// <summary>The mean of |yhat - y| over all outputs of all examples; NaN for a classifier.</summary>
    public required double MeanAbsoluteError { get; init; }

    /// <summary>The square root of the mean of (yhat - y)^2 over all outputs of all examples; NaN for a classifier.</summary>
    public required double RootMeanSquaredError { get; init; }
}
