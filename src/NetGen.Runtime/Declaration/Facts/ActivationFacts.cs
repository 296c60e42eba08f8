namespace NetGen;

/// <summary>What is known of an activation beside its formula; the generator and the runtime share it.</summary>
/// <param name="Term">The name in the field's spelling, as messages write it.</param>
/// <param name="Derivative">What g' is computed from.</param>
/// <param name="IsPiecewiseLinear">Whether g consists of straight lines: it costs next to nothing, and nothing is rounded but its product.</param>
/// <param name="HasKink">Whether g' jumps at 0.</param>
/// <param name="Loss">The loss of an output layer with it when none is named.</param>
internal sealed record ActivationFacts(string Term, DerivativeSource Derivative, bool IsPiecewiseLinear, bool HasKink, Loss Loss)
{
    /// <summary>The name in lower case, as comments in emitted code write it.</summary>
    public string Word => Term.ToLowerInvariant();

    /// <summary>Whether it is a function of one element at a time.</summary>
    public bool IsElementwise => Derivative != DerivativeSource.Example;

    /// <summary>Those of an activation.</summary>
    public static ActivationFacts Of(Activation activation) => activation switch
    {
        Activation.Linear => new("linear", DerivativeSource.Nothing, IsPiecewiseLinear: true, HasKink: false, Loss.SquaredError),
        Activation.Sigmoid => new("sigmoid", DerivativeSource.A, IsPiecewiseLinear: false, HasKink: false, Loss.BinaryCrossEntropy),
        Activation.Tanh => new("tanh", DerivativeSource.A, IsPiecewiseLinear: false, HasKink: false, Loss.SquaredError),
        Activation.Relu => new("ReLU", DerivativeSource.A, IsPiecewiseLinear: true, HasKink: true, Loss.SquaredError),
        Activation.LeakyRelu => new("leaky ReLU", DerivativeSource.A, IsPiecewiseLinear: true, HasKink: true, Loss.SquaredError),
        Activation.Softmax => new("softmax", DerivativeSource.Example, IsPiecewiseLinear: false, HasKink: false, Loss.CrossEntropy),
        Activation.Gelu => new("GELU", DerivativeSource.Z, IsPiecewiseLinear: false, HasKink: false, Loss.SquaredError),
        Activation.Silu => new("SiLU", DerivativeSource.Z, IsPiecewiseLinear: false, HasKink: false, Loss.SquaredError),
        Activation.Elu => new("ELU", DerivativeSource.A, IsPiecewiseLinear: false, HasKink: false, Loss.SquaredError),
        Activation.Softplus => new("softplus", DerivativeSource.Z, IsPiecewiseLinear: false, HasKink: false, Loss.SquaredError),
        Activation.Exponential => new("exponential", DerivativeSource.A, IsPiecewiseLinear: false, HasKink: false, Loss.Poisson),
        Activation.GeluErf => new("GELU (erf)", DerivativeSource.Z, IsPiecewiseLinear: false, HasKink: false, Loss.SquaredError),
    };
}
