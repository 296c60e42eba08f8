namespace NetGen;

/// <summary>The loss of one example, a sum over the output units. The cost of a batch is the mean of the losses of its examples.</summary>
public enum Loss
{
    /// <summary>-(y log(yhat) + (1 - y) log(1 - yhat)), for sigmoid outputs; computed from Z, so that it stays finite.</summary>
    BinaryCrossEntropy = 0,

    /// <summary>-sum of y log(yhat), for softmax outputs and labels whose rows sum to 1; computed from Z, so that it stays finite.</summary>
    CrossEntropy = 1,

    /// <summary>(yhat - y)^2 / 2.</summary>
    SquaredError = 2,

    /// <summary>|yhat - y|, with derivative 0 where both are equal.</summary>
    AbsoluteError = 3,
}
