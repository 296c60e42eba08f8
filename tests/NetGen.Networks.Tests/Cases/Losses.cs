using System.Collections.Immutable;

namespace NetGen.Networks.Tests.Cases;

/// <summary>The losses that have numbers, with numbers of each kind: what is special in code, what is not, and what is nearly out of its range.</summary>
internal static class Losses
{
    /// <summary>Declarations to take the output, the loss and its numbers from.</summary>
    public static ImmutableArray<Declaration> WithNumbers { get; } =
    [
        .. from delta in (double[])[0.25, 1, 3.5] select Of(Activation.Linear, Loss.Huber) with { Delta = delta },
        Of(Activation.Tanh, Loss.Huber) with { Delta = 0.5 },
        .. from quantile in (double[])[0.05, 0.5, 0.9] select Of(Activation.Linear, Loss.Quantile) with { Quantile = quantile },
        Of(Activation.Softplus, Loss.Quantile) with { Quantile = 0.75 },
        Of(Activation.Linear, Loss.Hinge),
        Of(Activation.Exponential, Loss.Poisson),
        .. from output in (Activation[])[Activation.Sigmoid, Activation.Softmax]
        from gamma in (double[])[0, 0.5, 1, 2, 3, 4.25]
        select Of(output, Loss.Focal) with { Gamma = gamma },
        .. from output in (Activation[])[Activation.Sigmoid, Activation.Softmax]
        from gamma in (double[])[0.5, 2]
        select Of(output, Loss.Focal) with { Gamma = gamma, LabelSmoothing = 0.2 },
        Of(Activation.Sigmoid, Loss.BinaryCrossEntropy) with { LabelSmoothing = 0.1 },
        Of(Activation.Softmax, Loss.CrossEntropy) with { LabelSmoothing = 0.1 },
    ];

    /// <summary>Of each loss and each output one.</summary>
    public static ImmutableArray<Declaration> Each { get; } =
        [.. WithNumbers.GroupBy(static loss => (loss.Loss, loss.Output)).Select(static group => group.Last())];

    /// <summary>One of them with sizes; softmax has at least two units.</summary>
    public static Declaration Sized(Declaration loss, params ImmutableArray<int> sizes) => loss with
    {
        Sizes = loss.Output == Activation.Softmax && sizes[^1] == 1 ? sizes.SetItem(sizes.Length - 1, 2) : sizes,
    };

    private static Declaration Of(Activation output, Loss loss) => new(1, 1) { Hidden = Activation.Tanh, Output = output, Loss = loss };
}
