namespace NetGen;

/// <summary>What is known of a loss beside its formula; the generator and the runtime share it.</summary>
/// <param name="Term">The name, as messages write it.</param>
/// <param name="Outputs">The activations of the output that it is defined for; null: any that works element by element.</param>
/// <param name="HasKink">Whether its derivative jumps somewhere.</param>
internal sealed record LossFacts(string Term, Activation[]? Outputs, bool HasKink)
{
    /// <summary>The number that only this loss has; null: none.</summary>
    public LossParameter? Parameter { get; init; }

    /// <summary>Whether its labels are probabilities of classes, which can be smoothed.</summary>
    public bool HasSmoothing { get; init; }

    /// <summary>Whether it is computed from Z of the output, together with the activation, so that nothing overflows.</summary>
    public bool IsOfLogits => Outputs is not null;

    /// <summary>The only activation that fits; null where several do.</summary>
    public Activation? OnlyOutput => Outputs is [var only] ? only : null;

    /// <summary>Whether it is defined for an output.</summary>
    public bool Fits(Activation output) => Outputs is null ? output != Activation.Softmax : System.Array.IndexOf(Outputs, output) >= 0;

    /// <summary>Whether it has a parameter.</summary>
    public bool Has(LossParameter parameter) => ReferenceEquals(parameter, LossParameter.LabelSmoothing) ? HasSmoothing : ReferenceEquals(parameter, Parameter);

    /// <summary>Those of a loss.</summary>
    public static LossFacts Of(Loss loss) => loss switch
    {
        Loss.SquaredError => new("squared error", Outputs: null, HasKink: false),
        Loss.BinaryCrossEntropy => new("binary cross-entropy", [Activation.Sigmoid], HasKink: false) { HasSmoothing = true },
        Loss.CrossEntropy => new("cross-entropy", [Activation.Softmax], HasKink: false) { HasSmoothing = true },
        Loss.AbsoluteError => new("absolute error", Outputs: null, HasKink: true),
        Loss.Huber => new("Huber loss", Outputs: null, HasKink: false) { Parameter = LossParameter.Delta },
        Loss.Hinge => new("hinge loss", [Activation.Linear], HasKink: true),
        Loss.Poisson => new("Poisson loss", [Activation.Exponential], HasKink: false),
        Loss.Quantile => new("quantile loss", Outputs: null, HasKink: true) { Parameter = LossParameter.Quantile },
        Loss.Focal => new("focal loss", [Activation.Sigmoid, Activation.Softmax], HasKink: false) { Parameter = LossParameter.Gamma, HasSmoothing = true },
    };
}
