namespace NetGen;

/// <summary>The function g of a layer: A = g(Z), applied to each element of Z (softmax: to each example).</summary>
public enum Activation
{
    /// <summary>A = Z. For the output of a regression; in a hidden layer it adds nothing that the next layer could not do itself.</summary>
    Linear = 0,

    /// <summary>A = 1 / (1 + exp(-Z)). The default output of a network with one output unit.</summary>
    Sigmoid = 1,

    /// <summary>A = tanh(Z).</summary>
    Tanh = 2,

    /// <summary>A = max(0, Z), with derivative 0 at 0. The default of hidden layers.</summary>
    Relu = 3,

    /// <summary>A = Z where Z is positive, slope * Z elsewhere, with derivative slope at 0. The slope is 0.01 unless <c>[Layer]</c> says otherwise.</summary>
    LeakyRelu = 4,

    /// <summary>A[j] = exp(Z[j]) / sum over k of exp(Z[k]), of each example. Output layers only; the default of a network with several output units.</summary>
    Softmax = 5,

    /// <summary>
    /// A = 0.5 Z (1 + tanh(sqrt(2 / pi) (Z + 0.044715 Z^3))): the tanh form of the Gaussian error linear unit (Hendrycks and Gimpel, 2016), within 5e-4 of the
    /// form with the error function and cheaper. PyTorch and Keras call it <c>approximate</c>.
    /// </summary>
    Gelu = 6,

    /// <summary>A = Z * sigmoid(Z), the sigmoid linear unit, also called swish.</summary>
    Silu = 7,

    /// <summary>A = Z where Z is positive, exp(Z) - 1 elsewhere: the exponential linear unit with alpha 1.</summary>
    Elu = 8,

    /// <summary>A = log(1 + exp(Z)).</summary>
    Softplus = 9,

    /// <summary>
    /// A = 0.5 Z (1 + erf(Z / sqrt(2))): the Gaussian error linear unit as it is defined, Z times the probability that a normal number is below Z. The default
    /// form of PyTorch and Keras.
    /// </summary>
    GeluErf = 10,

    /// <summary>A = exp(Z): the inverse of the logarithm, for outputs that are rates. As a hidden layer it overflows where Z is large.</summary>
    Exponential = 11,
}
