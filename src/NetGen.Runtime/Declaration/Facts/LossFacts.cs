namespace NetGen;

/// <summary>What is known of a loss beside its formula; the generator and the runtime share it.</summary>
/// <param name="Term">The name, as messages write it.</param>
/// <param name="Output">The only activation of the output that it is defined for; null: any that works element by element.</param>
/// <param name="HasKink">Whether its derivative jumps where an output equals its label.</param>
internal sealed record LossFacts(string Term, Activation? Output, bool HasKink)
{
    /// <summary>Whether it is computed from Z of the output, together with the activation, so that nothing overflows; its dZ is A - Y.</summary>
    public bool IsOfLogits => Output is not null;

    /// <summary>Those of a loss.</summary>
    public static LossFacts Of(Loss loss) => loss switch
    {
        Loss.SquaredError => new("squared error", Output: null, HasKink: false),
        Loss.BinaryCrossEntropy => new("binary cross-entropy", Activation.Sigmoid, HasKink: false),
        Loss.CrossEntropy => new("cross-entropy", Activation.Softmax, HasKink: false),
        Loss.AbsoluteError => new("absolute error", Output: null, HasKink: true),
    };
}
