namespace NetGen;

/// <summary>
/// A value in the method <c>Define</c> of a network: an input, or what a call makes of others. A node has a length, the number of values that it holds for each
/// example; sizes follow from the inputs. There are no objects of this class: Define is read when the project is compiled, and never run.
/// </summary>
/// <remarks>
/// In the formulas, x is this node for one example and y what the call returns. Arguments are constants: literals, const fields, enum members, arithmetic with
/// them. Every method throws <see cref="NotSupportedException"/> when it is run.
/// </remarks>
public sealed class Node
{
    private Node()
    {
    }

    /// <summary>Adds two nodes: y[j] = a[j] + b[j].</summary>
    /// <param name="a">A node.</param>
    /// <param name="b">A node of the same length.</param>
    /// <returns>A node of that length.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public static Node operator +(Node a, Node b) => throw NeverRun();

    /// <summary>Puts nodes one after the other: y holds the values of the first, then those of the second, and so on.</summary>
    /// <param name="first">The first node.</param>
    /// <param name="second">The second node.</param>
    /// <param name="others">Further nodes.</param>
    /// <returns>A node as long as all of them together.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public static Node Concat(Node first, Node second, params ReadOnlySpan<Node> others) => throw NeverRun();

    /// <summary>A dense layer: y = W x + b, with the weights W (units x length of x) and the bias b (units).</summary>
    /// <param name="units">The number of units, at least 1.</param>
    /// <param name="bias">Whether there is a bias. Without one, y = W x.</param>
    /// <returns>A node of that many values.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node Dense(int units, bool bias = true) => throw NeverRun();

    /// <summary>y[j] = max(0, x[j]), with derivative 0 at 0.</summary>
    /// <returns>A node of the same length.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node Relu() => throw NeverRun();

    /// <summary>y[j] = x[j] where that is positive, slope * x[j] elsewhere, with derivative slope at 0.</summary>
    /// <param name="slope">The slope for negative values; finite and not negative.</param>
    /// <returns>A node of the same length.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node LeakyRelu(double slope = 0.01) => throw NeverRun();

    /// <summary>y[j] = tanh(x[j]).</summary>
    /// <returns>A node of the same length.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node Tanh() => throw NeverRun();

    /// <summary>y[j] = 1 / (1 + exp(-x[j])).</summary>
    /// <returns>A node of the same length.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node Sigmoid() => throw NeverRun();

    /// <summary>y[j] = 0.5 x[j] (1 + tanh(sqrt(2 / pi) (x[j] + 0.044715 x[j]^3))), the tanh form of <see cref="Activation.Gelu"/>.</summary>
    /// <returns>A node of the same length.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node Gelu() => throw NeverRun();

    /// <summary>y[j] = 0.5 x[j] (1 + erf(x[j] / sqrt(2))), the form of <see cref="Activation.GeluErf"/>.</summary>
    /// <returns>A node of the same length.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node GeluErf() => throw NeverRun();

    /// <summary>y[j] = x[j] sigmoid(x[j]).</summary>
    /// <returns>A node of the same length.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node Silu() => throw NeverRun();

    /// <summary>y[j] = x[j] where that is positive, exp(x[j]) - 1 elsewhere.</summary>
    /// <returns>A node of the same length.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node Elu() => throw NeverRun();

    /// <summary>y[j] = log(1 + exp(x[j])).</summary>
    /// <returns>A node of the same length.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node Softplus() => throw NeverRun();

    /// <summary>y[j] = exp(x[j]).</summary>
    /// <returns>A node of the same length.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node Exponential() => throw NeverRun();

    /// <summary>y[j] = exp(x[j]) / sum over k of exp(x[k]): class probabilities. Only as the last node of Define, and of at least two values.</summary>
    /// <returns>A node of the same length.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node Softmax() => throw NeverRun();

    /// <summary>
    /// While training, y[j] = x[j] / (1 - rate), or 0 with the probability rate, drawn anew for each example and step (Srivastava et al., 2014); when
    /// predicting, y = x.
    /// </summary>
    /// <param name="rate">The probability that a value is left out, from 0 to below 1.</param>
    /// <returns>A node of the same length.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node Dropout(double rate) => throw NeverRun();

    /// <summary>
    /// y[j] = gamma[j] (x[j] - mean[j]) / sqrt(variance[j] + epsilon) + beta[j], with mean and variance over the batch while training, and their running values
    /// when predicting (Ioffe and Szegedy, 2015).
    /// </summary>
    /// <param name="momentum">The weight of a batch in the running values: above 0, at most 1.</param>
    /// <param name="epsilon">What is added to the variance: positive and finite.</param>
    /// <returns>A node of the same length.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node BatchNorm(double momentum = 0.1, double epsilon = 1e-5) => throw NeverRun();

    /// <summary>
    /// y[j] = gamma[j] (x[j] - mean) / sqrt(variance + epsilon) + beta[j], with mean and variance over the values of one example (Ba et al., 2016).
    /// </summary>
    /// <param name="epsilon">What is added to the variance: positive and finite.</param>
    /// <returns>A node of the same length.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node LayerNorm(double epsilon = 1e-5) => throw NeverRun();

    /// <summary>y = W[c], the row of W (classes x dimensions) that belongs to the class c. For inputs with <see cref="CategoriesAttribute"/>.</summary>
    /// <param name="dimensions">The length of a row, at least 1.</param>
    /// <returns>A node of that many values.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node Embed(int dimensions) => throw NeverRun();

    /// <summary>y[j] = 1 for the class j, 0 for all others. For inputs with <see cref="CategoriesAttribute"/>.</summary>
    /// <returns>A node with one value for each class.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node OneHot() => throw NeverRun();

    /// <summary>
    /// y[j] = (x[j] - mean[j]) * scale[j], with the mean and 1 / standard deviation of the training set, which <c>Fit</c> computes before the first step. For
    /// inputs that hold numbers.
    /// </summary>
    /// <returns>A node of the same length.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node Standardize() => throw NeverRun();

    /// <summary>y = x, and no gradient goes back from here: everything before it that feeds nothing else keeps its parameters and statistics.</summary>
    /// <returns>A node of the same length.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node Frozen() => throw NeverRun();

    /// <summary>
    /// Names the layer before, which the activations and dropouts behind it belong to: with <c>x.Dense(64).Relu().Named("stem")</c> files hold stem.W and
    /// stem.b. Without it, the local that the expression is assigned to gives its name.
    /// </summary>
    /// <param name="name">The name: an identifier that no other node of Define has.</param>
    /// <returns>The same node.</returns>
    /// <exception cref="NotSupportedException">Always, when it is run.</exception>
    public Node Named(string name) => throw NeverRun();

    private static NotSupportedException NeverRun() => new("Define describes a network: it is read when the project is compiled, and never run");
}
