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

    /// <summary>
    /// With e = yhat - y: e^2 / 2 where |e| is at most <c>Delta</c>, elsewhere Delta (|e| - Delta / 2), so that far labels pull no harder than near ones
    /// (Huber, 1964). Labels are finite.
    /// </summary>
    Huber = 4,

    /// <summary>
    /// max(0, 1 - t z) with t = 2 y - 1, for linear outputs: the loss of a support vector machine. Labels are 0 and 1, as everywhere, and rows of several
    /// outputs one-hot: each output is trained for its class against the rest. The class of one output is 1 where z is above 0; of several it is the greatest.
    /// The derivative is 0 where t z is 1.
    /// </summary>
    Hinge = 5,

    /// <summary>
    /// yhat - y log(yhat), for exponential outputs, so exp(z) - y z: the negative logarithm of the probability of the count y at the rate yhat, without
    /// log(y!), which does not depend on yhat. Labels are finite and not negative.
    /// </summary>
    Poisson = 6,

    /// <summary>
    /// With e = y - yhat and q for <c>Quantile</c>: the greater of q e and (q - 1) e, which has its minimum at the q-quantile of the labels, and derivative 0
    /// where both are equal; also called pinball loss (Koenker and Bassett, 1978). Labels are finite.
    /// </summary>
    Quantile = 7,

    /// <summary>
    /// The cross-entropy of examples that are right already counted less (Lin et al., 2017), with g for <c>Gamma</c>; computed from Z, so that it stays finite.
    /// For sigmoid outputs the binary cross-entropy times (1 - p)^g, with p = y yhat + (1 - y) (1 - yhat), the probability of the label; for softmax outputs
    /// -sum of y (1 - yhat)^g log(yhat). Labels are those of the cross-entropy that it is made of.
    /// </summary>
    Focal = 8,
}
