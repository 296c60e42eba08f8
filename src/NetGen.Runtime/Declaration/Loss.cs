namespace NetGen;

/// <summary>
/// The loss of one example, a sum over the output units. The cost of a batch is the mean of the losses of its examples. Each loss is defined for certain
/// labels: <c>Fit</c>, <c>Evaluate</c>, <c>Cost</c> and <c>ComputeGradients</c> refuse others, once for an array; <c>TrainStep</c> leaves that out to save the
/// time.
/// </summary>
public enum Loss
{
    /// <summary>
    /// -(y log(yhat) + (1 - y) log(1 - yhat)), for sigmoid outputs; computed from Z, so that it stays finite. Labels lie between 0 and 1: two classes are 0 and
    /// 1, and a label between them is the probability of 1. With other labels it has no minimum.
    /// </summary>
    BinaryCrossEntropy = 0,

    /// <summary>
    /// -sum of y log(yhat), for softmax outputs; computed from Z, so that it stays finite. Labels are not negative, and those of an example sum to 1 within the
    /// rounding of the shortest type that files hold, Half (2^-11): one-hot rows, class indices, or soft labels. The gradient with respect to Z is
    /// yhat * (sum of y) - y, of which only yhat - y is computed: with another sum, cost and gradient would be those of different functions.
    /// </summary>
    CrossEntropy = 1,

    /// <summary>(yhat - y)^2 / 2. Labels are finite.</summary>
    SquaredError = 2,

    /// <summary>|yhat - y|, with derivative 0 where both are equal. Labels are finite.</summary>
    AbsoluteError = 3,
}
