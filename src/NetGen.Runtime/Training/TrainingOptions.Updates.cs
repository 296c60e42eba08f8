using static NetGen.MessageText;

namespace NetGen;

/// <content>What becomes of gradients before the optimizer has them, and of parameters after it.</content>
public sealed partial record TrainingOptions
{
    /// <summary>
    /// The largest magnitude of an element of the gradient, above 0: larger ones are cut, as <see cref="Regularized{T, TOptimizer}"/> does. Default: null, any.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number above 0. Fit asks the same of it in the network's element type.</exception>
    public double? ClipValue
    {
        get;
        init => field = value is { } bound ? Hyperparameter.Positive<double>(bound, nameof(ClipValue)) : null;
    }

    /// <summary>
    /// The largest Euclidean norm of the gradient of all parameters, above 0: a gradient whose norm n is larger is multiplied by ClipNorm / (n + 1e-6)
    /// (clip_grad_norm_ of PyTorch), before <see cref="ClipValue"/> and the penalties. Then gradients are stored before they are used, and rows of an embedding
    /// that a batch does not use have a gradient of 0, where a step without it leaves them alone. Default: null, any.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number above 0.</exception>
    public double? ClipNorm
    {
        get;
        init => field = value is { } bound ? Hyperparameter.Positive<double>(bound, nameof(ClipNorm)) : null;
    }

    /// <summary>
    /// How many batches there are to an update, at least 1: the gradient is that of all their examples together, as if they were one batch, within rounding; at
    /// the end of an epoch, of those that are left. A batch normalization still has the statistics of each batch; rows of an embedding that are not used are as
    /// with <see cref="ClipNorm"/>. Default: 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int AccumulateBatches
    {
        get;
        init => field = value >= 1 ? value : throw Refused(nameof(AccumulateBatches), value, "at least 1");
    } = 1;

    /// <summary>
    /// lambda of the penalty lambda / 2 * the sum of the squared weights, which is part of the cost, and recorded with it; a validation cost is without.
    /// Finite, not negative. It is what weight_decay of PyTorch's SGD and Adam is. Default: 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Something else. Fit asks the same of it in the network's element type.</exception>
    public double L2Penalty
    {
        get;
        init => field = Hyperparameter.Rate<double>(value, nameof(L2Penalty));
    }

    /// <summary>
    /// The share, in units of the learning rate, that each step takes off the weights, decoupled from the gradient as in AdamW. Finite, not negative.
    /// Default: 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Something else. Fit asks the same of it in the network's element type.</exception>
    public double WeightDecay
    {
        get;
        init => field = Hyperparameter.Rate<double>(value, nameof(WeightDecay));
    }

    /// <summary>
    /// Whether <see cref="L2Penalty"/> and <see cref="WeightDecay"/> are for biases, scales and shifts, too, and not for weights alone. Default: false.
    /// </summary>
    public bool PenalizesAll { get; init; }

    /// <summary>
    /// How much of the moving average of the parameters an update keeps, at least 0 and below 1: after the first update the average is the parameters, then
    /// average = d * average + (1 - d) * parameters, statistics included, where d is AverageDecay, but at most (1 + t) / (10 + t) after t updates. The average
    /// is what is validated, kept, and what the network has in the end; training goes on from the parameters themselves. 0.999 averages the last thousand
    /// updates or so. Default: null, none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Something else. Fit asks the same of it in the network's element type.</exception>
    public double? AverageDecay
    {
        get;
        init => field = value is { } decay ? Hyperparameter.Decay<double>(decay, nameof(AverageDecay)) : null;
    }

    /// <summary>Whether the optimizer is wrapped in <see cref="Regularized{T, TOptimizer}"/>.</summary>
    internal bool IsRegularized => ClipValue is not null || L2Penalty > 0.0 || WeightDecay > 0.0;

    private string UpdateText() =>
        (AccumulateBatches > 1 ? Text($", updates of {AccumulateBatches} batches") : "")
        + (ClipNorm is { } norm ? Text($", gradients up to a norm of {norm}") : "")
        + (ClipValue is { } bound ? Text($", gradients up to {bound}") : "")
        + (L2Penalty > 0.0 ? Text($", L2 penalty {L2Penalty}") : "")
        + (WeightDecay > 0.0 ? Text($", weight decay {WeightDecay}") : "")
        + (AverageDecay is { } decay ? Text($", averaged with {decay}") : "");
}
